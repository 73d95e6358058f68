/// The texts of a commit whose encoding git decodes for us.
struct DecodedCommit {
  let author: Contact
  let committer: Contact
  let message: String
}

extension Repository {
  /// A commit's texts in UTF-8, as `git log` prints them; nil if git does not find the commit.
  ///
  /// Asks git for the whole first-parent line at once: a history with one such commit usually has
  /// many.
  func decodedCommit(_ id: ObjectID) throws(GitError) -> DecodedCommit? {
    if let known = answers.decodedCommits[id] { return known }
    let fields = ["%H", "%e", "%an", "%ae", "%cn", "%ce", "%B"]
    let run = try git.answer([
      "-c", "log.showSignature=false", "log", "-z", "-s", "--first-parent", "--encoding=UTF-8",
      "--no-mailmap", "--format=" + fields.joined(separator: "%x00"), id.hex, "--",
    ])
    let values = run.output.split(separator: 0, omittingEmptySubsequences: false)
    for start in stride(from: 0, through: values.count - fields.count, by: fields.count) {
      let texts = values[start..<start + fields.count]
        .map { String(decoding: $0, as: UTF8.self) }
      guard let commit = ObjectID(hex: texts[0]) else { throw unexpected(values[start]) }
      if !texts[1].isEmpty {
        answers.decodedCommits[commit] = DecodedCommit(
          author: Contact(name: texts[2], email: texts[3]),
          committer: Contact(name: texts[4], email: texts[5]), message: texts[6])
      }
    }
    return answers.decodedCommits[id]
  }
}
