extension Repository {
  /// The commit of that id.
  package func commit(_ id: ObjectID) throws(GitError) -> Commit {
    try withBytes(of: id, .commit) { (bytes) throws(GitError) in
      let text = ObjectText(bytes)
      guard let tree = text.id("tree"), let author = text.signature("author"),
        let committer = text.signature("committer")
      else { throw malformed(id, .commit) }
      let isBoundary = shallowBoundary.contains(id)
      return Commit(
        id: id, tree: tree, parents: isBoundary ? [] : text.ids("parent"), author: author,
        committer: committer, message: text.encoding.string(text.message),
        isShallowBoundary: isBoundary)
    }
  }

  /// What a walk over the graph needs of a commit.
  func links(of id: ObjectID) throws(GitError) -> CommitLinks {
    if let links = commitGraph?.links(of: id) { return links }
    return try withBytes(of: id, .commit) { (bytes) throws(GitError) in
      let text = ObjectText(bytes)
      guard let committer = text.value("committer") else { throw malformed(id, .commit) }
      let end = committer.lastIndex(of: UInt8(ascii: ">")) ?? committer.startIndex
      return CommitLinks(
        id: id, parents: shallowBoundary.contains(id) ? [] : text.ids("parent"),
        seconds: Moment(parsing: committer[end...].dropFirst()).seconds)
    }
  }
}
