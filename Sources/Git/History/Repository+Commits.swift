extension Repository {
  /// The commit with an ID.
  package func commit(_ id: ObjectID) throws(GitError) -> Commit {
    let (commit, encoding) = try withBytes(of: id, .commit) {
      (bytes) throws(GitError) -> (Commit, TextEncoding) in
      let text = ObjectText(bytes)
      guard let tree = text.id("tree"), let author = text.signature("author"),
        let committer = text.signature("committer")
      else { throw malformed(id, .commit) }
      let commit = Commit(
        id: id, tree: tree, parents: parents(of: id, text), author: author, committer: committer,
        message: text.encoding.string(text.message),
        isShallowBoundary: shallowBoundary.contains(id))
      return (commit, text.encoding)
    }
    guard encoding == .other, let decoded = try decodedCommit(id) else { return commit }
    return commit.with(decoded)
  }

  /// The parents of a commit, without reading the rest of it.
  func parents(of id: ObjectID) throws(GitError) -> [ObjectID] {
    try withBytes(of: id, .commit) { parents(of: id, ObjectText($0)) }
  }

  /// The parents as git shows them: cut off by a shallow clone, or replaced by a graft.
  private func parents(of id: ObjectID, _ text: ObjectText) -> [ObjectID] {
    if shallowBoundary.contains(id) { return [] }
    return replacements.parents(of: id) ?? text.ids("parent")
  }
}

extension Commit {
  fileprivate func with(_ decoded: DecodedCommit) -> Commit {
    func signature(_ contact: Contact, _ moment: Moment) -> Signature {
      Signature(name: contact.name, email: contact.email, moment: moment)
    }
    return Commit(
      id: id, tree: tree, parents: parents,
      author: signature(decoded.author, author.moment),
      committer: signature(decoded.committer, committer.moment), message: decoded.message,
      isShallowBoundary: isShallowBoundary)
  }
}
