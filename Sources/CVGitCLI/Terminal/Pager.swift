internal import CVHistory
internal import Git
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The pager, as git chooses it: `GIT_PAGER`, `core.pager`, `PAGER`, `less`; run by the shell, as
/// in git.
struct Pager {
  private let command: String
  private let environment: [String: String]

  /// Nil if no pager is wanted: `cat`, or an empty value.
  init?(for session: Session?, surroundings: Surroundings) {
    let variables = surroundings.environment
    // Without a repository, as for help, there is no configuration.
    let command =
      variables["GIT_PAGER"]
      ?? (try? session?.openRepository().configuration.string("core.pager"))
      ?? variables["PAGER"] ?? "less"
    guard !command.isEmpty, command != "cat" else { return nil }
    self.command = command
    environment = variables.merging(["LESS": "FRX", "LV": "-c"]) { mine, _ in mine }
  }

  /// Starts the pager; nil if that fails.
  func start() -> RunningPager? {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return nil }
    let child = ChildProcess.start(
      "/bin/sh", ["-c", command], environment: environment,
      files: [.copy(ends[0], to: STDIN_FILENO), .close(ends[0]), .close(ends[1])])
    guard let child else {
      close(ends[0])
      close(ends[1])
      return nil
    }
    close(ends[0])
    // An interrupt is for the pager, which shares the terminal: it ends the pager's search, not
    // this process.
    _ = signal(SIGINT, SIG_IGN)
    return RunningPager(child: child, descriptor: ends[1])
  }
}

/// A running pager.
struct RunningPager {
  let child: pid_t
  /// The descriptor for its input.
  let descriptor: Int32

  /// Waits until the reader is done. Returns false if the pager could not be run.
  func finish() -> Bool {
    close(descriptor)
    let status = ChildProcess.wait(for: child).flatMap(ChildProcess.exitStatus)
    _ = signal(SIGINT, SIG_DFL)
    // The shell exits with 126 or 127 if it cannot run a program (POSIX, "Exit Status for
    // Commands").
    return status != 126 && status != 127
  }
}
