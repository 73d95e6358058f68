/// Protects libgit2 from damaged objects.
///
/// libgit2 (1.5 and 1.9) trusts the files of a repository. It loops forever on a truncated loose
/// object, writes out of bounds on one that is longer than its header says, and reads past the end
/// of a pack if an index points there, which crashes the program. git checks all of this. This
/// folder therefore has a reader of loose objects that runs before libgit2's, and checks every pack
/// index before libgit2 opens it. Nothing else in cvgit reads git's object files.
enum Damage {
  /// Checks the pack indexes in object folders.
  ///
  /// - Throws: the first index that is damaged, or does not match its pack.
  static func checkPackIndexes(in folders: [String]) throws(GitError) {
    for folder in folders { try PackIndexes.check(in: folder) }
  }

  /// Makes an object database read loose objects through our own reader.
  static func readLooseObjects(
    of objects: borrowing Handle, in folders: [String]
  ) throws(GitError) {
    for folder in folders { try LooseObjects.add(to: objects, folder: folder) }
  }
}
