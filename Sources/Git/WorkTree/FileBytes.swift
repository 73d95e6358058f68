#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reading files of the file system.
enum FileBytes {
  /// The content of a file.
  ///
  /// - Throws: what the operating system says, or that the file is larger than `limit` bytes.
  static func content(of path: NativePath, limit: Int) throws(GitError) -> [UInt8] {
    let file = open(path.characters, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw unreadable(path) }
    defer { close(file) }
    var bytes: [UInt8] = []
    // Room for all of an ordinary record and the end behind it: clearing more costs as much as reading.
    let size = FileStatus(of: path)?.size ?? 0
    var part = [UInt8](repeating: 0, count: max(512, min(size + 1, 1 << 16)))
    while bytes.count <= limit {
      let count = readPart(of: file, into: &part)
      guard count >= 0 else { throw unreadable(path) }
      if count == 0 { return bytes }
      bytes += part[..<count]
    }
    throw GitError(
      code: GitError.Code.tooLarge, message: "'\(path)' is larger than \(limit) bytes",
      function: "read")
  }

  private static func readPart(of file: Int32, into part: inout [UInt8]) -> Int {
    while true {
      let count = part.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// The text of a symbolic link.
  static func target(ofLink path: NativePath) throws(GitError) -> [UInt8] {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path.characters, &target, target.count)
    guard count >= 0 else { throw unreadable(path) }
    return target.prefix(count).map { UInt8(bitPattern: $0) }
  }

  /// What the operating system says about a call that just failed.
  static func unreadable(_ path: NativePath) -> GitError {
    let code = errno
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return GitError(
      code: GitError.Code.unreadable, message: "cannot read '\(path)': \(reason)", function: "read")
  }
}
