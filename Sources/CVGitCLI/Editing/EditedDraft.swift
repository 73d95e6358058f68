internal import CVModel
internal import CVRendering
internal import Git

/// A draft in git's folder that a person edits until it validates. What was written is kept until
/// then.
final class EditedDraft {
  /// Absolute.
  let path: String
  private let file: FileReplacement
  private let editor: Editor
  private static let mark = "# cvgit:"
  /// The lines with errors at the top, which are removed again.
  private var comments: [String] = []

  /// A draft that is there already is kept beside the new one.
  init(_ name: String, in repository: Repository, _ surroundings: Surroundings) throws {
    editor = try Editor(try repository.configuration, surroundings)
    path = repository.gitDirectory + "/" + name
    file = FileReplacement(path)
    if FileReading.exists(path) { try file.move(to: name + ".old") }
  }

  /// Opens the editor, and returns what was written, without our comments.
  func edit(_ text: String) throws -> String {
    let whole = comments.map { $0 + "\n" }.joined() + text
    try file.write(Array(whole.utf8), replacing: try file.content())
    try editor.open(path)
    let written = try FileReading.text(path) ?? ""
    var lines = written.linesOfGit
    if !comments.isEmpty { lines.removeFirst(lines.prefix { $0.hasPrefix(Self.mark) }.count) }
    return lines.joined(separator: "\n")
  }

  /// Shows errors and asks whether to go back; the next draft has them as comments at its top.
  func goesBack(with errors: [Finding], in reading: CVReading) -> Bool {
    let text = FindingsTextRenderer(isColored: false)
      .render(errors, lines: reading.sourceLines(of: errors))
    Conversation.say(String(text.dropLast()))
    comments =
      ["\(Self.mark) these errors are left; lines like this one are removed"]
      + text.dropLast().linesOfGitText.map { "\(Self.mark) \($0)" }
    return Conversation.isAgreed("Go back to the editor?")
  }

  func remove() throws { try file.remove() }
}

extension Substring {
  fileprivate var linesOfGitText: [Substring] { String(self).linesOfGit }
}
