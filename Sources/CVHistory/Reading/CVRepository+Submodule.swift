internal import Git

extension CVRepository {
  /// The submodule that the CV's folder is or lies in, as the index has it; nil if it is in none.
  package var enclosingSubmodule: String? {
    get throws(GitError) {
      var path = GitPath.top
      for name in GitPath(root).names {
        path = path.appending(name)
        let files = try repository.index(under: path.string ?? "").files
        if files.count == 1, files[0].mode == .submodule, files[0].path == path {
          return path.string
        }
      }
      return nil
    }
  }
}
