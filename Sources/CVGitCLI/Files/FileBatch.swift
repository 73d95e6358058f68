internal import CVModel
internal import Git
internal import Text
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Writes many files so that a stop at any moment leaves the old or the new version of each.
///
/// All new versions reach the disk with one sync; then each takes the name of its file, if that
/// still holds what it held.
struct FileBatch {
  /// What happens to a file.
  struct Change {
    /// From the base, with at least one name.
    let path: String
    /// Nil for a file that is to be removed.
    let bytes: [UInt8]?
    /// What the file must still hold; nil for a file that must not be there yet.
    let expected: [UInt8]?
  }

  /// Absolute: the user or git named it, so links on the way to it are followed.
  private let base: String

  init(in base: String) { self.base = base }

  /// Makes the changes.
  ///
  /// - Throws: if a file is not what it was. What was renamed before stays, and the command can be
  ///   run again.
  func write(_ changes: [Change]) throws {
    guard !changes.isEmpty else { return }
    let signals = HeldSignals()
    defer { withExtendedLifetime(signals) {} }
    let folders = Dictionary(grouping: changes.indices) { Self.folder(of: changes[$0].path) }
      .sorted { $0.key < $1.key }
    let top = try reading(changes[0].path) { () throws(FileFault) in
      try OpenFolder(at: base)
    }
    let temporary = try reading(changes[0].path) { () throws(FileFault) in
      try TemporaryFiles(in: top)
    }
    do {
      for (folder, indices) in folders {
        try prepare(changes, indices, in: folder, temporary, signals)
      }
      if Self.syncsAll { sync() }
      for (folder, indices) in folders {
        try replace(changes, indices, in: folder, temporary)
      }
    } catch {
      temporary.remove(from: top)
      throw error
    }
    temporary.remove(from: top)
  }

  /// Whether one `sync` waits until all files are on the disk: Linux does, other systems do not
  /// promise to.
  private static var syncsAll: Bool {
    #if canImport(Glibc)
      true
    #else
      false
    #endif
  }

  /// Writes the new versions, each under its number.
  private func prepare(
    _ changes: [Change], _ indices: [Int], in folder: String,
    _ temporary: borrowing TemporaryFiles, _ signals: borrowing HeldSignals
  ) throws {
    let isNew = indices.contains { changes[$0].bytes != nil }
    let place = try open(folder, for: changes[indices[0]], makingMissing: isNew)
    for index in indices {
      guard let bytes = changes[index].bytes else { continue }
      if signals.isAskedToEnd { throw Failure("interrupted", hint: "nothing was written") }
      try reading(changes[index].path) { () throws(FileFault) in
        let old = try place.status(of: Self.name(of: changes[index].path))
        try temporary.write(
          bytes, as: String(index), old.map { .existing($0.st_mode) } ?? .new(0o666),
          syncs: !Self.syncsAll)
      }
    }
  }

  /// Gives the new versions the names of their files.
  private func replace(
    _ changes: [Change], _ indices: [Int], in folder: String,
    _ temporary: borrowing TemporaryFiles
  ) throws {
    let place = try open(folder, for: changes[indices[0]])
    guard place.lock() else {
      throw Failure("another cvgit is writing \(quoted(folder))", hint: "try again")
    }
    for index in indices {
      let name = Self.name(of: changes[index].path)
      let now = try reading(changes[index].path) { () throws(FileFault) in
        try place.bytes(of: name)
      }
      guard now == changes[index].expected else {
        throw Failure(
          "\(quoted(changes[index].path)) was changed by another program meanwhile",
          hint: "run the command again")
      }
    }
    for index in indices {
      try reading(changes[index].path) { () throws(FileFault) in
        let name = Self.name(of: changes[index].path)
        if changes[index].bytes == nil {
          try place.remove(name)
        } else {
          try temporary.move(String(index), to: place, as: name)
        }
      }
    }
    place.unlock()
    place.sync()
  }

  private func open(
    _ folder: String, for change: Change, makingMissing: Bool = false
  ) throws -> OpenFolder {
    try reading(change.path) { () throws(FileFault) in
      try OpenFolder(at: base).folder(folder.split(separator: "/"), makingMissing: makingMissing)
    }
  }

  private static func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private func reading<Result: ~Copyable>(
    _ name: String, _ work: () throws(FileFault) -> Result
  ) throws -> Result {
    try Failure.naming(name, task: "write", work)
  }
}
