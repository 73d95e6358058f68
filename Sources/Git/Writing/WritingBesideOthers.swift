import Clibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes while other git processes may be writing, as git itself does: waits for a lock, and
/// creates a folder again if `git gc` removed it while it was empty.
///
/// The pauses grow from 1 ms to 64 ms, 127 ms in all; git waits 100 ms
/// (`core.filesRefLockTimeout`).
func attemptBesideOthers(
  _ task: @autoclosure () -> String, _ function: String, _ call: () -> Int32
) throws(GitError) {
  var pause: UInt32 = 1
  while true {
    do {
      return try attempt(task(), function, call)
    } catch {
      guard error.mayPass, pause <= 64 else { throw error }
      usleep(pause * 1_000)
      pause *= 2
    }
  }
}

extension GitError {
  /// Whether another process may have caused the failure, so that a retry can succeed.
  fileprivate var mayPass: Bool {
    code == GIT_ELOCKED.rawValue || message.hasSuffix(": No such file or directory")
  }
}
