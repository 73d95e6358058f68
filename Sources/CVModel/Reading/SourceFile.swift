/// A file under the CV's folder, as a revision, the index or the work tree holds it.
package struct SourceFile: Sendable {
  /// From the top of the repository, parts joined by `/`.
  package var path: String
  package var content: Content

  /// What could be had of a file.
  package enum Content: Sendable {
    case bytes([UInt8])
    case symlink
    case submodule
    case tooLarge(bytes: Int)
    /// The index holds several versions of it: a merge that is not finished.
    case conflict
    /// The name is not UTF-8; `path` shows it escaped.
    case unnameable
    /// An entry of a source in another format; `path` is the one that its record would have.
    case entry(ForeignEntry)
    /// An entry of a source that could not be read.
    case unreadableEntry(Finding)
    /// A source itself.
    case source(SourceReport)
  }

  package init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  package init(path: String, text: String) {
    self.init(path: path, content: .bytes(Array(text.utf8)))
  }
}
