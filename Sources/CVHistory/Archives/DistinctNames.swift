/// Gives files names that stay apart wherever they are unpacked.
///
/// File systems take some names for one: in another letter case, in another normal form of Unicode, or once characters
/// that they refuse are replaced. A name that is taken gets a number before its ending: `cv-2.pdf`.
package struct DistinctNames {
  private var taken: Set<String> = []

  package init() {}

  /// The name itself, or one like it that is not taken.
  package mutating func name(for path: String) -> String {
    var name = path
    var number = 1
    while !taken.insert(Self.folded(name)).inserted {
      number += 1
      name = Self.numbered(path, number)
    }
    return name
  }

  /// Equal texts compare equal in each normal form.
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
