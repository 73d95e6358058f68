internal import CVFormats
internal import CVModel
internal import Text

/// The possible completions of the current word.
struct Completion {
  private let words: CommandLineWords
  private let knowledge: CompletionKnowledge

  private let program: CommandDescription

  init(_ words: CommandLineWords, _ knowledge: CompletionKnowledge) throws {
    self.words = words
    self.knowledge = knowledge
    program = try CommandDescription.program()
  }

  /// A word and its description.
  struct Candidate: Hashable {
    var word: String
    var about = ""

    /// `:files` makes the shell complete file names.
    static let files = Candidate(word: ":files")

    var line: String {
      let about = about.isEmpty ? "" : "\t\(about.terminalSafe)"
      return word.terminalSafe + about + "\n"
    }
  }

  /// All candidates that begin with the current word.
  var candidates: [Candidate] {
    let current = words.current.lowercased()
    return all.filter { $0 == .files || $0.word.lowercased().hasPrefix(current) }
  }

  private var all: [Candidate] {
    let typed = TypedCommand(words.before, of: program)
    guard let command = typed.command else {
      if let option = typed.pendingOption { return program.option(option)?.values ?? [] }
      return words.current.hasPrefix("-") ? program.longOptions : program.shownSubcommands
    }
    if let option = typed.pendingOption { return values(of: option, typed) }
    if words.current.hasPrefix("--"), let sign = words.current.firstIndex(of: "=") {
      let option = String(words.current[..<sign])
      return values(of: option, typed).filter { $0 != .files }
        .map { Candidate(word: "\(option)=\($0.word)", about: $0.about) }
    }
    if words.current.hasPrefix("-") { return Self.options(typed) }
    return arguments(of: command, typed)
  }

  /// The options of a command; of one whose subcommand need not be written, also those of that.
  private static func options(_ typed: TypedCommand) -> [Candidate] {
    let own = typed.description.longOptions
    guard typed.subcommand == nil, let implied = typed.description.subcommand("make") else {
      return own
    }
    return implied.longOptions + own.filter { !implied.longOptions.contains($0) }
  }

  private func values(of option: String, _ typed: TypedCommand) -> [Candidate] {
    switch option {
    case "--at": revisions
    case "--format" where ImportCommand.takesFormats.contains(typed.description.commandName):
      ImportFormat.all.map { Candidate(word: $0.name, about: $0.label) }
    case "--root", "-C", "--from", "-o", "--output", "--theme", "--fonts", "--attach": [.files]
    case "--variant": knowledge.ids(of: "variants").map { Candidate(word: $0) }
    case "--status": statuses
    case "--kinds": kinds
    default:
      (typed.description.option(option) ?? typed.description.subcommand("make")?.option(option))?
        .values ?? []
    }
  }

  // MARK: Arguments

  private func arguments(of command: String, _ typed: TypedCommand) -> [Candidate] {
    let given = typed.arguments
    return switch command {
    case "set": given.isEmpty ? records : fields(of: given[0])
    case "new": given.isEmpty ? kinds : fields(ofKind: given[0], entry: nil)
    case "schema": given.isEmpty ? allKinds : []
    case "blame", "show": given.isEmpty ? records + kinds : []
    case "edit": given.isEmpty ? records : []
    case "list": kinds
    case "fields": given.isEmpty ? allKinds : []
    case "diff", "log": revisions + kinds + records
    case "changelog": revisions
    case "hooks", "completions":
      given.isEmpty ? program.subcommand(command)?.firstArgumentValues ?? [] : []
    case "snapshot": snapshotArguments(typed)
    case "theme":
      typed.subcommand == nil
        ? typed.description.shownSubcommands : given.count == 1 ? [.files] : []
    case "help": program.shownSubcommands
    case "import", "validate", "fmt": [.files]
    default: []
    }
  }

  private func snapshotArguments(_ typed: TypedCommand) -> [Candidate] {
    switch typed.subcommand {
    case nil: typed.arguments.isEmpty ? typed.description.shownSubcommands : []
    case "make"?, "list"?: []
    default: knowledge.snapshots.map { Candidate(word: $0) }
    }
  }

  private var statuses: [Candidate] {
    var labels: [String] = []
    for step in knowledge.schema.kinds.compactMap(\.lifecycle).flatMap(\.allSteps)
    where !labels.contains(step.label) { labels.append(step.label) }
    return labels.map { Candidate(word: $0) }
  }

  private var records: [Candidate] {
    knowledge.records.map { Candidate(word: $0.name, about: $0.title) }
  }

  private var kinds: [Candidate] { knowledge.kinds.map { Candidate(word: $0.name) } }
  private var allKinds: [Candidate] { knowledge.schema.kinds.map { Candidate(word: $0.name) } }

  /// Revisions; after `A..`, the other end of the range.
  private var revisions: [Candidate] {
    let dots = ["...", ".."].first { words.current.contains($0) }
    var start = ""
    if let dots, let last = words.current.range(of: dots) {
      start = String(words.current[..<last.upperBound])
    }
    return knowledge.revisions.map { Candidate(word: start + $0) }
  }

  // MARK: Fields

  private func fields(of record: String) -> [Candidate] {
    // An unfinished or invalid name has no completions.
    guard let name = try? RecordName(record, in: knowledge.schema) else { return [] }
    return fields(ofKind: name.kind.name, entry: knowledge.entry(record))
  }

  private func fields(ofKind name: String, entry: Entry?) -> [Candidate] {
    guard let kind = knowledge.schema[name] else { return [] }
    guard let assignment = FieldAssignment(words.current),
      let field = kind.field(named: assignment.field)
    else {
      return kind.fields.map { Candidate(word: "\($0.name)=", about: $0.type.phrase) }
    }
    let start = assignment.path.joined(separator: ".") + assignment.operation.rawValue
    let values =
      assignment.operation == .take
      ? entry?[assignment.field]?.items.compactMap(\.text) ?? [] : self.values(of: field.type)
    return values.map { Candidate(word: start + $0) }
  }

  private func values(of type: FieldType) -> [String] {
    switch type {
    case .status(let lifecycle): lifecycle.allSteps.map(\.label)
    case .choice(let values): values
    case .tags: knowledge.tags
    case .reference(let kind?): knowledge.ids(of: kind)
    case .reference(nil): knowledge.records.map(\.name)
    case .end: ["present"]
    default: []
    }
  }
}

extension String {
  /// The first occurrence of a part of the text.
  fileprivate func range(of part: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(part) }.map { $0..<index($0, offsetBy: part.count) }
  }
}
