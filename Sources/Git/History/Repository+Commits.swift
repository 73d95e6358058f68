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

  /// The part of a commit that a walk over the graph needs.
  func links(of id: ObjectID) throws(GitError) -> CommitLinks {
    try withBytes(of: id, .commit) { (bytes) throws(GitError) in
      let text = ObjectText(bytes)
      guard let committer = text.value("committer") else { throw malformed(id, .commit) }
      let end = committer.lastIndex(of: UInt8(ascii: ">")) ?? committer.startIndex
      return CommitLinks(
        id: id, parents: parents(of: id, text),
        seconds: Moment(parsing: committer[end...].dropFirst()).seconds)
    }
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
