/// Protects libgit2 from damaged objects.
///
/// libgit2 (1.5 and 1.9) trusts the files of a repository. It reads forever on a loose object that is truncated, writes
/// out of bounds on one that is longer than its header says, and reads beyond the end of a pack if an index points there,
/// which ends the program. git checks all of this. So this folder has a reader of loose objects that comes before
/// libgit2's, and checks of every pack index before libgit2 opens it; nothing else in cvgit reads git's own files of
/// objects.
enum Damage {
  /// Checks the pack indexes in some folders of objects.
  ///
  /// - Throws: one that is damaged, or that does not match its pack.
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
