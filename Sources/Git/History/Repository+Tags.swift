import Clibgit2

extension Repository {
  /// All tags of commits, sorted by the bytes of their names.
  ///
  /// - Parameter pattern: as in `git tag --list`: `v*`, `v[0-9]`; nil for all.
  package func tags(matching pattern: String? = nil) throws(GitError) -> [Tag] {
    let glob = pattern.map(Glob.init)
    var tags: [Tag] = []
    var peeled: [ObjectID: ObjectID?] = [:]
    for name in try tagNames() where glob?.matches(name) ?? true {
      guard let id = try id(ofReference: "refs/tags/" + name) else { continue }
      if let tag = try tag(named: name, at: id, &peeled) { tags.append(tag) }
    }
    return tags
  }

  /// The objects that git shows others in place of (`git replace`); libgit2 reads the originals.
  package func replacedObjects() throws(GitError) -> Set<ObjectID> {
    Set(try names(under: "refs/replace/").compactMap { ObjectID(hex: $0) })
  }

  /// The names of all tags, whatever their target, sorted by bytes.
  package func tagNames() throws(GitError) -> [String] {
    try names(under: "refs/tags/").sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The references with this prefix, without the prefix.
  func names(under prefix: String) throws(GitError) -> [String] {
    let iterator = try Handle(
      "list the references", "git_reference_iterator_glob_new",
      freedBy: git_reference_iterator_free
    ) { git_reference_iterator_glob_new(&$0, handle.pointer, prefix + "*") }
    var names: [String] = []
    while true {
      var name: UnsafePointer<CChar>?
      let code = git_reference_next_name(&name, iterator.pointer)
      if code == GIT_ITEROVER.rawValue { break }
      guard code >= 0, let name else {
        throw .latest(code, from: "git_reference_next_name", to: "list the references")
      }
      names.append(String(String(cString: name).dropFirst(prefix.count)))
    }
    return names
  }

  /// Nil if the target is not a commit.
  private func tag(
    named name: String, at id: ObjectID, _ peeled: inout [ObjectID: ObjectID?]
  ) throws(GitError) -> Tag? {
    guard case .tag = try header(of: id, .tag).0 else {
      guard case .commit = try header(of: id, .commit).0 else { return nil }
      return Tag(name: name, target: id, isAnnotated: false, tagger: nil, message: "")
    }
    guard let target = try peeledCommit(id, &peeled) else { return nil }
    return try withBytes(of: id, .tag) { bytes in
      let text = ObjectText(bytes)
      return Tag(
        name: name, target: target, isAnnotated: true, tagger: text.signature("tagger"),
        message: text.encoding.string(text.message))
    }
  }

  /// The commit that an object peels to, through any chain of tags; nil if it is not a commit.
  func peeledCommit(_ id: ObjectID) throws(GitError) -> ObjectID? {
    var peeled: [ObjectID: ObjectID?] = [:]
    return try peeledCommit(id, &peeled)
  }

  /// The maximum length of a chain of tags.
  private static let longestChain = 10_000

  /// The commit that one of many objects peels to.
  ///
  /// - Parameter peeled: the results for tags met before, so that each is followed only once.
  private func peeledCommit(
    _ id: ObjectID, _ peeled: inout [ObjectID: ObjectID?]
  ) throws(GitError) -> ObjectID? {
    var chain: [ObjectID] = []
    var next = id
    var commit: ObjectID?
    following: while true {
      if let known = peeled[next] {
        commit = known
        break
      }
      switch try header(of: next, .commit).0 {
      case .commit:
        commit = next
        break following
      case .tree, .blob: break following
      case .tag:
        guard chain.count < Self.longestChain else {
          throw GitError(
            code: GitError.Code.malformed,
            message: "tag \(id.hex) is nested more than \(Self.longestChain) levels deep",
            function: "Repository.peeledCommit",
            hint: "delete it: git itself never creates such a tag")
        }
        chain.append(next)
        next = try withBytes(of: next, .tag) { (bytes) throws(GitError) in
          guard let target = ObjectText(bytes).id("object") else { throw malformed(next, .tag) }
          return target
        }
      }
    }
    for tag in chain { peeled[tag] = .some(commit) }
    return commit
  }
}
