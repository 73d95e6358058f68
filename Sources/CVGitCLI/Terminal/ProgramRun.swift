#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Another program's run: what it printed and how it ended.
struct ProgramRun {
  let output: [UInt8]
  let errors: String
  /// The exit status; 128 and the signal's number for one that a signal ended, as in a shell.
  let status: Int32
  /// True where it was ended because it took too long.
  let isOutOfTime: Bool

  /// Runs a program to its end, without a shell.
  ///
  /// - Parameters:
  ///   - program: a path, or a name that is looked up in `PATH`.
  ///   - input: what it reads on standard input.
  ///   - folder: where its input and output stand meanwhile: in files, so that it can never block.
  ///   - limit: the time after which it is ended; nil for a program that may ask a person.
  init(
    _ program: String, _ arguments: [String], input: [UInt8], environment: [String: String],
    in folder: borrowing PrivateFolder, limit: Duration? = nil
  ) throws {
    guard let path = ProgramSearch.program(program, in: environment["PATH"]) else {
      throw Failure("cannot run '\(program)': there is no such program")
    }
    try folder.write(input, to: "input")
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    let child = ChildProcess.start(
      path, arguments, environment: environment,
      files: [
        .open(folder.place("input"), flags: O_RDONLY, as: STDIN_FILENO),
        .open(folder.place("output"), flags: flags, as: STDOUT_FILENO),
        .open(folder.place("errors"), flags: flags, as: STDERR_FILENO),
      ])
    guard let child else { throw Failure("cannot run '\(program)'") }
    guard let (status, isOutOfTime) = Self.wait(for: child, limit: limit, in: folder) else {
      throw Failure("cannot tell how '\(program)' ended: \(FileReading.lastError)")
    }
    self.isOutOfTime = isOutOfTime
    self.status = ChildProcess.exitStatus(status) ?? 128 + status & 0x7F
    output = folder.content(of: "output") ?? []
    errors = String(decoding: folder.content(of: "errors") ?? [], as: UTF8.self)
  }

  /// Its status as the system gives it, nil where there is none to be had: then the process is not ours to end either.
  private static func wait(
    for child: pid_t, limit: Duration?, in folder: borrowing PrivateFolder
  ) -> (status: Int32, Bool)? {
    var status: Int32 = 0
    var isOutOfTime = false
    if let limit {
      let end = ContinuousClock.now + limit
      var pause: UInt32 = 200
      while ContinuousClock.now < end, !folder.isAskedToEnd {
        let ended = unsafe waitpid(child, &status, WNOHANG)
        if ended == child { return (status, false) }
        if ended < 0, errno != EINTR { return nil }
        usleep(pause)
        pause = min(pause * 2, 5_000)
      }
      isOutOfTime = true
      kill(child, SIGKILL)
    }
    return ChildProcess.wait(for: child).map { ($0, isOutOfTime) }
  }
}
