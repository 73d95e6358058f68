/// A commit.
package struct Commit: Hashable, Sendable {
  package let id: ObjectID
  package let tree: ObjectID
  /// As git shows them: empty at the boundary of a shallow clone.
  package let parents: [ObjectID]
  package let author: Signature
  package let committer: Signature
  /// The whole message; bytes that are invalid in its encoding become U+FFFD.
  package let message: String
  /// Whether it has parents that this shallow clone does not contain.
  package let isShallowBoundary: Bool

  package init(
    id: ObjectID, tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature,
    message: String, isShallowBoundary: Bool = false
  ) {
    self.id = id
    self.tree = tree
    self.parents = parents
    self.author = author
    self.committer = committer
    self.message = message
    self.isShallowBoundary = isShallowBoundary
  }

  /// The same commit with another author.
  package func by(_ author: Signature) -> Commit {
    Commit(
      id: id, tree: tree, parents: parents, author: author, committer: committer,
      message: message, isShallowBoundary: isShallowBoundary)
  }

  /// Hashes the ID alone, which identifies the whole commit.
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// The first paragraph on one line, as `git log --format=%s`.
  package var subject: String {
    paragraphLines(from: lines.startIndex).joined(separator: " ")
  }

  /// Everything after the first paragraph, trailers included, as `git log --format=%b`.
  package var body: String {
    let lines = lines
    let start = lines.firstIndex { !Self.isBlank($0) } ?? lines.endIndex
    let end = lines[start...].firstIndex(where: Self.isBlank) ?? lines.endIndex
    let body = lines[end...].drop(while: Self.isBlank)
    let last = body.lastIndex { !Self.isBlank($0) } ?? body.startIndex
    return body.isEmpty ? "" : body[...last].joined(separator: "\n")
  }

  private var lines: [Substring] { message.linesOfGit }

  private func paragraphLines(from start: Int) -> [Substring] {
    let paragraph = lines[start...].drop(while: Self.isBlank).prefix { !Self.isBlank($0) }
    return paragraph.map { line in
      line.lastIndex { !$0.isWhitespace }.map { line[...$0] } ?? ""
    }
  }

  static func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }
}
