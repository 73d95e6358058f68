#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A path inside a repository: bytes with `/` between names, and no `/` at either end.
///
/// git's names are bytes, not text: they may be invalid UTF-8 or contain line breaks.
package struct GitPath: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// A path as a person writes it: `./`, empty names and slashes at the ends are dropped.
  package init(_ text: String) {
    let names = text.utf8.split(separator: UInt8(ascii: "/"))
      .filter { !$0.elementsEqual(".".utf8) }
    bytes = Array(names.joined(separator: [UInt8(ascii: "/")]))
  }

  package init(stringLiteral text: String) { self.init(text) }

  /// The top of the repository.
  package static let top = GitPath(bytes: [])

  /// The path as text; nil if it is not valid UTF-8.
  package var string: String? { String(validating: bytes, as: UTF8.self) }

  /// The names from the top down.
  package var names: [[UInt8]] { bytes.split(separator: UInt8(ascii: "/")).map(Array.init) }

  /// The last name.
  package var name: GitPath { GitPath(bytes: names.last ?? []) }

  /// The folder that contains it; the top contains itself.
  package var folder: GitPath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return .top }
    return GitPath(bytes: Array(bytes[..<slash]))
  }

  package func appending(_ name: some Sequence<UInt8>) -> GitPath {
    bytes.isEmpty ? GitPath(bytes: Array(name)) : GitPath(bytes: bytes + [UInt8(ascii: "/")] + name)
  }

  /// Whether it is `folder` or inside it.
  package func isUnder(_ folder: GitPath) -> Bool {
    folder.bytes.isEmpty || bytes == folder.bytes
      || bytes.starts(with: folder.bytes) && bytes[folder.bytes.count] == UInt8(ascii: "/")
  }

  /// Hashes all bytes at once: an array hashes them one by one, which is noticeable in a walk over
  /// a work tree.
  package func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  package static func < (left: GitPath, right: GitPath) -> Bool {
    isBefore(left.bytes, right.bytes)
  }

  /// git's order, by bytes.
  static func isBefore(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let order = left.withUnsafeBytes { left in
      right.withUnsafeBytes { right in
        guard let first = left.baseAddress, let second = right.baseAddress else { return Int32(0) }
        return memcmp(first, second, min(left.count, right.count))
      }
    }
    return order == 0 ? left.count < right.count : order < 0
  }
}
