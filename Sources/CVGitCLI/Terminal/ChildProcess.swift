#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Starts other programs, and waits for their end.
enum ChildProcess {
  /// What is done to the open files of a program before it runs.
  enum FileAction {
    case copy(Int32, to: Int32)
    case close(Int32)
    /// A file that is made here is for its owner alone.
    case open(String, flags: Int32, as: Int32)
  }

  /// Starts a program; nil where that is not possible. It gets the signals that this process ignores.
  ///
  /// - Parameters:
  ///   - program: a path, or a name that is looked up in `PATH`.
  ///   - files: what is done to its open files, in this order; else they are this process's own.
  static func start(
    _ program: String, _ arguments: [String], environment: [String: String],
    files: [FileAction] = []
  ) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for file in files {
      switch file {
      case .copy(let from, let to):
        unsafe posix_spawn_file_actions_adddup2(&actions, from, to)
      case .close(let descriptor):
        unsafe posix_spawn_file_actions_addclose(&actions, descriptor)
      case .open(let path, let flags, let descriptor):
        unsafe posix_spawn_file_actions_addopen(&actions, descriptor, path, flags, 0o600)
      }
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe sigaddset(&signals, SIGXFSZ)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    // What this process holds back meanwhile, the other one does not.
    var held = sigset_t()
    unsafe sigemptyset(&held)
    unsafe posix_spawnattr_setsigmask(&attributes, &held)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var child = pid_t()
    let words = CStringArray([program] + arguments)
    let variables = CStringArray(environment.map { "\($0.key)=\($0.value)" }.sorted())
    let code = unsafe words.withPointers { words in
      unsafe variables.withPointers { variables in
        unsafe posix_spawnp(&child, program, &actions, &attributes, words, variables)
      }
    }
    return code == 0 ? child : nil
  }

  /// Waits for a program's end, and gives its status as the system writes it; nil where there is none to be had.
  static func wait(for child: pid_t) -> Int32? {
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) != child {
      guard errno == EINTR else { return nil }
    }
    return status
  }

  /// The exit status in a status of the system's; nil for a program that a signal ended.
  static func exitStatus(_ status: Int32) -> Int32? {
    // The low seven bits are the signal, the next eight the exit status (POSIX, WIFEXITED and WEXITSTATUS).
    status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  /// Runs a program to its end with this process's own terminal, and gives its exit status; nil where it could not be
  /// started or was ended by a signal.
  static func run(_ program: String, _ arguments: [String], environment: [String: String]) -> Int32?
  {
    start(program, arguments, environment: environment).flatMap(wait).flatMap(exitStatus)
  }

  /// What a program prints on standard output and its exit status, nil where it could not be run; what it says on standard
  /// error is dropped.
  static func output(
    _ program: String, _ arguments: [String], environment: [String: String]
  ) -> (text: String, status: Int32)? {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return nil }
    let child = start(
      program, arguments, environment: environment,
      files: [
        .copy(ends[1], to: STDOUT_FILENO), .close(ends[0]),
        .open("/dev/null", flags: O_WRONLY, as: STDERR_FILENO),
      ])
    close(ends[1])
    defer { close(ends[0]) }
    guard let child else { return nil }
    let bytes = FileReading.bytes(from: ends[0])
    guard let status = wait(for: child).flatMap(exitStatus), let bytes else { return nil }
    return (String(decoding: bytes, as: UTF8.self), status)
  }
}
