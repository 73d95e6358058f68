import Clibgit2

extension Repository {
  /// The commit that a revision names: a branch, a tag (peeled), an id, `HEAD~2`, `v1^{commit}`,
  /// `main@{1}` and what else libgit2 reads of `git help revisions`.
  package func resolve(_ text: String) throws(RevisionError) -> ObjectID {
    if let shorthand = RevisionShorthand(text) {
      throw .shorthand(text, instead: shorthand.range)
    }
    guard case .single = RevisionExpression(text) else { throw .range(text) }
    let outcome: Result<ObjectID, RevisionError>
    do throws(GitError) {
      outcome = try commit(namedBy: text)
    } catch {
      throw .git(error)
    }
    return try outcome.get()
  }

  private func commit(namedBy text: String) throws(GitError) -> Result<ObjectID, RevisionError> {
    let id: ObjectID
    do throws(GitError) {
      id = try object(namedBy: text)
    } catch  where error.code == GIT_EAMBIGUOUS.rawValue {
      return try onlyCommit(startingWith: text)
    } catch  where error.isNotFound || error.code == GIT_EINVALIDSPEC.rawValue {
      return .failure(try UnknownRevision(text, error).explained(in: self))
    }
    if let commit = try peeledCommit(id) { return .success(commit) }
    return .failure(.notACommit(text, type: "\(try header(of: id, .commit).0)"))
  }

  /// The object that a revision names, before it is peeled to a commit.
  private func object(namedBy text: String) throws(GitError) -> ObjectID {
    let isHead = text == "@" || text.hasPrefix("@~") || text.hasPrefix("@^")
    let specification = isHead ? "HEAD" + text.dropFirst() : text
    let object = try Handle("resolve '\(text)'", "git_revparse_single", freedBy: git_object_free) {
      git_revparse_single(&$0, handle.pointer, specification)
    }
    return ObjectID(git_object_id(object.pointer).pointee)
  }

  /// The one commit whose id begins so: where one is wanted, git does not count other objects.
  private func onlyCommit(
    startingWith prefix: String
  ) throws(GitError) -> Result<ObjectID, RevisionError> {
    let candidates = try ids(startingWith: prefix)
    var commits: [ObjectID] = []
    for id in candidates {
      if let commit = try peeledCommit(id), !commits.contains(commit) { commits.append(commit) }
    }
    if commits.count == 1 { return .success(commits[0]) }
    let shown = commits.isEmpty ? candidates : commits
    return .failure(.ambiguous(prefix, candidates: shown.map(\.hex)))
  }

  /// The ids of all objects that begin with some hexadecimal digits, sorted.
  private func ids(startingWith prefix: String) throws(GitError) -> [ObjectID] {
    let prefix = prefix.lowercased()
    var search = (prefix: prefix, found: Set<ObjectID>())
    try attempt("list the objects", "git_odb_foreach") {
      withUnsafeMutablePointer(to: &search) { search in
        git_odb_foreach(
          objects.pointer,
          { id, payload in
            guard let id, let payload else { return GIT_EUSER.rawValue }
            let search = payload.assumingMemoryBound(
              to: (prefix: String, found: Set<ObjectID>).self)
            let candidate = ObjectID(id.pointee)
            if candidate.hex.hasPrefix(search.pointee.prefix) {
              search.pointee.found.insert(candidate)
            }
            return 0
          }, search)
      }
    }
    return search.found.sorted()
  }
}
