internal import CVModel
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Writes a whole file so that a stop at any moment leaves the old one or the new one.
///
/// The bytes go to a dot-file beside it, which no reader takes for a record, reach the disk, and take the file's name.
struct FileReplacement {
  /// Absolute.
  let path: String
  /// As messages name it.
  let name: String

  private var folder: String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }
  private var stem: Substring {
    path[path.index(after: path.lastIndex(of: "/") ?? path.startIndex)...]
  }
  /// The dot-file beside it that the bytes go to first.
  ///
  /// Its name is short, however long the file's own is, and the same in every run: two runs cannot write one file at once,
  /// and what a killed run left is taken over.
  var temporary: String {
    let digest = stem.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return "\(folder)/.\(String(digest, radix: 16)).cvgit-new"
  }

  init(_ path: String, name: String? = nil) {
    self.path = path
    self.name = name ?? path
  }

  /// Replaces the file, or makes it and the folders it stands in.
  ///
  /// - Parameters:
  ///   - expected: what the file must still hold; nil for a file that must not be there yet.
  ///   - mode: for a file that is not there yet; one that is keeps its own.
  func write(_ bytes: [UInt8], replacing expected: [UInt8]?, mode: mode_t = 0o666) throws {
    if expected == nil { try makeFolders() }
    try write(bytes, over: expected.map { .bytes($0) } ?? .nothing, mode: mode)
  }

  /// Replaces whatever is there; behind a link it is the file that the link names. A device or a pipe is written to as it is.
  func writeOver(_ bytes: [UInt8]) throws {
    let target = FileReplacement(FileReading.realPath(path), name: name)
    var status = stat()
    guard unsafe stat(target.path, &status) == 0 else {
      guard FileReading.isFolder(target.folder) else {
        throw Failure(
          "cannot write \(quoted(name))",
          hint: "make the folder \(quoted(target.folder)) first")
      }
      return try target.write(bytes, over: .anything, mode: 0o666)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw Failure("\(quoted(name)) is a folder", hint: "name a file in it")
    case S_IFREG: try target.write(bytes, over: .anything, mode: 0o666)
    default:
      let file = unsafe open(target.path, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { throw refused("write") }
      defer { close(file) }
      guard DescriptorWriter.write(bytes, to: file) else { throw refused("write") }
    }
  }

  /// What must be there when the new file takes its place.
  private enum Expectation {
    case nothing
    case bytes([UInt8])
    case anything
  }

  private func write(_ bytes: [UInt8], over expected: Expectation, mode: mode_t) throws {
    // What is there may be for its owner alone: nobody else reads the new bytes before it has the old one's mode.
    let isThere = Self.exists(path)
    let file = try openTemporary(mode: isThere ? 0o600 : mode)
    defer { close(file) }
    do {
      guard !isThere || fchmod(file, 0o600) == 0 else { throw refused("keep the mode of") }
      try fill(file, bytes, expected)
    } catch {
      Self.discard(temporary)
      throw error
    }
    syncFolder()
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  private func fill(_ file: Int32, _ bytes: [UInt8], _ expected: Expectation) throws {
    guard ftruncate(file, 0) == 0, DescriptorWriter.write(bytes, to: file) else {
      throw refused("write")
    }
    if let own = try check(expected) {
      guard fchmod(file, own) == 0 else { throw refused("keep the mode of") }
    }
    guard fsync(file) == 0, unsafe rename(temporary, path) == 0 else { throw refused("write") }
  }

  /// The mode of the file that is there.
  private func check(_ expected: Expectation) throws -> mode_t? {
    var status = stat()
    let isThere = unsafe lstat(path, &status) == 0
    switch expected {
    case .anything: break
    case .nothing:
      if isThere { throw Failure("\(quoted(name)) is there already", hint: "nothing was written") }
    case .bytes(let old):
      guard isThere, try FileReading.bytes(path, name: name) == old else {
        throw Failure(
          "\(quoted(name)) was changed by another program meanwhile",
          hint: "nothing was written: run the command again")
      }
    }
    return isThere ? status.st_mode & 0o7777 : nil
  }

  /// The file beside it, locked: what a killed run left there is taken over, what a running one writes is not.
  private func openTemporary(mode: mode_t) throws -> Int32 {
    while true {
      let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode)
      guard file >= 0 else { throw refused("write") }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        close(file)
        throw Failure("another cvgit is writing \(quoted(name))", hint: "try again")
      }
      var (own, there) = (stat(), stat())
      if unsafe fstat(file, &own) == 0, unsafe lstat(temporary, &there) == 0,
        own.st_ino == there.st_ino
      {
        return file
      }
      close(file)
    }
  }

  private func makeFolders() throws {
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/\(part)"
      guard unsafe mkdir(made, 0o777) == 0 || errno == EEXIST || errno == EISDIR || errno == EROFS
      else {
        throw refused("make the folder of")
      }
    }
  }

  /// Gives a file that is in the way the name `NAME.old`.
  static func setAside(_ path: String) throws {
    guard FileReading.exists(path) else { return }
    guard unsafe rename(path, path + ".old") == 0 else {
      throw Failure("cannot rename \(quoted(path)): \(FileReading.lastError)")
    }
  }

  /// Removes a file of our own that is needed no more.
  static func discard(_ path: String) { _ = unsafe unlink(path) }

  /// Makes the new name itself last; a file system that cannot is none to fail for.
  private func syncFolder() {
    let descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  private func refused(_ task: String) -> Failure {
    Failure("cannot \(task) \(quoted(name)): \(FileReading.lastError)")
  }
}
