/// A file that is given to a snapshot: rendered, attached, or part of a theme.
package struct SnapshotFile: Hashable, Sendable {
  /// From the folder that it goes into, names parted by `/`.
  package let path: String
  package let content: [UInt8]

  package init(path: String, content: [UInt8]) {
    self.path = path
    self.content = content
  }
}

/// The places in a snapshot's tree.
package enum SnapshotLayout {
  /// The CV's folder as it was, wherever it stands in the repository.
  package static let records = "cv"
  /// The files of sources in other formats, each with its path in the repository, and the settings that name them.
  package static let source = "source"
  package static let rendered = "rendered"
  package static let attached = "attached"
  /// The theme's files, where it is not the built-in one.
  package static let theme = "theme"
  package static let manifest = "MANIFEST.json"
  package static let changes = "CHANGES.md"
}
