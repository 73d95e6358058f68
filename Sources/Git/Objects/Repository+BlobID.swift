import Clibgit2

extension Repository {
  /// The ID that a file with this content has, as `git hash-object` prints it; nothing is written.
  package func blobID(of content: [UInt8]) throws(GitError) -> ObjectID {
    var id = git_oid()
    try attempt("hash \(content.count) bytes", "git_odb_hash") {
      content.withUnsafeBytes { git_odb_hash(&id, $0.baseAddress, $0.count, GIT_OBJECT_BLOB) }
    }
    return ObjectID(id)
  }
}
