internal import CVHistory
internal import Git
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The pager as git finds it: `GIT_PAGER`, `core.pager`, `PAGER`, `less`; run by the shell, as git runs it.
struct Pager {
  private let command: String
  private let environment: [String: String]

  /// Nil where no pager is wanted: `cat`, or nothing.
  init?(for session: Session?, surroundings: Surroundings) {
    let variables = surroundings.environment
    // Where there is no repository, as for help, nothing is configured.
    let command =
      variables["GIT_PAGER"]
      ?? (try? session?.openCV().repository.configuration.string("core.pager"))
      ?? variables["PAGER"] ?? "less"
    guard !command.isEmpty, command != "cat" else { return nil }
    self.command = command
    environment = variables.merging(["LESS": "FRX", "LV": "-c"]) { mine, _ in mine }
  }

  /// Starts it; nil where that is not possible.
  func start() -> RunningPager? {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return nil }
    guard let child = spawn(reading: ends[0], closing: ends[1]) else {
      close(ends[0])
      close(ends[1])
      return nil
    }
    close(ends[0])
    // An interrupt is for the pager, which shares the terminal: it ends its search, not us.
    _ = unsafe signal(SIGINT, SIG_IGN)
    return RunningPager(child: child, descriptor: ends[1])
  }

  private func spawn(reading input: Int32, closing other: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    unsafe posix_spawn_file_actions_addclose(&actions, input)
    unsafe posix_spawn_file_actions_addclose(&actions, other)
    var attributes = unsafe posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // We ignore closed pipes; the programs of a pager's pipeline are ended by them.
    var signals = unsafe sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var child = pid_t()
    let arguments = CStringArray(["sh", "-c", command])
    let variables = CStringArray(environment.map { "\($0.key)=\($0.value)" }.sorted())
    let code = unsafe arguments.withPointers { arguments in
      unsafe variables.withPointers { variables in
        unsafe posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, variables)
      }
    }
    return code == 0 ? child : nil
  }
}

/// A pager that shows what is written to it.
struct RunningPager {
  let child: pid_t
  /// Where its text is written.
  let descriptor: Int32

  /// Waits until the reader has seen enough. False where the pager could not be run.
  func finish() -> Bool {
    close(descriptor)
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 && errno == EINTR {}
    _ = unsafe signal(SIGINT, SIG_DFL)
    // 126 and 127 are the shell's words for a program that cannot be run (POSIX, "Exit Status for Commands").
    return ![126, 127].contains((status >> 8) & 0xFF)
  }
}
