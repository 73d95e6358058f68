extension Repository {
  /// The author that git would record for a commit made now.
  ///
  /// - Parameter now: the date, unless the environment sets one.
  /// - Throws: an identity or a date that git rejects.
  package func author(now: Moment) throws(GitError) -> Signature {
    try signature("AUTHOR", now: now)
  }

  /// The committer, or tagger, that git would record.
  package func committer(now: Moment) throws(GitError) -> Signature {
    try signature("COMMITTER", now: now)
  }

  private func signature(_ role: String, now: Moment) throws(GitError) -> Signature {
    let date = "GIT_\(role)_DATE"
    let today = [date: "@\(now.headerText)"]
    let isDated = environment[date].map { !$0.isEmpty } ?? false
    let question = ["var", "GIT_\(role)_IDENT"]
    do throws(GitError) {
      let line = try git.answer(question, with: isDated ? [:] : today).line
      return Signature(parsing: Array(line.utf8), .utf8)
    } catch  where error.code == GitError.Code.refused {
      // If git accepts the name with another date, it rejected the date.
      if isDated, try git.run(question, with: today).status == 0 { throw error }
      throw GitError(
        code: GitError.Code.noIdentity, message: "\(role.lowercased()) identity unknown",
        function: error.function,
        hint: "\(error.message); run 'git config --global user.email \"you@example.com\"' and "
          + "'git config --global user.name \"Your Name\"'")
    }
  }
}
