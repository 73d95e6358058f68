#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The result of `stat` for a path.
struct FileStatus {
  private let status: stat

  /// Nil if the path does not exist.
  ///
  /// - Parameter followingLinks: whether to follow a symbolic link.
  init?(of path: NativePath, followingLinks: Bool = true) {
    var status = stat()
    let code = followingLinks ? stat(path.characters, &status) : lstat(path.characters, &status)
    guard code == 0 else { return nil }
    self.status = status
  }

  /// The status of a path, nil if it does not exist; links are not followed.
  ///
  /// - Throws: why the path cannot be examined, such as a folder that can be listed but not
  ///   entered.
  static func status(at path: NativePath) throws(GitError) -> FileStatus? {
    if let status = FileStatus(of: path, followingLinks: false) { return status }
    guard errno == ENOENT || errno == ENOTDIR else { throw FileBytes.unreadable(path) }
    return nil
  }

  /// The status of an open file; nil if `fstat` fails.
  init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.status = status
  }

  private var kind: mode_t { status.st_mode & S_IFMT }
  var isRegularFile: Bool { kind == S_IFREG }
  var isFolder: Bool { kind == S_IFDIR }
  var isSymbolicLink: Bool { kind == S_IFLNK }
  var isExecutable: Bool { status.st_mode & S_IXUSR != 0 }
  var size: Int { Int(status.st_size) }
  var owner: UInt32 { status.st_uid }

  /// The path with all links resolved; nil if it does not exist.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
