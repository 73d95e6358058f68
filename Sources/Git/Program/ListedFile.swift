/// A line of `git ls-files -t --stage -z`.
struct ListedFile {
  /// The state of the file: `H` in the index, `S` skipped by a sparse checkout, `C`, `R` and `M`
  /// changed, removed and unmerged, `?` untracked.
  let tag: UInt8
  let path: GitPath
  /// Nil for an untracked file.
  let entry: FileEntry?
  /// 0, or the side of a conflict.
  let stage: UInt8

  /// Parses `TAG SP MODE SP ID SP STAGE TAB PATH`, or `? SP PATH`; nil for anything else.
  init?(_ line: some Collection<UInt8>) {
    let line = Array(line)
    guard line.count > 2, let tag = line.first else { return nil }
    self.tag = tag
    if tag == UInt8(ascii: "?") {
      path = GitPath(bytes: Array(line[2...]))
      (entry, stage) = (nil, 0)
      return
    }
    guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
    let words = line[..<tab].split(separator: UInt8(ascii: " "))
    path = GitPath(bytes: Array(line[(tab + 1)...]))
    guard words.count == 4, let id = ObjectID(hexDigits: words[2]), let digit = words[3].first,
      let bits = UInt32(String(decoding: words[1], as: UTF8.self), radix: 8),
      let mode = EntryMode(bits: bits)
    else { return nil }
    entry = FileEntry(path: path, mode: mode, id: id)
    stage = digit - UInt8(ascii: "0")
  }
}

extension Repository {
  /// The files that `git ls-files` lists below a folder.
  func listedFiles(
    under folder: GitPath, _ options: [String] = []
  ) throws(GitError) -> [ListedFile] {
    let run = try git.answer(
      GitProgram.readingFiles + ["ls-files", "--stage", "-z", "-t", "--full-name"] + options
        + ["--", folder.pathspec])
    return try run.output.split(separator: 0).map { (line) throws(GitError) in
      guard let file = ListedFile(line) else { throw unexpected(line) }
      return file
    }
  }

  func unexpected(_ line: some Collection<UInt8>) -> GitError {
    GitError(
      code: GitError.Code.malformed,
      message: "unexpected output of 'git ls-files': '\(GitPath(bytes: Array(line)))'",
      function: "git")
  }
}

extension GitPath {
  /// The path as a pathspec: from the top of the work tree, without special characters.
  var pathspec: String {
    self == .top ? ":/" : ":(top,literal)" + String(decoding: bytes, as: UTF8.self)
  }
}
