#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The names in a folder of the file system.
enum FolderNames {
  /// All names except `.` and `..`, sorted by bytes.
  static func names(in path: NativePath) throws(GitError) -> [[UInt8]] {
    guard let folder = opendir(path.characters) else { throw FileBytes.unreadable(path) }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 1) { start in
          Array(UnsafeRawBufferPointer(start: start, count: strlen(start)))
        }
      }
      if !name.elementsEqual(".".utf8), !name.elementsEqual("..".utf8) { names.append(name) }
    }
    guard errno == 0 else { throw FileBytes.unreadable(path) }
    return names.sorted { GitPath.isBefore($0, $1) }
  }
}
