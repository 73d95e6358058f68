#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
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
    guard let path = Self.find(program, in: environment["PATH"]) else {
      throw Failure("cannot run '\(program)': there is no such program")
    }
    try folder.write(input, to: "input")
    guard
      let child = Self.spawn(
        path, [program] + arguments, environment, input: folder.place("input"),
        output: folder.place("output"), errors: folder.place("errors"))
    else { throw Failure("cannot run '\(program)'") }
    guard let (status, isOutOfTime) = Self.wait(for: child, limit: limit) else {
      throw Failure("cannot tell how '\(program)' ended: \(FileReading.lastError)")
    }
    self.isOutOfTime = isOutOfTime
    let signal = status & 0x7F
    self.status = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    output = folder.content(of: "output") ?? []
    errors = String(decoding: folder.content(of: "errors") ?? [], as: UTF8.self)
  }

  /// Its status as the system gives it, nil where there is none to be had: then the process is not ours to end either.
  private static func wait(for child: pid_t, limit: Duration?) -> (status: Int32, Bool)? {
    var status: Int32 = 0
    var isOutOfTime = false
    if let limit {
      let end = ContinuousClock.now + limit
      var pause: UInt32 = 200
      while ContinuousClock.now < end {
        let ended = unsafe waitpid(child, &status, WNOHANG)
        if ended == child { return (status, false) }
        if ended < 0, errno != EINTR { return nil }
        usleep(pause)
        pause = min(pause * 2, 5_000)
      }
      isOutOfTime = true
      kill(child, SIGKILL)
    }
    while unsafe waitpid(child, &status, 0) != child {
      guard errno == EINTR else { return nil }
    }
    return (status, isOutOfTime)
  }

  private static func find(_ program: String, in path: String?) -> String? {
    if program.contains("/") {
      return FileManager.default.isExecutableFile(atPath: program) ? program : nil
    }
    return (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
      .map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String: String], input: String,
    output: String, errors: String
  ) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, flags, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, flags, 0o600)
    var child = pid_t()
    let arguments = CStringArray(arguments)
    let variables = CStringArray(environment.map { "\($0.key)=\($0.value)" }.sorted())
    let code = unsafe arguments.withPointers { arguments in
      unsafe variables.withPointers { variables in
        unsafe posix_spawn(&child, path, &actions, nil, arguments, variables)
      }
    }
    return code == 0 ? child : nil
  }
}
