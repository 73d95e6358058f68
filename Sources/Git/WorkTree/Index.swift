/// What git would commit, below one folder.
package struct Index: Hashable, Sendable {
  /// The staged files, links and submodules, sorted by path; not those in conflict, nor those that
  /// `git add --intent-to-add` only announces: git commits neither.
  package let files: [FileEntry]
  /// Paths that a stopped merge has left in conflict, sorted.
  package let conflicts: [GitPath]
  /// Paths that are announced only, sorted.
  package let intendedToAdd: [GitPath]

  package init(files: [FileEntry], conflicts: [GitPath] = [], intendedToAdd: [GitPath] = []) {
    self.files = files
    self.conflicts = conflicts
    self.intendedToAdd = intendedToAdd
  }
}
