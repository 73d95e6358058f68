internal import CVModel
internal import Text
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads files by their absolute path.
enum FileReading {
  /// The bytes of a regular file. Opening a pipe would wait for its other end.
  static func bytes(_ path: String, name: String? = nil) throws -> [UInt8] {
    do throws(FileFault) {
      let file = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
      guard file >= 0 else { throw .current }
      defer { close(file) }
      return try regularBytes(from: file)
    } catch {
      throw Failure("cannot read \(quoted(name ?? path)): \(error.reason)")
    }
  }

  /// The bytes of an open file, if it is a regular one.
  static func regularBytes(from file: Int32) throws(FileFault) -> [UInt8] {
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw .current }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    guard let bytes = bytes(from: file) else { throw .current }
    return bytes
  }

  /// All bytes from a descriptor; nil if reading fails.
  ///
  /// - Parameter limit: reading ends after that many bytes.
  static func bytes(from file: Int32, limit: Int = .max) -> [UInt8]? {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = unsafe part.withUnsafeMutableBytes { buffer in
        unsafe read(file, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return bytes }
      if count > 0 {
        bytes += part[..<count]
      } else if errno != EINTR {
        return nil
      }
    }
    return bytes
  }

  /// The text of a file; nil if it does not exist.
  static func text(_ path: String) throws -> String? {
    guard exists(path) else { return nil }
    return String(decoding: try bytes(path), as: UTF8.self)
  }

  /// Whether the path exists, even as a broken link.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  static func isReadable(_ path: String) -> Bool {
    unsafe access(path, R_OK) == 0 && !isFolder(path)
  }

  static func isExecutable(_ path: String) -> Bool {
    unsafe access(path, X_OK) == 0 && !isFolder(path)
  }

  /// The size of a file; nil if it does not exist.
  static func size(_ path: String) -> Int? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The folder of a path.
  static func parent(_ path: String) -> String {
    let parent = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    return parent.isEmpty ? "/" : String(parent)
  }

  /// An absolute path without empty parts and `.`.
  static func normalized(_ path: String) -> String {
    "/" + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  /// The names in a folder; nil if it does not exist.
  static func names(in folder: String) -> [String]? {
    guard let stream = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The path with links resolved, as far as it exists.
  static func realPath(_ path: String) -> String {
    if let resolved = unsafe realpath(path, nil) {
      defer { unsafe free(resolved) }
      return unsafe String(cString: resolved)
    }
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return path }
    return realPath(String(path[..<slash])) + path[slash...]
  }

  /// The operating system's message for the call that just failed.
  static var lastError: String {
    let code = errno
    return unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
