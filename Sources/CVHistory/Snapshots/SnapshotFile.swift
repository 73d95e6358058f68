/// A file to add to a snapshot: rendered, attached, or part of a theme.
package struct SnapshotFile: Hashable, Sendable {
  /// Relative to its folder, with names separated by `/`.
  package let path: String
  package let content: [UInt8]

  package init(path: String, content: [UInt8]) {
    self.path = path
    self.content = content
  }
}

/// The layout of a snapshot's tree.
package enum SnapshotLayout {
  /// The CV's folder, wherever it is in the repository.
  package static let records = "cv"
  /// The files of sources with their paths in the repository, and the settings that name them.
  package static let source = "source"
  package static let rendered = "rendered"
  package static let attached = "attached"
  /// The theme's files, unless it is the built-in one.
  package static let theme = "theme"
  package static let manifest = "MANIFEST.json"
  package static let changes = "CHANGES.md"
}
