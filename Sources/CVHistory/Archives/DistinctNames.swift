/// Gives files names that stay distinct on every file system.
///
/// File systems may treat names as equal that differ in case or in Unicode normal form, or once
/// characters that they reject are replaced. A name that is taken gets a number before its
/// extension: `cv-2.pdf`.
package struct DistinctNames {
  private var taken: Set<String> = []

  package init() {}

  /// The name itself, or a similar one that is free.
  package mutating func name(for path: String) -> String {
    var name = path
    var number = 1
    while !taken.insert(Self.folded(name)).inserted {
      number += 1
      name = Self.numbered(path, number)
    }
    return name
  }

  /// Strings compare equal in all normal forms.
  private static func folded(_ path: String) -> String {
    ArchiveFile.safePath(path).lowercased()
  }

  private static func numbered(_ path: String, _ number: Int) -> String {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[start...].lastIndex(of: "."), dot > start else {
      return "\(path)-\(number)"
    }
    return "\(path[..<dot])-\(number)\(path[dot...])"
  }
}
