import Clibgit2
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Synchronization

/// libgit2 itself, started by the first repository: that costs milliseconds, so nothing else does.
enum Library {
  private static let isStarted = Mutex(false)

  /// Extensions of the repository format that libgit2 1.5 refuses by name. The first three change
  /// nothing for it, or ``Repository`` makes up for the difference; of the others,
  /// ``OpeningRefusal`` looks at the value.
  private static let extensions = [
    "preciousobjects", "partialclone", "worktreeconfig", "objectformat", "refstorage",
  ]

  /// Starts libgit2 once, closed to the process's environment.
  ///
  /// It reads no file of settings or ignore rules outside the repository by itself; the repository
  /// hands it those. Only `~/` inside them is expanded by libgit2, for the whole process, so it is
  /// the `home` of the first call.
  static func start(home: String?) throws(GitError) {
    try isStarted.withLock { (isStarted) throws(GitError) in
      guard !isStarted else { return }
      let code = git_libgit2_init()
      guard code >= 0 else { throw .latest(code, from: "git_libgit2_init", to: "start libgit2") }
      try configure(home: home)
      isStarted = true
    }
  }

  private static func configure(home: String?) throws(GitError) {
    let paths = [
      (GIT_CONFIG_LEVEL_PROGRAMDATA, ""), (GIT_CONFIG_LEVEL_SYSTEM, ""),
      (GIT_CONFIG_LEVEL_XDG, ""), (GIT_CONFIG_LEVEL_GLOBAL, home ?? ""),
    ]
    for (level, path) in paths {
      try attempt("set libgit2's search path", "git_libgit2_opts") {
        cvgit_set_search_path(Int32(level.rawValue), path)
      }
    }
    try set(GIT_OPT_SET_OWNER_VALIDATION, to: false)
    // What is written is to survive a power cut: objects and references go to the disk itself. It is read when a
    // repository is opened, so it has to be set before.
    try set(GIT_OPT_ENABLE_FSYNC_GITDIR, to: true)
    // Nothing is asked for twice but deltas' bases, which have a cache of their own, and a long walk would leave each
    // commit in this one: half of its memory (`docs/performance.md`).
    try set(GIT_OPT_ENABLE_CACHING, to: false)
    try registerExtensions()
  }

  /// Sets one of libgit2's switches, for the whole process.
  static func set(_ option: git_libgit2_opt_t, to value: Bool) throws(GitError) {
    try attempt("set an option of libgit2", "git_libgit2_opts") {
      cvgit_set_option(Int32(option.rawValue), value ? 1 : 0)
    }
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
