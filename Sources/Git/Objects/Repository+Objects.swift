import Clibgit2

extension Repository {
  /// Calls `body` with an object's bytes as stored; they are valid only during the call.
  func withObject<Value>(
    _ id: ObjectID, _ type: ObjectType,
    _ body: (ObjectType, UnsafeRawBufferPointer) throws(GitError) -> Value
  ) throws(GitError) -> Value {
    let object = try readObject(id, type)
    let bytes = UnsafeRawBufferPointer(
      start: git_odb_object_data(object.pointer), count: git_odb_object_size(object.pointer))
    guard let found = ObjectType(git_odb_object_type(object.pointer)) else {
      throw malformed(id, type)
    }
    return try body(found, bytes)
  }

  /// Calls `body` with the bytes of an object that must have a given type.
  func withBytes<Value>(
    of id: ObjectID, _ type: ObjectType,
    _ body: (UnsafeRawBufferPointer) throws(GitError) -> Value
  ) throws(GitError) -> Value {
    try withObject(id, type) { (found, bytes) throws(GitError) in
      guard found == type else { throw wrongType(id, found, expected: type) }
      return try body(bytes)
    }
  }

  private func readObject(_ id: ObjectID, _ type: ObjectType) throws(GitError) -> Handle {
    var oid = replacements.object(for: id).oid
    do {
      return try Handle("read \(type) \(id)", "git_odb_read", freedBy: git_odb_object_free) {
        git_odb_read(&$0, objects.pointer, &oid)
      }
    } catch {
      throw explain(error, id, type)
    }
  }

  /// The type of an object and its size in bytes, without reading the object.
  func header(of id: ObjectID, _ type: ObjectType) throws(GitError) -> (ObjectType, size: Int) {
    var oid = replacements.object(for: id).oid
    var size = 0
    var found = GIT_OBJECT_INVALID
    do {
      try attempt("read \(type) \(id)", "git_odb_read_header") {
        git_odb_read_header(&size, &found, objects.pointer, &oid)
      }
    } catch {
      throw explain(error, id, type)
    }
    guard let found = ObjectType(found) else { throw malformed(id, type) }
    return (found, size)
  }

  /// Adds why an object cannot be read, if the kind of repository explains it.
  private func explain(_ error: GitError, _ id: ObjectID, _ type: ObjectType) -> GitError {
    guard error.isNotFound else {
      return error.hinting("'git fsck' shows what is damaged in this repository")
    }
    let promisor: String?
    do throws(GitError) {
      promisor = try promisorRemote
    } catch {
      return error
    }
    if let remote = promisor {
      return GitError(
        code: error.code,
        message: "could not fetch \(id) from promisor remote: this is a partial clone, and cvgit "
          + "does not fetch the missing \(type)",
        function: error.function,
        hint: "run 'git fetch --refetch --no-filter \(remote)' to fetch all that is missing")
    }
    if isShallow, type == .commit {
      return GitError(
        code: GitError.Code.beyondShallowBoundary,
        message: "commit \(id) is not in this shallow clone", function: error.function,
        hint: "run 'git fetch --unshallow'")
    }
    return GitError(
      code: error.code, message: "unable to read \(type) \(id): the object is missing",
      function: error.function, hint: "'git fsck' shows what is missing in this repository")
  }

  /// The remote from which a partial clone fetches missing objects.
  private var promisorRemote: String? {
    get throws(GitError) {
      let configuration = try configuration
      if let name = configuration.string("extensions.partialClone") { return name }
      let suffix = ".promisor"
      return configuration.names.first { $0.hasPrefix("remote.") && $0.hasSuffix(suffix) }
        .map { String($0.dropFirst("remote.".count).dropLast(suffix.count)) }
    }
  }

  func wrongType(_ id: ObjectID, _ found: ObjectType, expected: ObjectType) -> GitError {
    GitError(
      code: GitError.Code.wrongType, message: "object \(id) is a \(found), not a \(expected)",
      function: "git_odb_read")
  }

  func malformed(_ id: ObjectID, _ type: ObjectType) -> GitError {
    GitError(
      code: GitError.Code.malformed, message: "\(type) \(id) is malformed",
      function: "git_odb_read",
      hint: "'git fsck' shows what is damaged in this repository")
  }
}
