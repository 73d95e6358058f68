import Clibgit2
import Synchronization

/// Runs `body` without verifying the hash of each object that libgit2 reads; of git's commands,
/// only `git fsck` verifies it.
///
/// This makes long walks twice as fast. The setting is global to the process: it is restored when
/// the last of these scopes ends.
package func withRelaxedHashes<Value: ~Copyable>(
  _ body: () throws(GitError) -> Value
) throws(GitError) -> Value {
  try RelaxedHashes.begin()
  defer { RelaxedHashes.end() }
  return try body()
}

private enum RelaxedHashes {
  private static let scopes = Mutex(0)

  static func begin() throws(GitError) {
    try scopes.withLock { (count) throws(GitError) in
      if count == 0 { try Repository.setStrictHashes(false) }
      count += 1
    }
  }

  static func end() {
    scopes.withLock { count in
      count -= 1
      // libgit2 rejects only options that it does not know, and it accepted this one in `begin`.
      if count == 0 {
        _ = cvgit_set_option(Int32(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION.rawValue), 1)
      }
    }
  }
}

extension Repository {
  /// Sets whether libgit2 verifies the hash of every object it reads. Global to the process,
  /// initially on.
  package static func setStrictHashes(_ isOn: Bool) throws(GitError) {
    try Library.start()
    try Library.set(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, to: isOn)
  }
}
