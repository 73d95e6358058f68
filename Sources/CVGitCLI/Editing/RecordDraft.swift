internal import CVModel
internal import Git

/// The initial text in the editor for a new record: given fields, required fields, and optional
/// ones.
struct RecordDraft {
  /// The initial content of the file.
  let text: String
  /// Our own comment lines, which are removed if they were not changed.
  private let guidance: Set<String>

  init(_ record: NewRecord) {
    let kind = record.kind
    let given = Set(record.fieldNames)
    let required = record.missing.map(\.name)
    var guidance = [
      "# A new \(kind.singular): fill in the fields, save, and close the editor.",
      "# Lines that begin with \"#\" are comments. An empty file creates no record.",
    ]
    var body = record.lines
    for field in record.missing {
      guidance.append("# \(field.name): \(field.type.explanation)")
      body += [guidance[guidance.count - 1], "\(field.name):"]
    }
    let optional = kind.ownFields.filter { !given.contains($0.name) && !required.contains($0.name) }
    let offered = optional.map { "# \($0.name): \($0.type.explanation)" }
    guidance += offered
    text = (Array(guidance[..<2]) + [""] + body + [""] + offered).map { $0 + "\n" }.joined()
    self.guidance = Set(guidance)
  }

  /// The edited text without our comment lines; nil if nothing is left.
  func result(of text: String) -> String? {
    let lines = text.linesOfGit.filter { line in
      !guidance.contains(String(line.hasSuffix("\r") ? line.dropLast() : line))
    }
    let isEmpty = lines.allSatisfy { $0.allSatisfy(\.isWhitespace) || $0.hasPrefix("#") }
    return isEmpty ? nil : lines.joined(separator: "\n")
  }
}
