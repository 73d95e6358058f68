#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The temporary files for new versions of files.
///
/// They are in their own folder with a `.gitignore`, so that git never shows or adds them, however
/// this process ends.
struct TemporaryFiles: ~Copyable {
  private let place: NamedFolder
  private let written = Names()

  /// The names of the files that were written and not moved.
  private final class Names {
    var all: Set<String> = []
  }

  /// The mode of a file.
  enum Mode {
    /// Subject to the umask.
    case new(mode_t)
    /// That of the file that is replaced: nobody else can read the bytes before it is set.
    case existing(mode_t)
  }

  private static let ignoreFile = ".gitignore"

  init(in parent: borrowing OpenFolder) throws(FileFault) {
    let made = try parent.makeTemporaryFolder()
    do throws(FileFault) {
      let file = try made.folder.create(Self.ignoreFile, mode: 0o600)
      defer { close(file) }
      guard DescriptorWriter.write("*\n", to: file) else { throw .current }
    } catch {
      made.folder.discard(Self.ignoreFile)
      parent.discardFolder(made.name)
      throw error
    }
    place = made
  }

  /// Writes a file.
  ///
  /// - Parameter syncs: whether to wait until the bytes are on the disk.
  func write(
    _ bytes: [UInt8], as name: String, _ mode: Mode, syncs: Bool = true
  ) throws(FileFault) {
    let first: mode_t = if case .new(let mode) = mode { mode } else { 0o600 }
    let file = try place.folder.create(name, mode: first)
    defer { close(file) }
    written.all.insert(name)
    guard DescriptorWriter.write(bytes, to: file) else { throw .current }
    if case .existing(let mode) = mode, fchmod(file, mode & 0o7777) != 0 { throw .current }
    if syncs, fsync(file) != 0 { throw .current }
  }

  func move(
    _ name: String, to other: borrowing OpenFolder, as newName: String
  ) throws(FileFault) {
    try place.folder.move(name, to: other, as: newName)
    written.all.remove(name)
  }

  /// Removes the folder and what is left in it.
  func remove(from parent: borrowing OpenFolder) {
    for name in written.all { place.folder.discard(name) }
    place.folder.discard(Self.ignoreFile)
    parent.discardFolder(place.name)
  }
}
