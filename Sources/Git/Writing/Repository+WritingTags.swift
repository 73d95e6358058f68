import Clibgit2

extension Repository {
  /// Writes an annotated tag: first the object, then its reference, atomically. Never moves an
  /// existing reference.
  ///
  /// - Returns: the ID of the tag object.
  /// - Throws: ``GitError/isTaken`` if the tag already exists; a lock file of another git process,
  ///   possibly a stale one.
  package func write(tag text: TagText) throws(GitError) -> ObjectID {
    var id = git_oid()
    let buffer = text.bytes.map { CChar(bitPattern: $0) } + [0]
    do {
      try attemptBesideOthers("create the tag '\(text.name)'", "git_tag_create_from_buffer") {
        git_tag_create_from_buffer(&id, handle.pointer, buffer, 0)
      }
    } catch {
      throw explain(error, tag: text.name)
    }
    try share(ObjectID(id))
    try share(reference: "refs/tags/" + text.name)
    return ObjectID(id)
  }

  /// Removes a tag's reference. The tag object stays in the object database until `git gc` removes
  /// unreachable objects.
  package func deleteTag(named name: String) throws(GitError) {
    do {
      try attemptBesideOthers("delete the tag '\(name)'", "git_tag_delete") {
        git_tag_delete(handle.pointer, name)
      }
    } catch {
      throw explain(error, tag: name)
    }
    try share(reference: "refs/tags")
  }

  /// Names the lock file that blocks the write: libgit2 does not report it.
  private func explain(_ error: GitError, tag name: String) -> GitError {
    guard error.code == GIT_ELOCKED.rawValue else { return error }
    let locks = ["refs/tags/\(name).lock", "packed-refs.lock"]
      .map { commonDirectory + "/" + $0 }
      .filter { FileStatus(of: NativePath($0), followingLinks: false) != nil }
    let lock = locks.first ?? commonDirectory + "/refs/tags/\(name).lock"
    return GitError(
      code: error.code, message: "unable to create '\(lock)': File exists",
      function: error.function,
      hint: "another git process seems to be running in this repository; if none is, one was "
        + "killed and left the file: remove it to continue")
  }

  /// Whether a reference with that full name exists, whatever its target.
  package func hasReference(named name: String) throws(GitError) -> Bool {
    try id(ofReference: name) != nil
  }
}

extension GitError {
  /// Whether the name already exists.
  package var isTaken: Bool { code == GIT_EEXISTS.rawValue }
}
