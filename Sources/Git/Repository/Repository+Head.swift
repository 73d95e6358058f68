import Clibgit2

extension Repository {
  /// Where `HEAD` points, read again at each call.
  package func head() throws(GitError) -> Head {
    let reference = try Handle("read HEAD", "git_reference_lookup", freedBy: git_reference_free) {
      git_reference_lookup(&$0, handle.pointer, "HEAD")
    }
    let target = git_reference_symbolic_target(reference.pointer).map { String(cString: $0) }
    return Head(reference: target, commit: try id(ofReference: "HEAD"))
  }

  /// The commit that `HEAD` resolves to; nil before the first commit.
  package func headCommit() throws(GitError) -> Commit? {
    guard let id = try head().commit else { return nil }
    return try commit(id)
  }

  /// The object that a reference resolves to; nil if it does not exist.
  func id(ofReference name: String) throws(GitError) -> ObjectID? {
    var id = git_oid()
    do {
      try attempt("read the reference '\(name)'", "git_reference_name_to_id") {
        git_reference_name_to_id(&id, handle.pointer, name)
      }
    } catch  where error.isNotFound {
      return nil
    }
    return ObjectID(id)
  }
}
