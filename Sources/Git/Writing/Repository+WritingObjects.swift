import Clibgit2

extension Repository {
  /// Writes a file's content into the object database.
  ///
  /// It is unreachable until a tree, a commit and a reference point to it, so an interruption
  /// leaves nothing half-done: `git gc` removes it eventually.
  package func write(blob content: [UInt8]) throws(GitError) -> ObjectID {
    var id = git_oid()
    try attemptBesideOthers("write a file of \(content.count) bytes", "git_odb_write") {
      content.withUnsafeBytes {
        git_odb_write(&id, objects.pointer, $0.baseAddress, $0.count, GIT_OBJECT_BLOB)
      }
    }
    try share(ObjectID(id))
    return ObjectID(id)
  }

  /// Writes a folder with these entries, in any order.
  ///
  /// - Throws: a name that git does not allow in a tree, or an object that does not exist.
  package func write(tree entries: [TreeEntry]) throws(GitError) -> ObjectID {
    let builder = try Handle(
      "start a tree", "git_treebuilder_new", freedBy: git_treebuilder_free
    ) { git_treebuilder_new(&$0, handle.pointer, nil) }
    for entry in entries {
      let name = entry.name.map { CChar(bitPattern: $0) } + [0]
      var id = entry.id.oid
      try attempt("add '\(GitPath(bytes: entry.name))' to a tree", "git_treebuilder_insert") {
        git_treebuilder_insert(nil, builder.pointer, name, &id, entry.mode.filemode)
      }
    }
    var id = git_oid()
    try attemptBesideOthers("write a tree", "git_treebuilder_write") {
      git_treebuilder_write(&id, builder.pointer)
    }
    try share(ObjectID(id))
    return ObjectID(id)
  }

  /// Writes a commit that no reference points to yet.
  package func write(
    commitOf tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature,
    message: String
  ) throws(GitError) -> ObjectID {
    let author = try author.object()
    let committer = try committer.object()
    var treeID = tree.oid
    let parentIDs = parents.map(\.oid)
    var id = git_oid()
    try attemptBesideOthers("write a commit", "git_commit_create_from_ids") {
      parentIDs.withUnsafeBufferPointer { parentIDs in
        var pointers = parentIDs.indices.map { parentIDs.baseAddress?.advanced(by: $0) }
        return git_commit_create_from_ids(
          &id, handle.pointer, nil, UnsafePointer(author.pointer),
          UnsafePointer(committer.pointer), nil, message, &treeID, pointers.count, &pointers)
      }
    }
    try share(ObjectID(id))
    return ObjectID(id)
  }
}

extension EntryMode {
  /// The mode as libgit2's type.
  fileprivate var filemode: git_filemode_t {
    switch self {
    case .file: GIT_FILEMODE_BLOB
    case .executable: GIT_FILEMODE_BLOB_EXECUTABLE
    case .symlink: GIT_FILEMODE_LINK
    case .tree: GIT_FILEMODE_TREE
    case .submodule: GIT_FILEMODE_COMMIT
    }
  }
}

extension Signature {
  /// The signature as libgit2's type.
  fileprivate func object() throws(GitError) -> Handle {
    try Handle(
      "use the name '\(name)'", "git_signature_new",
      freedBy: { git_signature_free($0.map { UnsafeMutablePointer($0) }) }
    ) { pointer in
      var signature: UnsafeMutablePointer<git_signature>?
      let code = git_signature_new(
        &signature, name, email, git_time_t(seconds), Int32(offsetMinutes))
      pointer = signature.map { OpaquePointer($0) }
      return code
    }
  }
}
