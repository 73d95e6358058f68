internal import CVModel
internal import Text
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// An open folder: reads and writes stay inside it, even if its name is reused.
///
/// Links in it are never followed, and only regular files are read: opening a pipe would wait for
/// its other end.
struct OpenFolder: ~Copyable {
  private let descriptor: Int32

  /// Opens a folder that the user or git named, following links.
  init(at path: String) throws(FileFault) {
    let opened = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw .current }
    descriptor = opened
  }

  private init(_ name: String, in parent: Int32) throws(FileFault) {
    let opened = unsafe openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard opened >= 0 else {
      let code = errno
      // For a link, Linux reports that it is not a directory.
      var status = stat()
      let isLink =
        unsafe fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0
        && status.st_mode & S_IFMT == S_IFLNK
      throw isLink ? .link(name) : .system(code)
    }
    descriptor = opened
  }

  deinit { close(descriptor) }

  /// The subfolder at a path such as `cv/awards`.
  ///
  /// - Throws: a link on the path, even one that stays inside: git does not follow it either.
  func folder(_ path: some Sequence<Substring>, makingMissing: Bool = false) throws(FileFault)
    -> OpenFolder
  {
    var folder = OpenFolder(duplicating: self)
    for name in path {
      if makingMissing { try folder.makeFolder(String(name)) }
      folder = try OpenFolder(String(name), in: folder.descriptor)
    }
    return folder
  }

  private init(duplicating other: borrowing OpenFolder) {
    descriptor = fcntl(other.descriptor, F_DUPFD_CLOEXEC, 0)
  }

  private func makeFolder(_ name: String, mode: mode_t = 0o777) throws(FileFault) {
    guard unsafe mkdirat(descriptor, name, mode) == 0 || errno == EEXIST || errno == EROFS else {
      throw .current
    }
  }

  /// The status of a name in the folder; nil if it does not exist.
  func status(of name: String) throws(FileFault) -> stat? {
    var status = stat()
    if unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
    guard errno == ENOENT else { throw .current }
    return nil
  }

  /// The bytes of a regular file; nil if it does not exist.
  func bytes(of name: String) throws(FileFault) -> [UInt8]? {
    let file = unsafe openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      if errno == ELOOP || errno == EMLINK { throw .link(name) }
      throw .current
    }
    defer { close(file) }
    return try FileReading.regularBytes(from: file)
  }

  /// Creates a folder for its owner only, with a short random name that is valid on every file
  /// system.
  func makeTemporaryFolder() throws(FileFault) -> NamedFolder {
    while true {
      let letters = "abcdefghijklmnopqrstuvwxyz234567"
      let name = ".cvgit-" + String((0..<8).compactMap { _ in letters.randomElement() })
      if unsafe mkdirat(descriptor, name, 0o700) == 0 {
        return NamedFolder(name: name, folder: try OpenFolder(name, in: descriptor))
      }
      guard errno == EEXIST else { throw .current }
    }
  }

  /// Creates a new file, open for writing.
  func create(_ name: String, mode: mode_t) throws(FileFault) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = unsafe openat(descriptor, name, flags, mode)
    guard file >= 0 else { throw .current }
    return file
  }

  /// Moves a file from this folder to another.
  func move(_ name: String, to other: borrowing OpenFolder, as newName: String) throws(FileFault) {
    guard unsafe renameat(descriptor, name, other.descriptor, newName) == 0 else { throw .current }
  }

  func rename(_ name: String, to newName: String) throws(FileFault) {
    guard unsafe renameat(descriptor, name, descriptor, newName) == 0 else { throw .current }
  }

  func remove(_ name: String) throws(FileFault) {
    guard unsafe unlinkat(descriptor, name, 0) == 0 else { throw .current }
  }

  /// Removes a temporary file, ignoring errors.
  func discard(_ name: String) { _ = unsafe unlinkat(descriptor, name, 0) }

  /// Removes an empty temporary folder, ignoring errors.
  func discardFolder(_ name: String) { _ = unsafe unlinkat(descriptor, name, AT_REMOVEDIR) }

  /// Locks the folder against other runs of this program until it is closed; false if that takes
  /// more than a second.
  func lock() -> Bool {
    for _ in 0..<200 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { return true }
      usleep(5_000)
    }
    return false
  }

  /// Releases the lock.
  func unlock() { _ = flock(descriptor, LOCK_UN) }

  /// Syncs the folder's names to the disk, if the file system supports it.
  func sync() { _ = fsync(descriptor) }
}

/// A folder with its name in the parent folder.
struct NamedFolder: ~Copyable {
  let name: String
  let folder: OpenFolder
}

/// Why a file could not be read or written.
enum FileFault: Error, Equatable {
  /// The error number of the operating system.
  case system(Int32)
  /// A symbolic link, which is not followed here.
  case link(String)
  /// A pipe, a device, a socket or a folder.
  case notRegular

  /// The error of the call that just failed.
  static var current: FileFault { .system(errno) }

  /// The reason, for the end of a message.
  var reason: String {
    switch self {
    case .system(let code):
      unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    case .link(let name): "\(quoted(name)) is a symbolic link"
    case .notRegular: "not a regular file"
    }
  }
}
