internal import CVModel
internal import Text
internal import YAML

/// The records that `cvgit init` writes: a document, a profile, and an example of each common kind.
struct FirstCV {
  /// With paths relative to the CV's folder.
  let files: [(path: String, text: String)]

  /// - Throws: a missing name, and anything that `cvgit validate` would reject.
  init(name: String?, email: String?, kinds: [String]) throws {
    guard let name = name?.trimmingBlanks, !name.isEmpty else {
      throw Failure(
        "the owner's name is missing",
        hint: "add \"--name\", or run 'git config --global user.name \"Your Name\"'")
    }
    var profile = NewRecord(kind: try RecordName.kind("profile", in: .builtIn))
    do throws(EditRefusal) {
      try profile.set("name", name)
      if let email = email?.trimmingBlanks, !email.isEmpty { try profile.set("email", email) }
    } catch {
      throw Failure(error)
    }
    let text = (profile.lines + ExampleRecords.profileNotes).map { $0 + "\n" }.joined()
    files =
      [("cv.yaml", ExampleRecords.document(kinds: kinds)), ("profile.yaml", text)]
      + ExampleRecords.all(owner: ScalarWriter.write(name, in: .flow))
      .filter { kinds.contains($0.kind) }.map { ("\($0.kind)/example.yaml", $0.text) }
    try check(name: name)
  }

  /// Rejects records with errors: only the name and the address vary.
  private func check(name: String) throws {
    let reading = CVReader(root: "").read(files.map { SourceFile(path: $0.path, text: $0.text) })
    guard let error = reading.findings.first(where: { $0.severity == .error }) else { return }
    if error.rule == "email" { throw Failure(error.message, hint: "add \"--email\"") }
    throw Failure("invalid name \(quoted(name)): \(error.message)", hint: "add \"--name\"")
  }

  /// Whether a profile may contain the address.
  static func isAddress(_ text: String) -> Bool {
    FieldType.email.meaning(of: .scalar(text.trimmingBlanks)) != nil
  }
}

extension NewRecord {
  fileprivate mutating func set(_ field: String, _ value: String) throws(EditRefusal) {
    guard let assignment = FieldAssignment("\(field)=\(value)") else { return }
    try apply(assignment)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
