#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reading files of the file system.
enum FileBytes {
  /// The content of a file.
  ///
  /// - Throws: the operating system's error, or a file larger than `limit` bytes.
  static func content(of path: NativePath, limit: Int) throws(GitError) -> [UInt8] {
    let bytes = try beginning(of: path, past: limit)
    guard bytes.count <= limit else {
      throw GitError(
        code: GitError.Code.tooLarge, message: "'\(path)' is larger than \(limit) bytes",
        function: "read")
    }
    return bytes
  }

  /// The content of a file; stops reading once there are more than `limit` bytes.
  static func beginning(of path: NativePath, past limit: Int) throws(GitError) -> [UInt8] {
    // Without O_NONBLOCK, opening a pipe would wait for its other end.
    let file = open(path.characters, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw unreadable(path) }
    defer { close(file) }
    guard let status = FileStatus(of: file) else { throw unreadable(path) }
    guard status.isRegularFile else {
      throw GitError(
        code: GitError.Code.unreadable, message: "cannot read '\(path)': not a regular file",
        function: "read")
    }
    let size = status.size
    // Read a regular file at once, with one byte of room to detect the end.
    var bytes = try part(of: file, atMost: size <= limit ? size + 1 : 1 << 16, path)
    if size > 0, bytes.count == size { return bytes }
    while !bytes.isEmpty, bytes.count <= limit {
      let more = try part(of: file, atMost: 1 << 16, path)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// The next bytes of an open file; empty at its end.
  private static func part(
    of file: Int32, atMost count: Int, _ path: NativePath
  ) throws(GitError) -> [UInt8] {
    var isRead = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var result = read(file, buffer.baseAddress, buffer.count)
      while result < 0, errno == EINTR { result = read(file, buffer.baseAddress, buffer.count) }
      isRead = result >= 0
      filled = max(0, result)
    }
    guard isRead else { throw unreadable(path) }
    return bytes
  }

  /// The target of a symbolic link.
  static func target(ofLink path: NativePath) throws(GitError) -> [UInt8] {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path.characters, &target, target.count)
    guard count >= 0 else { throw unreadable(path) }
    return target.prefix(count).map { UInt8(bitPattern: $0) }
  }

  /// The error for a system call that just failed.
  static func unreadable(_ path: NativePath) -> GitError {
    let code = errno
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return GitError(
      code: GitError.Code.unreadable, message: "cannot read '\(path)': \(reason)", function: "read")
  }
}
