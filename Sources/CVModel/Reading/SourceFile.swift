/// A file in the CV's folder at a revision, in the index or in the work tree.
package struct SourceFile: Sendable {
  /// From the top of the repository, with parts separated by `/`.
  package var path: String
  package var content: Content

  /// The content, as far as the file could be read.
  package enum Content: Sendable {
    case bytes([UInt8])
    case symlink
    case submodule
    case tooLarge(bytes: Int)
    /// The index has several versions of it, because of an unfinished merge.
    case conflict
    /// The name is not UTF-8; `path` has it escaped.
    case unnameable
    /// An entry of a source; `path` is the one that its record would have.
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
