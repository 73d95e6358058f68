package import Git

/// The themes in the CV's folder, at any version.
extension CVRepository {
  /// The files of a theme by name; none where there is no such theme.
  package func theme(
    named name: String, at version: CVVersion
  ) throws(GitError) -> [String: [UInt8]] {
    let folder = GitPath("\(root)/themes/\(name)")
    var result: [String: [UInt8]] = [:]
    for (path, content) in try themeFiles(at: version) where path.folder == folder {
      guard let name = path.name.string else { continue }
      result[name] = try content()
    }
    return result
  }

  /// The names of the themes, sorted.
  package func themeNames(at version: CVVersion) throws(GitError) -> [String] {
    Set(try themeFiles(at: version).compactMap(\.path.folder.name.string)).sorted()
  }

  private typealias ThemeFile = (path: GitPath, content: () throws(GitError) -> [UInt8])

  private func themeFiles(at version: CVVersion) throws(GitError) -> [ThemeFile] {
    let folder = (root.isEmpty ? "" : root + "/") + "themes"
    switch version {
    case .commit(let commit):
      return try repository.files(in: commit.tree, under: folder).map { file in
        (file.path, { () throws(GitError) in try repository.blob(file.id, limit: Self.sizeLimit) })
      }
    case .workTree:
      return try repository.workTreeFiles(under: folder).map { file in
        (
          file.path,
          { () throws(GitError) in try repository.workTreeContent(of: file, limit: Self.sizeLimit) }
        )
      }
    case .index, .empty: return []
    }
  }
}
