/// A file to put into an archive.
package struct ArchiveFile: Hashable, Sendable {
  /// Names separated by `/`, safe to extract anywhere.
  package let path: String
  package let content: [UInt8]
  package let isExecutable: Bool

  /// - Parameter path: made safe by ``safePath(_:)``.
  package init(path: String, content: [UInt8], isExecutable: Bool = false) {
    self.path = Self.safePath(path)
    self.content = content
    self.isExecutable = isExecutable
  }

  /// The permission bits of the file.
  var mode: Int { isExecutable ? 0o755 : 0o644 }

  /// A path that cannot write outside the folder in which it is extracted, on any system.
  ///
  /// It has no slash at either end, no empty name, `.` or `..`. Characters that Windows rejects or
  /// reads as a drive or separator, and control characters, become `_`.
  static func safePath(_ path: String) -> String {
    let names = path.unicodeScalars.split(separator: "/").map { name in
      var safe = String.UnicodeScalarView()
      safe.append(contentsOf: name.map { isUnsafe($0) ? "_" : $0 })
      return String(safe)
    }
    let kept = names.filter { $0 != "." && $0 != ".." }
    return kept.isEmpty ? "_" : kept.joined(separator: "/")
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: "\\:*?\"<>|".unicodeScalars.contains(scalar)
    }
  }
}

extension Sequence<ArchiveFile> {
  /// Sorted by the bytes of the paths. All files are kept: one whose path would collide with
  /// another gets a number.
  var inArchiveOrder: [ArchiveFile] {
    var names = DistinctNames()
    let files = sorted { left, right in
      left.path.utf8.elementsEqual(right.path.utf8)
        ? left.content.lexicographicallyPrecedes(right.content)
        : left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }
    // Keep one of several identical files.
    let different = files.enumerated().filter { index, file in
      index == 0 || file.content != files[index - 1].content
        || !file.path.utf8.elementsEqual(files[index - 1].path.utf8)
    }
    return different.map { _, file in
      ArchiveFile(
        path: names.name(for: file.path), content: file.content, isExecutable: file.isExecutable)
    }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
