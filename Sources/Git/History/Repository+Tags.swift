import Clibgit2

extension Repository {
  /// All tags of commits, sorted by the bytes of their names.
  ///
  /// - Parameter pattern: as in `git tag --list`: `v*`, `v[0-9]`; nil for all.
  package func tags(matching pattern: String? = nil) throws(GitError) -> [Tag] {
    let glob = pattern.map(Glob.init)
    var tags: [Tag] = []
    for name in try tagNames() where glob?.matches(name) ?? true {
      guard let id = try id(ofReference: "refs/tags/" + name) else { continue }
      if let tag = try tag(named: name, at: id) { tags.append(tag) }
    }
    return tags
  }

  /// The names of all tags, whatever they name, sorted by bytes.
  package func tagNames() throws(GitError) -> [String] {
    let iterator = try Handle(
      "list the tags", "git_reference_iterator_glob_new", freedBy: git_reference_iterator_free
    ) { git_reference_iterator_glob_new(&$0, handle.pointer, "refs/tags/*") }
    var names: [String] = []
    while true {
      var name: UnsafePointer<CChar>?
      let code = git_reference_next_name(&name, iterator.pointer)
      if code == GIT_ITEROVER.rawValue { break }
      guard code >= 0, let name else {
        throw .latest(code, from: "git_reference_next_name", to: "list the tags")
      }
      names.append(String(String(cString: name).dropFirst("refs/tags/".count)))
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Nil for a tag of something else than a commit.
  private func tag(named name: String, at id: ObjectID) throws(GitError) -> Tag? {
    guard case .tag = try header(of: id, .tag).0 else {
      guard case .commit = try header(of: id, .commit).0 else { return nil }
      return Tag(name: name, target: id, isAnnotated: false, tagger: nil, message: "")
    }
    guard let target = try peeledCommit(id) else { return nil }
    return try withBytes(of: id, .tag) { bytes in
      let text = ObjectText(bytes)
      return Tag(
        name: name, target: target, isAnnotated: true, tagger: text.signature("tagger"),
        message: text.encoding.string(text.message))
    }
  }

  /// The commit that an object is or that a chain of tags comes to; nil if it is none.
  func peeledCommit(_ id: ObjectID) throws(GitError) -> ObjectID? {
    var id = id
    while true {
      switch try header(of: id, .commit).0 {
      case .commit: return id
      case .tree, .blob: return nil
      case .tag:
        id = try withBytes(of: id, .tag) { (bytes) throws(GitError) in
          guard let target = ObjectText(bytes).id("object") else { throw malformed(id, .tag) }
          return target
        }
      }
    }
  }
}
