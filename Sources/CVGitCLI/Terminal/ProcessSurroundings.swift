internal import Git
#if canImport(Glibc)
  // `environ` changes if a thread sets a variable, which none of ours does.
  @unsafe @preconcurrency internal import Glibc
#else
  internal import Darwin
  internal import Foundation
#endif

/// The process itself: its arguments, environment, terminal and exit. Nothing else reads or writes
/// them.
struct ProcessSurroundings {
  let arguments: [String]
  let surroundings: Surroundings

  init() {
    // Have `write` report a closed pipe, rather than a signal: the process may have to wait for the
    // pager.
    signal(SIGPIPE, SIG_IGN)
    // The same for a file that exceeds the size limit: its temporary file must be removed.
    signal(SIGXFSZ, SIG_IGN)
    // If the parent ignores SIGCHLD, the exit status of our children would be lost.
    signal(SIGCHLD, SIG_DFL)
    arguments = Array(CommandLine.arguments.dropFirst())
    let environment = Self.environment
    let isTerminal = isatty(STDOUT_FILENO) != 0
    var surroundings = Surroundings(
      environment: environment, directory: Self.directory, isTerminal: isTerminal,
      width: Self.width(environment))
    // Both access files, and most commands need neither.
    surroundings.clock = { Self.now }
    surroundings.readInput = { FileReading.bytes(from: STDIN_FILENO, limit: $0) }
    surroundings.findExecutable = { [surroundings] in Self.executable(surroundings) }
    surroundings.isInteractive =
      isTerminal && isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0
    self.surroundings = surroundings
  }

  /// The variables by name; if one is set twice, the first counts, as for `getenv`.
  private static var environment: [String: String] {
    #if canImport(Glibc)
      var variables: [String: String] = [:]
      var next = unsafe environ
      while let text = unsafe next.pointee {
        let bytes = unsafe UnsafeRawBufferPointer(start: text, count: strlen(text))
        if let end = unsafe bytes.firstIndex(of: UInt8(ascii: "=")) {
          let name = unsafe String(decoding: bytes[..<end], as: UTF8.self)
          let value = unsafe String(decoding: bytes[(end + 1)...], as: UTF8.self)
          if variables[name] == nil { variables[name] = value }
        }
        unsafe next += 1
      }
      return variables
    #else
      return ProcessInfo.processInfo.environment
    #endif
  }

  /// The current folder; empty if it no longer exists.
  private static var directory: String {
    guard let path = unsafe getcwd(nil, 0) else { return "" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// The program that this process runs.
  private static func executable(_ surroundings: Surroundings) -> String? {
    guard let name = CommandLine.arguments.first else { return nil }
    guard name.contains("/") else { return surroundings.onPath(name) }
    return name.hasPrefix("/") ? name : FileReading.realPath("\(surroundings.directory)/\(name)")
  }

  /// The time, in the process's time zone.
  private static var now: Moment {
    var seconds = time(nil)
    var local = unsafe tm()
    let isKnown = unsafe localtime_r(&seconds, &local) != nil
    return Moment(
      seconds: Int64(seconds), offsetMinutes: isKnown ? unsafe Int(local.tm_gmtoff) / 60 : 0)
  }

  /// `COLUMNS`, or the terminal's own width, or 80.
  private static func width(_ environment: [String: String]) -> Int {
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 {
      return min(columns, 1000)
    }
    var size = winsize()
    let isKnown = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return isKnown && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  func writeMessages(_ text: String) {
    if !text.isEmpty { _ = DescriptorWriter.write(text, to: STDERR_FILENO) }
  }

  func exit(_ status: ExitStatus) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status.rawValue)
    #else
      Darwin.exit(status.rawValue)
    #endif
  }
}

/// Writes whole texts to file descriptors.
enum DescriptorWriter {
  /// Returns false if the other end was closed, or the write failed.
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    write(Array(text.utf8), to: descriptor)
  }

  /// The same for bytes that need not be text.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    unsafe bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        #if canImport(Glibc)
          let count = unsafe Glibc.write(
            descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
        #else
          let count = unsafe Darwin.write(
            descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
        #endif
        if count < 0 {
          if errno == EINTR { continue }
          return false
        }
        offset += count
      }
      return true
    }
  }
}
