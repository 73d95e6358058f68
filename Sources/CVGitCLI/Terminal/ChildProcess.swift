#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A program that is run to its end, with this process's own terminal.
enum ChildProcess {
  /// Runs a program and gives its exit status, nil where it could not be started or was ended by a signal.
  ///
  /// - Parameter program: a path, or a name that is looked up in `PATH`.
  static func run(_ program: String, _ arguments: [String], environment: [String: String]) -> Int32?
  {
    var child = pid_t()
    let words = CStringArray([program] + arguments)
    let variables = CStringArray(environment.map { "\($0.key)=\($0.value)" }.sorted())
    let code = unsafe words.withPointers { words in
      unsafe variables.withPointers { variables in
        unsafe posix_spawnp(&child, program, nil, nil, words, variables)
      }
    }
    return code == 0 ? wait(for: child) : nil
  }

  private static func wait(for child: pid_t) -> Int32? {
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) != child {
      guard errno == EINTR else { return nil }
    }
    // The low seven bits are the signal, the next eight the exit status (POSIX, WIFEXITED and WEXITSTATUS).
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  /// What a program prints on standard output and its exit status, nil where it could not be run; what it says on standard
  /// error is dropped.
  static func output(
    _ program: String, _ arguments: [String], environment: [String: String]
  ) -> (text: String, status: Int32)? {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return nil }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var child = pid_t()
    let words = CStringArray([program] + arguments)
    let variables = CStringArray(environment.map { "\($0.key)=\($0.value)" }.sorted())
    let code = unsafe words.withPointers { words in
      unsafe variables.withPointers { variables in
        unsafe posix_spawnp(&child, program, &actions, nil, words, variables)
      }
    }
    close(ends[1])
    defer { close(ends[0]) }
    guard code == 0 else { return nil }
    let bytes = FileReading.bytes(from: ends[0])
    guard let status = wait(for: child), let bytes else { return nil }
    return (String(decoding: bytes, as: UTF8.self), status)
  }
}
