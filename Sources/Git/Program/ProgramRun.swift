#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The result of running another program: its output and exit status.
package struct ProgramRun: Sendable {
  package private(set) var output: [UInt8] = []
  package let errors: String
  /// The exit status; 128 plus the signal number if a signal ended it, as in a shell.
  package let status: Int32
  /// Whether it was killed because it took too long.
  package let isOutOfTime: Bool

  /// Standard output as text.
  package var text: String { String(decoding: output, as: UTF8.self) }

  /// Runs a program until it ends, without a shell. Both of its outputs are drained while it runs.
  ///
  /// - Parameters:
  ///   - program: a path, or a name that is looked up in the `PATH` of `environment`.
  ///   - input: its standard input.
  ///   - limit: the time after which it is killed; nil for a program that may ask the user.
  ///   - isAskedToEnd: whether to kill it before that.
  /// - Throws: a program that does not exist or cannot be started.
  package init(
    _ program: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String],
    limit: Duration? = nil, unless isAskedToEnd: () -> Bool = { false }
  ) throws(GitError) {
    guard let path = ProgramSearch.program(program, in: environment["PATH"]) else {
      throw Self.failure("cannot run '\(program)': no such program")
    }
    guard var toChild = ProgramPipe(), var fromChild = ProgramPipe(), var fromErrors = ProgramPipe()
    else { throw Self.failure("cannot run '\(program)': too many open files") }
    let child = ChildProcess.start(
      path, arguments, environment: environment,
      files: [
        .copy(toChild.child, to: STDIN_FILENO), .copy(fromChild.child, to: STDOUT_FILENO),
        .copy(fromErrors.child, to: STDERR_FILENO),
      ])
    guard let child else { throw Self.failure("cannot run '\(program)'") }
    toChild.closeChildEnd()
    fromChild.closeChildEnd()
    fromErrors.closeChildEnd()
    let end = limit.map { ContinuousClock.now + $0 }
    var rest = input[...]
    var errors: [UInt8] = []
    var ended: Int32?
    var isOutOfTime = false
    toChild.write(&rest)
    while fromChild.isOpen || fromErrors.isOpen {
      var waiting = [
        toChild.poll(POLLOUT), fromChild.poll(POLLIN), fromErrors.poll(POLLIN),
      ]
      let found = poll(&waiting, nfds_t(waiting.count), 100)
      if waiting[0].revents != 0 { toChild.write(&rest) }
      if waiting[1].revents != 0 { fromChild.read(into: &output) }
      if waiting[2].revents != 0 { fromErrors.read(into: &errors) }
      // A process that the program left running may keep its outputs open.
      if found == 0, ended == nil { ended = Self.statusIfEnded(child) }
      if found == 0, ended != nil { break }
      if let end, ContinuousClock.now >= end || isAskedToEnd() {
        isOutOfTime = true
        break
      }
    }
    if ended == nil { ended = Self.wait(for: child, until: end, &isOutOfTime) }
    guard let ended else {
      throw Self.failure("cannot determine how '\(program)' ended")
    }
    self.errors = String(decoding: errors, as: UTF8.self)
    self.isOutOfTime = isOutOfTime
    status = ChildProcess.exitStatus(ended) ?? 128 + ended & 0x7F
  }

  private static func failure(_ message: String) -> GitError {
    GitError(code: GitError.Code.program, message: message, function: "ProgramRun")
  }

  private static func statusIfEnded(_ child: pid_t) -> Int32? {
    var status: Int32 = 0
    return waitpid(child, &status, WNOHANG) == child ? status : nil
  }

  /// Waits for the program, and kills it when its time is up.
  private static func wait(
    for child: pid_t, until end: ContinuousClock.Instant?, _ isOutOfTime: inout Bool
  ) -> Int32? {
    guard let end else { return ChildProcess.wait(for: child) }
    var pause: UInt32 = 50
    while !isOutOfTime {
      if let status = statusIfEnded(child) { return status }
      usleep(pause)
      pause = min(pause * 2, 5_000)
      isOutOfTime = ContinuousClock.now >= end
    }
    kill(child, SIGKILL)
    return ChildProcess.wait(for: child)
  }
}
