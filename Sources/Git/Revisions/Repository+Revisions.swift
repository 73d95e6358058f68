import Clibgit2

extension Repository {
  /// The commit that a revision names, in any syntax of `git help revisions` for a single revision.
  ///
  /// Full IDs and names of references are looked up here; git resolves anything else.
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
    guard let id = try object(namedBy: text) else { return .failure(try unresolved(text)) }
    do throws(GitError) {
      if let commit = try peeledCommit(id) { return .success(commit) }
      return .failure(.notACommit(text, type: "\(try header(of: id, .commit).0)"))
    } catch  where error.isMissing && ObjectID(hex: text) != nil {
      return .failure(try unresolved(text))
    }
  }

  /// The object that a revision names, before it is peeled to a commit; nil if there is none.
  private func object(namedBy text: String) throws(GitError) -> ObjectID? {
    if let id = ObjectID(hex: text) { return id }
    if let id = try reference(named: text == "@" ? "HEAD" : text) { return id }
    // A commit is needed, which resolves ambiguity between objects whose IDs begin alike.
    let name = text.isShortID ? text + "^{commit}" : text
    let run = try git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", name])
    guard run.status == 0, let line = run.text.split(separator: "\n").last else { return nil }
    return ObjectID(hex: String(line))
  }

  /// Whether a plain name refers to a branch, a tag or another reference.
  package func isReference(named text: String) throws(GitError) -> Bool {
    try reference(named: text) != nil
  }

  /// The object of the reference with a plain name, searched in git's order; nil if there is none.
  private func reference(named text: String) throws(GitError) -> ObjectID? {
    guard !text.isEmpty, !text.contains(where: { "~^:?*[\\{ ".contains($0) }),
      git_reference_is_valid_name("refs/heads/" + text) != 0
    else { return nil }
    for prefix in ["", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/"] {
      let name = prefix + text
      // Outside `refs/`, only names in capitals are references; the others are git's own files.
      guard prefix != "" || text.hasPrefix("refs/") || text.isNameInCapitals else { continue }
      if let id = try id(ofReference: name) { return id }
    }
    return try id(ofReference: "refs/remotes/\(text)/HEAD")
  }

  /// Why a revision does not resolve.
  private func unresolved(_ text: String) throws(GitError) -> RevisionError {
    if text.isShortID {
      let candidates = try git.answer(["rev-parse", "--disambiguate=\(text.lowercased())"]).text
        .split(separator: "\n").compactMap { ObjectID(hex: String($0)) }
      var commits: [ObjectID] = []
      for id in candidates {
        if let commit = try peeledCommit(id), !commits.contains(commit) { commits.append(commit) }
      }
      let shown = commits.isEmpty ? candidates : commits
      if shown.count > 1 { return .ambiguous(text, candidates: shown.sorted().map(\.hex)) }
      if let id = shown.first { return .notACommit(text, type: "\(try header(of: id, .commit).0)") }
    }
    return try UnknownRevision(text).explained(in: self)
  }
}

extension String {
  /// Whether it could be an abbreviated ID.
  fileprivate var isShortID: Bool {
    (4..<2 * ObjectID.size).contains(utf8.count) && utf8.allSatisfy { UnicodeScalar($0).isHexDigit }
  }

  /// `HEAD`, `ORIG_HEAD`, `MERGE_HEAD` …
  fileprivate var isNameInCapitals: Bool {
    allSatisfy { $0.isASCII && ($0.isUppercase || $0 == "_") }
  }
}

extension UnicodeScalar {
  fileprivate var isHexDigit: Bool { isASCII && Character(self).isHexDigit }
}
