internal import CVModel
internal import Text
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// An output file that the user named.
///
/// Links in its path are followed, unless one in a repository leads out of it: somebody else may
/// have committed it.
struct NamedFile {
  /// As written on the command line.
  private let name: String
  /// Absolute, with links resolved as far as it exists.
  private let path: String

  /// - Parameter path: absolute.
  init(_ path: String, name: String) throws {
    self.name = name
    var folder = ""
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        folder = Self.parent(folder)
        continue
      }
      let place = "\(folder)/\(part)"
      let real = FileReading.realPath(place)
      if real != place, let top = Self.repository(around: folder),
        !(real + "/").hasPrefix(top + "/")
      {
        throw Failure(
          "\(quoted(name)) leads outside the repository through a link",
          hint: "to write there, name the file itself: \(copyable(real))")
      }
      folder = real
    }
    self.path = folder
  }

  private static func parent(_ path: String) -> String {
    String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }

  /// The top of the repository that contains a folder; nil if there is none.
  private static func repository(around folder: String) -> String? {
    var folder = folder
    while !folder.isEmpty, !FileReading.exists(folder + "/.git") { folder = parent(folder) }
    return folder.isEmpty ? nil : folder
  }

  /// Replaces the file; writes directly to anything but a regular file, such as a device.
  func write(_ bytes: [UInt8]) throws {
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    switch status.st_mode & S_IFMT {
    case _ where !exists:
      let folder = Self.parent(path)
      guard FileReading.isFolder(folder.isEmpty ? "/" : folder) else {
        throw Failure(
          "cannot write \(quoted(name))", hint: "create the folder \(quoted(folder)) first")
      }
      try FileReplacement(path, name: name).overwrite(bytes)
    case S_IFREG: try FileReplacement(path, name: name).overwrite(bytes)
    case S_IFDIR: throw Failure("\(quoted(name)) is a folder", hint: "name a file in it")
    default: try writeThrough(bytes)
    }
  }

  /// Creates a new file and its parent folders.
  func writeNew(_ bytes: [UInt8]) throws {
    var base = path
    repeat {
      base = Self.parent(base)
    } while !base.isEmpty && !FileReading.isFolder(base)
    try FileReplacement(
      String(path.dropFirst(base.count + 1)), in: base.isEmpty ? "/" : base, name: name
    ).write(bytes, replacing: nil)
  }

  /// Opens without blocking: a pipe without a reader is an error.
  private func writeThrough(_ bytes: [UInt8]) throws {
    let file = unsafe open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw refused }
    defer { close(file) }
    guard fcntl(file, F_SETFL, 0) == 0, DescriptorWriter.write(bytes, to: file) else {
      throw refused
    }
  }

  private var refused: Failure {
    Failure("cannot write \(quoted(name)): \(FileReading.lastError)")
  }
}
