/// A file that goes into an archive.
package struct ArchiveFile: Hashable, Sendable {
  /// Names parted by `/`, safe to unpack anywhere.
  package let path: String
  package let content: [UInt8]
  package let isExecutable: Bool

  /// - Parameter path: what is absolute in it, or leads up, is taken out; see ``safePath(_:)``.
  package init(path: String, content: [UInt8], isExecutable: Bool = false) {
    self.path = Self.safePath(path)
    self.content = content
    self.isExecutable = isExecutable
  }

  /// Permission bits of the file.
  var mode: Int { isExecutable ? 0o755 : 0o644 }

  /// A path without what could write outside the folder that it is unpacked in, on any system.
  ///
  /// No slash at either end, no empty name, `.` or `..`; characters that Windows refuses or reads as
  /// a drive or a separator, and control characters, become `_`.
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
  /// In the order of an archive, by the bytes of the paths. All are kept: one whose path would be taken for another's gets
  /// a number.
  var inArchiveOrder: [ArchiveFile] {
    var names = DistinctNames()
    let files = sorted { left, right in
      left.path.utf8.elementsEqual(right.path.utf8)
        ? left.content.lexicographicallyPrecedes(right.content)
        : left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }
    // Of two that are the same in every way, one is enough.
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
