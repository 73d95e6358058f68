package import Git

/// Reads other files in the CV's folder at any version: themes and fonts.
extension CVRepository {
  /// The files of a theme by name; empty if it does not exist.
  package func theme(
    named name: String, at version: CVVersion
  ) throws(GitError) -> [String: [UInt8]] {
    try files(in: "themes/\(name)", at: version, limit: Self.sizeLimit)
  }

  /// The names of the themes, sorted.
  package func themeNames(at version: CVVersion) throws(GitError) -> [String] {
    Set(
      try otherFiles(under: "themes", at: version, limit: Self.sizeLimit)
        .compactMap(\.path.folder.name.string)
    ).sorted()
  }

  /// The files directly in a folder, by name; empty if it does not exist.
  ///
  /// - Parameter folder: from the CV's folder.
  package func files(
    in folder: String, at version: CVVersion, limit: Int
  ) throws(GitError) -> [String: [UInt8]] {
    let place = GitPath(prefix + folder)
    var result: [String: [UInt8]] = [:]
    for (path, content) in try otherFiles(under: folder, at: version, limit: limit)
    where path.folder == place {
      guard let name = path.name.string else { continue }
      result[name] = try content()
    }
    return result
  }

  private typealias OtherFile = (path: GitPath, content: () throws(GitError) -> [UInt8])

  private func otherFiles(
    under folder: String, at version: CVVersion, limit: Int
  ) throws(GitError) -> [OtherFile] {
    switch version {
    case .commit(let commit):
      return try files(of: commit, under: folder).map { file in
        (file.path, { () throws(GitError) in try repository.blob(file.id, limit: limit) })
      }
    case .workTree:
      return try workTreeFiles(under: folder).map { file in
        (
          file.path,
          { () throws(GitError) in try repository.workTreeContent(of: file, limit: limit) }
        )
      }
    case .index, .empty: return []
    }
  }

  /// The files of the work tree in a subfolder of the CV's folder. Asks git once, for the whole CV.
  package func workTreeFiles(under folder: String) throws(GitError) -> [WorkTreeFile] {
    let folder = GitPath(prefix + folder)
    return try repository.workTreeFiles(under: root).filter { $0.path.isUnder(folder) }
  }
}
