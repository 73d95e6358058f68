/// The folders that a repository takes its objects from.
enum ObjectFolders {
  /// A folder of objects, and those that its `info/alternates` name, in libgit2's way: a line each, from the folder on
  /// where it begins with a dot, and no more than five from one to the next.
  static func all(from folder: String) -> [String] {
    var folders: [String] = []
    add(folder, depth: 0, to: &folders)
    return folders
  }

  private static let deepest = 5

  private static func add(_ folder: String, depth: Int, to folders: inout [String]) {
    guard depth <= deepest, !folders.contains(folder) else { return }
    folders.append(folder)
    let file = NativePath(folder + "/info/alternates")
    guard FileStatus(of: file)?.isRegularFile == true,
      let bytes = try? FileBytes.content(of: file, limit: 1 << 20)
    else { return }  // libgit2 says what is wrong with it.
    for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      let path = String(decoding: line, as: UTF8.self)
      if path.hasPrefix("#") { continue }
      add(path.hasPrefix(".") ? folder + "/" + path : path, depth: depth + 1, to: &folders)
    }
  }
}
