#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The file that a new version of another one is written to.
///
/// It is in a folder of its own that ignores itself: whatever ends this process, git shows and adds nothing of it.
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

  /// Writes the bytes through to the disk.
  ///
  /// - Parameter mode: of a new file, which the process's mask narrows.
  func write(_ bytes: [UInt8], newMode mode: mode_t) throws(FileFault) {
    let file = try place.folder.create(Self.name, mode: mode)
    defer { close(file) }
    guard DescriptorWriter.write(bytes, to: file), fsync(file) == 0 else { throw .current }
  }

  /// Writes the bytes through to the disk for a file that has a mode already: nobody else reads them before they have it.
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

  /// Removes what is left of it.
  func remove(from parent: borrowing OpenFolder) {
    place.folder.discard(Self.name)
    place.folder.discard(Self.ignoreFile)
    parent.discardFolder(place.name)
  }
}
