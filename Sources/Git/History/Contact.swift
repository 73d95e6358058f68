/// A name and an email address, as in a commit.
struct Contact: Hashable, Sendable {
  let name: String
  let email: String
}

extension Repository {
  /// The signature with its contact replaced by the mailmap, if there is one, as `git log` shows
  /// it.
  package func mapped(_ signature: Signature) throws(GitError) -> Signature {
    let contact = Contact(name: signature.name, email: signature.email)
    if let known = answers.contacts[contact] { return signature.by(known) }
    guard try hasMailmap else { return signature }
    let run = try git.answer(
      ["check-mailmap", "--stdin"],
      input: Array("\(contact.name) <\(contact.email)>\n".utf8))
    let mapped = Signature(parsing: Array(run.line.utf8), .utf8)
    let found = Contact(name: mapped.name, email: mapped.email)
    answers.contacts[contact] = found
    return signature.by(found)
  }

  /// Whether git has a mailmap to read: in the work tree, in `HEAD` of a bare repository, or named
  /// in the configuration.
  private var hasMailmap: Bool {
    get throws(GitError) {
      if let known = answers.hasMailmap { return known }
      let hasMailmap = try lookForMailmap()
      answers.hasMailmap = hasMailmap
      return hasMailmap
    }
  }

  private func lookForMailmap() throws(GitError) -> Bool {
    let configuration = try configuration
    if configuration.string("mailmap.file") ?? configuration.string("mailmap.blob") != nil {
      return true
    }
    if let top = try workTree { return FileStatus(of: NativePath(top + "/.mailmap")) != nil }
    guard let head = try headCommit() else { return false }
    return try entry(at: ".mailmap", in: head.tree) != nil
  }
}

extension Signature {
  fileprivate func by(_ contact: Contact) -> Signature {
    Signature(name: contact.name, email: contact.email, moment: moment)
  }
}
