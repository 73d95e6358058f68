#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Starts other programs and waits for them to end.
package enum ChildProcess {
  /// A change to a program's open files before it runs.
  package enum FileAction {
    case copy(Int32, to: Int32)
    case close(Int32)
  }

  /// Starts a program; nil if that fails. Signals that this process ignores stay ignored.
  ///
  /// - Parameters:
  ///   - program: a path, or a name that is looked up in this process's `PATH`.
  ///   - files: the changes to its open files, in order; it inherits all others.
  package static func start(
    _ program: String, _ arguments: [String], environment: [String: String],
    files: [FileAction] = []
  ) -> Int32? {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for file in files {
      switch file {
      case .copy(let from, let to): posix_spawn_file_actions_adddup2(&actions, from, to)
      case .close(let descriptor): posix_spawn_file_actions_addclose(&actions, descriptor)
      }
    }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    sigaddset(&signals, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // Signals blocked in this process are not blocked in the child.
    var held = sigset_t()
    sigemptyset(&held)
    posix_spawnattr_setsigmask(&attributes, &held)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var child = pid_t()
    let words = CStringArray([program] + arguments)
    let variables = CStringArray(environment.map { "\($0.key)=\($0.value)" }.sorted())
    let code = words.withPointers { words in
      variables.withPointers { variables in
        posix_spawnp(&child, program, &actions, &attributes, words, variables)
      }
    }
    return code == 0 ? child : nil
  }

  /// Waits for a program to end, and returns its wait status; nil if it is not a child.
  package static func wait(for child: Int32) -> Int32? {
    var status: Int32 = 0
    while waitpid(child, &status, 0) != child {
      guard errno == EINTR else { return nil }
    }
    return status
  }

  /// The exit status in a wait status; nil if a signal ended the program.
  package static func exitStatus(_ status: Int32) -> Int32? {
    // The low seven bits are the signal, the next eight the exit status (POSIX, WIFEXITED and
    // WEXITSTATUS).
    status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  /// Runs a program on this process's terminal until it ends, and returns its exit status; nil if
  /// it did not start, or a signal ended it.
  package static func run(
    _ program: String, _ arguments: [String], environment: [String: String]
  ) -> Int32? {
    start(program, arguments, environment: environment).flatMap(wait).flatMap(exitStatus)
  }
}
