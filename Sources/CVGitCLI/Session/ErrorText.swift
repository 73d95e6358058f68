internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// An error as every command prints it: `error:` with one line in lower case, then `hint:` with
/// what to do.
struct ErrorText {
  let text: String

  init(_ error: any Error) {
    let failure =
      switch error {
      case let failure as Failure: failure
      case let error as GitError: Failure(error)
      case let error as RevisionError: Failure(error)
      case let error as SnapshotError: Failure(error)
      default: Failure("\(error)")
      }
    self.init(message: failure.message, hint: failure.hint)
  }

  /// A usage error of argument-parser: `Unknown option '--x'. Did you mean '--y'?`.
  ///
  /// - Parameter command: the command, such as `snapshot export`.
  init(usage: String, command: String = "") {
    let lines = usage.split(separator: "\n").map(String.init)
    let first = lines.first ?? "invalid usage"
    let sentences = first.splitAtQuestion
    var hint = sentences.question ?? lines.dropFirst().first { !$0.hasPrefix("Usage") }
    // If there are many values, they follow, one per line.
    let values = lines.dropFirst().filter { $0.hasPrefix("  - ") }.map { $0.dropFirst(4) }
    if !values.isEmpty, hint?.hasSuffix(":") ?? false {
      hint = (hint ?? "") + " " + values.joined(separator: ", ")
    }
    let help = command.isEmpty ? "cvgit --help" : "cvgit \(command) --help"
    self.init(
      message: sentences.statement.lowercasedFirst,
      hint: hint.map(Self.hintText) ?? "see \"\(help)\"")
  }

  /// A sentence of argument-parser as a hint: `Please provide one of 'a' or 'b'.`
  private static func hintText(_ sentence: String) -> String {
    var sentence = sentence
    if sentence.hasPrefix("Please provide ") {
      sentence = "write " + sentence.dropFirst("Please provide ".count)
    }
    if sentence.hasSuffix(".") { sentence.removeLast() }
    return sentence.lowercasedFirst
  }

  /// The error for an unknown command.
  init(unknownCommand name: String) {
    let names = SessionArguments.commandNames
    self.init(
      message: "unknown command '\(name)'",
      hint: suggestion(for: name, among: names).map { "did you mean '\($0)'?" }
        ?? "commands: \(names.joined(separator: ", "))")
  }

  private init(message: String, hint: String?) {
    let message = message.terminalSafe
    text = "error: \(message)" + (hint.map { "\nhint: \($0.terminalSafe)" } ?? "")
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

  /// Splits `Unknown option '--x'. Did you mean '--y'?` after the first sentence, dropping its full
  /// stop.
  fileprivate var splitAtQuestion: (statement: String, question: String?) {
    var statement = self
    var question: String?
    for (index, character) in zip(indices, self) where character == "." {
      let next = self.index(after: index)
      if self[next...].hasPrefix(" Did you mean") || self[next...].hasPrefix(" Please") {
        statement = String(self[..<index])
        question = String(self[next...].dropFirst())
        break
      }
    }
    if statement.hasSuffix(".") { statement.removeLast() }
    return (statement, question)
  }
}
