import Clibgit2
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// libgit2 itself. Started when the first repository is opened, because that takes milliseconds.
enum Library {
  private static let isStarted = Mutex(false)
  private static let opening = Mutex(())

  /// Extensions of the repository format that libgit2 1.5 rejects by name. The first three do not
  /// affect it; ``OpeningRefusal`` checks the values of the others.
  private static let extensions = [
    "preciousobjects", "partialclone", "worktreeconfig", "objectformat", "refstorage",
  ]

  static var version: String { LIBGIT2_VERSION }

  /// Starts libgit2 once, isolated from the process's environment: it reads no settings outside the
  /// repository.
  static func start() throws(GitError) {
    try isStarted.withLock { (isStarted) throws(GitError) in
      guard !isStarted else { return }
      let code = git_libgit2_init()
      guard code >= 0 else { throw .latest(code, from: "git_libgit2_init", to: "start libgit2") }
      try configure()
      isStarted = true
    }
  }

  private static func configure() throws(GitError) {
    let levels = [
      GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG,
      GIT_CONFIG_LEVEL_GLOBAL,
    ]
    for level in levels {
      try attempt("set libgit2's search path", "git_libgit2_opts") {
        cvgit_set_search_path(Int32(level.rawValue), "")
      }
    }
    // Sync objects and references to the disk, so that they survive a power failure. libgit2 reads
    // this option when it opens a repository, so set it first.
    try set(GIT_OPT_ENABLE_FSYNC_GITDIR, to: true)
    // Nothing is read twice except delta bases, which have their own cache. In a long walk, this
    // cache would keep every commit and double the memory (`docs/performance.md`).
    try set(GIT_OPT_ENABLE_CACHING, to: false)
    try registerExtensions()
  }

  /// Sets one of libgit2's options, for the whole process.
  static func set(_ option: git_libgit2_opt_t, to value: Bool) throws(GitError) {
    try attempt("set an option of libgit2", "git_libgit2_opts") {
      cvgit_set_option(Int32(option.rawValue), value ? 1 : 0)
    }
  }

  /// Opens a repository that git reads although another user owns it (`safe.directory`).
  static func withoutOwnerCheck(
    _ open: () throws(GitError) -> Handle
  ) throws(GitError) -> Handle {
    // The option is global to the process, so only one thread at a time may turn it off.
    var opened: Handle?
    try opening.withLock { (_) throws(GitError) in
      try set(GIT_OPT_SET_OWNER_VALIDATION, to: false)
      do throws(GitError) {
        opened = try open()
      } catch {
        try set(GIT_OPT_SET_OWNER_VALIDATION, to: true)
        throw error
      }
      try set(GIT_OPT_SET_OWNER_VALIDATION, to: true)
    }
    guard let handle = opened.take() else {
      throw .latest(-1, from: "git_repository_open_ext", to: "open the repository")
    }
    return handle
  }

  private static func registerExtensions() throws(GitError) {
    let names = extensions.map { UnsafePointer(strdup($0)) }
    defer { names.forEach { free(UnsafeMutablePointer(mutating: $0)) } }
    var list = names
    try attempt("register extensions", "git_libgit2_opts") {
      cvgit_set_extensions(&list, list.count)
    }
  }
}
