import Clibgit2

/// The location of the work tree.
enum WorkTreePlace {
  case top(String)
  case bare
}

extension Repository {
  /// The top of the work tree; nil in a bare repository.
  package var workTree: String? {
    get throws(GitError) {
      if answers.workTree == nil { answers.workTree = try askForWorkTree() }
      if case .top(let top)? = answers.workTree { return top }
      return nil
    }
  }

  package var isBare: Bool { get throws(GitError) { try workTree == nil } }

  private func askForWorkTree() throws(GitError) -> WorkTreePlace {
    if let top = try usualWorkTree { return .top(top) }
    let question = ["rev-parse", "--is-bare-repository", "--show-toplevel"]
    let run = try git.run(question)
    // The path of the top may contain line breaks, so it comes last.
    let parts = run.line.split(separator: "\n", maxSplits: 1)
    if run.status == 0, parts.count == 2 { return .top(String(parts[1])) }
    guard parts.first == "true" else { throw git.failure(run, question) }
    return .bare
  }

  /// The work tree that libgit2 found; nil if a variable or setting may change it, so that git has
  /// to be asked.
  private var usualWorkTree: String? {
    get throws(GitError) {
      let configuration = try configuration
      guard environment.gitDirectory == nil, environment["GIT_WORK_TREE"] == nil,
        configuration.string("core.worktree") == nil, try configuration.bool("core.bare") != true,
        let top = Self.folder(git_repository_workdir(handle.pointer)),
        (startingFolder + "/").hasPrefix(top == "/" ? top : top + "/"),
        !(startingFolder + "/").hasPrefix(gitDirectory + "/")
      else { return nil }
      return top
    }
  }

  /// The files and links below a folder of the work tree that git would show, sorted by path.
  ///
  /// Excludes hidden names, other repositories and ignored files. Includes files that a sparse
  /// checkout skips: git does not treat them as removed.
  ///
  /// - Parameter path: from the top of the work tree; empty for all.
  package func workTreeFiles(under path: String = "") throws(GitError) -> [WorkTreeFile] {
    let folder = GitPath(path)
    if let known = answers.workTrees[folder] { return known }
    guard let top = try workTree else { throw Self.needsWorkTree }
    let listed = try listedFiles(
      under: folder, ["--others", "--modified", "--deleted", "--exclude-standard"])
    var files: [GitPath: WorkTreeFile] = [:]
    for file in listed where !file.path.isHidden(below: folder) {
      if file.isAsInIndex, let entry = file.entry, entry.mode != .submodule {
        files[file.path] = WorkTreeFile(path: file.path, mode: entry.mode, id: entry.id)
      } else if !file.isAsInIndex {
        let mode = try FileStatus.status(at: NativePath(file.path, in: top))?.mode
        files[file.path] = mode.map { WorkTreeFile(path: file.path, mode: $0, id: nil) }
      }
    }
    let sorted = files.values.sorted { $0.path < $1.path }
    answers.workTrees[folder] = sorted
    return sorted
  }

  static var needsWorkTree: GitError {
    GitError(
      code: GitError.Code.refused, message: "this operation must be run in a work tree",
      function: "Repository.workTree")
  }
}

extension ListedFile {
  /// Whether the work tree has the file of the index, or may lack it.
  fileprivate var isAsInIndex: Bool {
    stage == 0 && (tag == UInt8(ascii: "H") || tag == UInt8(ascii: "S"))
  }
}

extension FileStatus {
  /// Nil for anything but a file or a link.
  fileprivate var mode: EntryMode? {
    if isSymbolicLink { return .symlink }
    return isRegularFile ? (isExecutable ? .executable : .file) : nil
  }
}

extension GitPath {
  /// Whether a name below `folder` begins with a dot.
  fileprivate func isHidden(below folder: GitPath) -> Bool {
    names.dropFirst(folder.names.count).contains { $0.first == UInt8(ascii: ".") }
  }
}
