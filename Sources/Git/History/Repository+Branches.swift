extension Repository {
  /// The names of all branches, those of remotes after the local ones, each sorted by bytes.
  package func branchNames() throws(GitError) -> [String] {
    var all: [String] = []
    for prefix in ["refs/heads/", "refs/remotes/"] {
      all += try names(under: prefix).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return all.filter { !$0.hasSuffix("/HEAD") }
  }
}
