#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The temporary file for a new version of a file.
///
/// It is in its own folder with a `.gitignore`, so that git never shows or adds it, however this
/// process ends.
struct TemporaryFile: ~Copyable {
  private let place: NamedFolder

  private static let name = "new"
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

  /// Writes the bytes and syncs them to the disk.
  ///
  /// - Parameter mode: the mode of a new file, subject to the umask.
  func write(_ bytes: [UInt8], newMode mode: mode_t) throws(FileFault) {
    let file = try place.folder.create(Self.name, mode: mode)
    defer { close(file) }
    guard DescriptorWriter.write(bytes, to: file), fsync(file) == 0 else { throw .current }
  }

  /// Writes and syncs the bytes with the mode of an existing file: nobody else can read them before
  /// it is set.
  func write(_ bytes: [UInt8], keeping mode: mode_t) throws(FileFault) {
    let file = try place.folder.create(Self.name, mode: 0o600)
    defer { close(file) }
    guard DescriptorWriter.write(bytes, to: file), fchmod(file, mode) == 0, fsync(file) == 0 else {
      throw .current
    }
  }

  func move(to other: borrowing OpenFolder, as newName: String) throws(FileFault) {
    try place.folder.move(Self.name, to: other, as: newName)
  }

  /// Removes the file and its folder.
  func remove(from parent: borrowing OpenFolder) {
    place.folder.discard(Self.name)
    place.folder.discard(Self.ignoreFile)
    parent.discardFolder(place.name)
  }
}
