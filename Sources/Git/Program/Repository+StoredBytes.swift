extension Repository {
  /// The content of a file in the work tree as git would store it, or the target of a link.
  ///
  /// - Throws: a file longer than `limit` bytes (``GitError/isTooLarge``).
  package func workTreeContent(
    of file: WorkTreeFile, limit: Int
  ) throws(GitError) -> [UInt8] {
    if let id = file.id { return try blob(id, limit: limit) }
    if let bytes = try filteredContents(of: [file])[file.path] { return bytes }
    guard let top = try workTree else { throw Self.needsWorkTree }
    return try file.bytesOnDisk(below: top, limit: limit)
  }

  /// The contents of those files that git stores in another form than on the disk: with other line
  /// endings, another encoding, or converted by a filter.
  ///
  /// git writes them to a temporary object folder: the repository is not changed.
  package func filteredContents(
    of files: [WorkTreeFile]
  ) throws(GitError) -> [GitPath: [UInt8]] {
    let changed = files.filter { $0.id == nil && $0.mode != .symlink }.map(\.path)
    let paths = try filteredPaths(among: changed)
    guard !paths.isEmpty, let top = try workTree else { return [:] }
    let folder = try PrivateFolder(environment.variables)
    let alternates = objectFolders.map { "\"" + $0.escapedInQuotes + "\"" }.joined(separator: ":")
    let run = try GitProgram(in: top, environment: try environment.forTop(of: self)).answer(
      GitProgram.readingFiles + ["hash-object", "-w", "--stdin-paths"],
      input: Array(paths.map { $0.display + "\n" }.joined().utf8),
      with: [
        "GIT_OBJECT_DIRECTORY": folder.path, "GIT_ALTERNATE_OBJECT_DIRECTORIES": alternates,
      ])
    let ids = run.text.split(separator: "\n").map(String.init)
    guard ids.count == paths.count else { throw unexpected(run.output) }
    var contents: [GitPath: [UInt8]] = [:]
    for (path, id) in zip(paths, ids) {
      if let file = folder.content(of: "\(id.prefix(2))/\(id.dropFirst(2))") {
        contents[path] = LooseObject(file)?.content()
      } else if let id = ObjectID(hex: id) {
        // The repository already has this blob.
        contents[path] = try blob(id)
      }
    }
    return contents
  }

  /// The paths whose attributes or settings make git convert their content.
  private func filteredPaths(among paths: [GitPath]) throws(GitError) -> [GitPath] {
    guard !paths.isEmpty else { return [] }
    let attributes = ["filter", "text", "eol", "crlf", "ident", "working-tree-encoding"]
    let setting = try configuration.string("core.autocrlf")?.lowercased()
    let convertsLines = setting.map { $0 == "input" || !Setting.isFalse($0) } ?? false
    guard let top = try workTree else { throw Self.needsWorkTree }
    let run = try GitProgram(in: top, environment: try environment.forTop(of: self)).answer(
      GitProgram.readingFiles + ["check-attr", "-z", "--stdin"] + attributes,
      input: Array(paths.map { $0.bytes + [0] }.joined()))
    let fields = run.output.split(separator: 0, omittingEmptySubsequences: false)
    var filtered: Set<GitPath> = []
    for start in stride(from: 0, to: fields.count - 2, by: 3) {
      let path = GitPath(bytes: Array(fields[start]))
      let name = String(decoding: fields[start + 1], as: UTF8.self)
      switch String(decoding: fields[start + 2], as: UTF8.self) {
      case "unset": break
      case "unspecified": if name == "text", convertsLines { filtered.insert(path) }
      default: filtered.insert(path)
      }
    }
    return paths.filter(filtered.contains)
  }
}

extension Environment {
  /// The environment for a git that runs at the top of the work tree: relative paths become
  /// absolute.
  fileprivate func forTop(of repository: Repository) throws(GitError) -> Environment {
    var variables = variables
    if let folder = gitDirectory {
      variables["GIT_DIR"] = Repository.absolute(folder, from: repository.startingFolder)
      variables["GIT_WORK_TREE"] = try repository.workTree
    } else if variables["GIT_WORK_TREE"] != nil {
      variables["GIT_DIR"] = repository.gitDirectory
      variables["GIT_WORK_TREE"] = try repository.workTree
    }
    return Environment(variables)
  }
}

extension String {
  fileprivate var escapedInQuotes: String {
    String(flatMap { "\"\\".contains($0) ? ["\\", $0] : [$0] })
  }
}
