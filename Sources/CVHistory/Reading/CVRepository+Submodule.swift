internal import Git

extension CVRepository {
  /// The submodule in the index that is or contains the CV's folder; nil if there is none.
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
