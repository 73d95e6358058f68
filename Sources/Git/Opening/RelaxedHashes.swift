import Clibgit2
import Synchronization

/// While one of these lives, libgit2 does not recompute the hash of what it reads.
///
/// For long walks, where that costs more than all the rest. The switch is one for the whole process: it is on again
/// when the last of them is gone.
package struct RelaxedHashes: ~Copyable {
  private static let living = Mutex(0)

  package init() throws(GitError) {
    try Self.living.withLock { (count) throws(GitError) in
      if count == 0 { try Repository.setStrictHashes(false) }
      count += 1
    }
  }

  deinit {
    Self.living.withLock { count in
      count -= 1
      // libgit2 refuses only options that it does not know, and it took this one in `init`.
      if count == 0 {
        _ = cvgit_set_option(Int32(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION.rawValue), 1)
      }
    }
  }
}
