extension Repository {
  /// Who git would name as the author of a commit made now.
  ///
  /// - Throws: an identity that git would refuse too, or a date that cannot be read.
  package func author(now: Moment) throws(GitError) -> Signature {
    try signature("author", "GIT_AUTHOR", now: now)
  }

  /// Who git would name as the committer, or as a tag's maker.
  package func committer(now: Moment) throws(GitError) -> Signature {
    try signature("committer", "GIT_COMMITTER", now: now)
  }

  private func signature(
    _ role: String, _ prefix: String, now: Moment
  ) throws(GitError) -> Signature {
    let name = clean(
      environment[prefix + "_NAME"] ?? configuration.string("\(role).name")
        ?? configuration.string("user.name"))
    let email = clean(
      environment[prefix + "_EMAIL"] ?? configuration.string("\(role).email")
        ?? configuration.string("user.email") ?? environment["EMAIL"])
    guard let name, let email else {
      throw GitError(
        code: GitError.Code.noIdentity, message: "\(role) identity unknown",
        function: "Repository.\(role)",
        hint: "run 'git config --global user.email \"you@example.com\"' and "
          + "'git config --global user.name \"Your Name\"'")
    }
    let date = environment[prefix + "_DATE"].flatMap { $0.isEmpty ? nil : $0 }
    return Signature(name: name, email: email, moment: try moment(date, now: now))
  }

  private func moment(_ date: String?, now: Moment) throws(GitError) -> Moment {
    guard let date else { return now }
    guard let moment = Moment(date: date, defaultOffset: now.offsetMinutes) else {
      throw GitError(
        code: GitError.Code.badSetting, message: "invalid date format: \(date)",
        function: "Repository.signature", hint: "write it as 2024-03-01T09:00:00+0000")
    }
    return moment
  }

  /// Without the characters that git strips at both ends, and those it never writes.
  private func clean(_ text: String?) -> String? {
    guard let text else { return nil }
    let crud: (Unicode.Scalar) -> Bool = { scalar in
      scalar.value <= 32 || ".,:;<>\"\\'".unicodeScalars.contains(scalar)
    }
    let kept = text.unicodeScalars.filter { !"<>\n".unicodeScalars.contains($0) }
    let start = kept.drop(while: crud)
    guard let last = start.lastIndex(where: { !crud($0) }) else { return nil }
    return String(String.UnicodeScalarView(start[...last]))
  }
}
