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
      ?? (try? session?.openRepository().configuration.string("core.pager"))
      ?? variables["PAGER"] ?? "less"
    guard !command.isEmpty, command != "cat" else { return nil }
    self.command = command
    environment = variables.merging(["LESS": "FRX", "LV": "-c"]) { mine, _ in mine }
  }

  /// Starts it; nil where that is not possible.
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
    // An interrupt is for the pager, which shares the terminal: it ends its search, not us.
    _ = signal(SIGINT, SIG_IGN)
    return RunningPager(child: child, descriptor: ends[1])
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
    let status = ChildProcess.wait(for: child).flatMap(ChildProcess.exitStatus)
    _ = signal(SIGINT, SIG_DFL)
    // 126 and 127 are the shell's words for a program that cannot be run (POSIX, "Exit Status for Commands").
    return status != 126 && status != 127
  }
}
