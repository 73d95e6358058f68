internal import CVModel
internal import Git
internal import Text
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Replaces a file atomically, so that an interruption leaves either the old or the new file.
/// Everything that this program writes for a user goes through here.
///
/// The bytes are written to a file in a folder beside it, which neither git nor a reader of records
/// looks into, synced to the disk, and renamed over the file if it is unchanged.
struct FileReplacement {
  /// Absolute: named by the user or git, so links in it are followed.
  private let base: String
  /// From the base. Links on this path are rejected: in a clone, they may come from somebody else.
  private let parts: [Substring]
  /// The name for messages.
  let name: String

  private var file: String { String(parts[parts.count - 1]) }

  private static let temporaryName = "new"

  /// - Parameters:
  ///   - path: from the base, with at least one name.
  ///   - base: an absolute path.
  init(_ path: String, in base: String, name: String? = nil) {
    self.base = base
    parts = path.split(separator: "/")
    self.name = name ?? path
    precondition(!parts.isEmpty, "a file has a name")
  }

  /// A file in an existing folder, which the user or git chose.
  init(_ path: String, name: String? = nil) {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let file = path[slash...].drop { $0 == "/" }
    self.init(String(file), in: slash == path.startIndex ? "/" : String(path[..<slash]), name: name)
  }

  /// The current content of the file; nil if it does not exist.
  func content() throws -> [UInt8]? {
    try reading("read") { () throws(FileFault) in
      do throws(FileFault) {
        return try folder().bytes(of: file)
      } catch .system(ENOENT) {
        return nil
      }
    }
  }

  /// Replaces the file, or creates it and its parent folders.
  ///
  /// - Parameters:
  ///   - expected: the expected current content; nil if the file must not exist yet.
  ///   - mode: for a new file; an existing one keeps its mode.
  func write(_ bytes: [UInt8], replacing expected: [UInt8]?, mode: mode_t = 0o666) throws {
    try replace(with: bytes, expected.map { .bytes($0) } ?? .nothing, mode: mode)
  }

  /// Replaces the file, whatever it contains.
  func overwrite(_ bytes: [UInt8]) throws { try replace(with: bytes, .anything, mode: 0o666) }

  /// Renames the file within its folder.
  func move(to newName: String) throws {
    try reading("rename") { () throws(FileFault) in
      try folder().rename(file, to: newName)
    }
  }

  func remove() throws {
    try reading("remove") { () throws(FileFault) in
      try folder().remove(file)
    }
  }

  /// The expected state of the file when it is replaced.
  private enum Expectation {
    case nothing
    case bytes([UInt8])
    case anything
  }

  private func folder(makingMissing: Bool = false) throws(FileFault) -> OpenFolder {
    try OpenFolder(at: base).folder(parts.dropLast(), makingMissing: makingMissing)
  }

  private func replace(
    with bytes: [UInt8], _ expected: Expectation, mode: mode_t
  ) throws {
    let signals = HeldSignals()
    defer { withExtendedLifetime(signals) {} }
    let isNew = if case .nothing = expected { true } else { false }
    let folder = try reading("write") { () throws(FileFault) in
      try self.folder(makingMissing: isNew)
    }
    let temporary = try reading("write") { () throws(FileFault) in
      try TemporaryFiles(in: folder)
    }
    do {
      try reading("write") { () throws(FileFault) in
        let old = try folder.status(of: file)
        try temporary.write(
          bytes, as: Self.temporaryName, old.map { .existing($0.st_mode) } ?? .new(mode))
      }
      guard folder.lock() else {
        throw Failure("another cvgit is writing \(quoted(name))", hint: "try again")
      }
      try check(expected, in: folder)
      try reading("write") { () throws(FileFault) in
        try temporary.move(Self.temporaryName, to: folder, as: file)
      }
      folder.unlock()
    } catch {
      temporary.remove(from: folder)
      throw error
    }
    temporary.remove(from: folder)
    folder.sync()
  }

  /// Checks just before the replacement that the file is unchanged since it was read.
  private func check(_ expected: Expectation, in folder: borrowing OpenFolder) throws {
    switch expected {
    case .anything:
      let status = try reading("write") { () throws(FileFault) in try folder.status(of: file) }
      guard status.map({ $0.st_mode & S_IFMT == S_IFREG }) ?? true else {
        throw Failure("\(quoted(name)) is not a regular file", hint: "name another file")
      }
    case .nothing:
      let status = try reading("write") { () throws(FileFault) in try folder.status(of: file) }
      guard status == nil else {
        throw Failure("\(quoted(name)) already exists", hint: "nothing was written")
      }
    case .bytes(let old):
      let now = try reading("write") { () throws(FileFault) in try folder.bytes(of: file) }
      guard now == old else {
        throw Failure(
          "\(quoted(name)) was changed by another program in the meantime",
          hint: "nothing was written: run the command again")
      }
    }
  }

  private func reading<Result: ~Copyable>(
    _ task: String, _ work: () throws(FileFault) -> Result
  ) throws -> Result {
    try Failure.naming(name, task: task, work)
  }
}

extension Failure {
  /// Converts an error of the file system into a message about a task with a file.
  static func naming<Result: ~Copyable>(
    _ name: String, task: String, _ work: () throws(FileFault) -> Result
  ) throws -> Result {
    do throws(FileFault) {
      return try work()
    } catch {
      throw Failure(task, name, error)
    }
  }

  fileprivate init(_ task: String, _ name: String, _ fault: FileFault) {
    var hint: String?
    if case .link = fault { hint = "put a file or a folder there: links are not followed" }
    self.init("cannot \(task) \(quoted(name)): \(fault.reason)", hint: hint)
  }
}
