/// Reads the files of any folder of the file system.
package enum FolderFiles {
  /// The contents, by name, of the files with one of these endings; nil if the folder does not
  /// exist.
  ///
  /// - Throws: the operating system's error, or a file larger than `limit` bytes (1 MiB).
  package static func contents(
    of folder: String, endings: [String], limit: Int = 1 << 20
  ) throws(GitError) -> [String: [UInt8]]? {
    guard FileStatus(of: NativePath(folder))?.isFolder == true else { return nil }
    var result: [String: [UInt8]] = [:]
    for bytes in try FolderNames.names(in: NativePath(folder)) {
      guard let name = String(validating: bytes, as: UTF8.self),
        endings.contains(where: { name.hasSuffix($0) })
      else { continue }
      result[name] = try FileBytes.content(of: NativePath("\(folder)/\(name)"), limit: limit)
    }
    return result
  }
}
