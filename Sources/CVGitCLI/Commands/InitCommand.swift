internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// `cvgit init`.
struct InitCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create a new CV",
    discussion: """
      Writes cv/ with a document, a profile and an example of each common kind, in this repository \
      or in a new one. Existing files are not overwritten. With '--from', the entries of a file become \
      the records, as 'cvgit import' writes them.

      Examples:
        cvgit init --hooks
        cvgit init --from publications.bib --hooks
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: "Your name; git's user.name by default")
  var name: String?

  @Option(help: "Your email address; git's user.email by default")
  var email: String?

  @Option(help: "Kinds to create sections and examples for, separated by commas")
  var kinds: String?

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Import a file instead of writing examples: .bib, resume.json, …", valueName: "file"))
  var source: String?

  @Option(help: ArgumentHelp("Format of that file; found out by default", valueName: "format"))
  var format: String?

  @Flag(help: "Install the hooks that check records before each commit")
  var hooks = false

  @Flag(help: "Make 'git diff' show changes by entry (.gitattributes)")
  var attributes = false

  func validate() throws {
    if source == nil, format != nil { throw ValidationError("'--format' is for '--from'") }
    if source != nil, kinds != nil {
      throw ValidationError("'--kinds' and '--from' cannot be used together")
    }
  }

  func run(in session: inout Session) throws -> ExitStatus {
    try checkArguments(session)
    // A file that cannot be read is an error before anything is made.
    if let source, source != ImportInput.standardInput {
      _ = try ImportInput(source, format: format, session)
    }
    let (cv, location) = try openOrCreate(&session)
    guard let top = try cv.repository.workTree else {
      throw Failure("a bare repository has no work tree", hint: "run this in a clone of it")
    }
    if let source { return try create(from: source, cv, top, &session) }
    let layout = try FirstCV(
      name: name ?? Self.setting("NAME", "name", cv, session),
      email: try email ?? Self.address(cv, &session), kinds: try wantedKinds)
    let files = layout.files.map { (path: cv.prefix + $0.path, text: $0.text) }
    var missing: [(path: String, text: String)] = []
    for file in files {
      guard let old = try FileReplacement(file.path, in: top).content() else {
        missing.append(file)
        continue
      }
      guard old == Array(file.text.utf8) else {
        throw Failure(
          "\(quoted(file.path)) already exists",
          hint: "nothing was written; see \"cvgit validate\"")
      }
    }
    // Existing files may be somebody else's.
    let hasThemes = FileReading.exists("\(top)/\(cv.prefix)themes")
    for file in missing {
      try FileReplacement(file.path, in: top).write(Array(file.text.utf8), replacing: nil)
    }
    session.tell("created \(cv.prefix.isEmpty ? "the CV" : cv.prefix) with \(files.count) records")
    try session.keepRoot(of: cv)
    try location.keep(in: cv.repository, withRecords: true, &session)
    if !hasThemes { try TrustedThemes.set(in: cv.repository) }
    let status = try setUp(cv, &session)
    tellNext(cv.prefix, isImported: false, &session)
    return status
  }

  /// Creates the CV from a file.
  private func create(
    from source: String, _ cv: CVRepository, _ top: String, _ session: inout Session
  ) throws -> ExitStatus {
    let records = try RecordFiles(try session.openRecords())
    let owner = ImportRun.Owner(
      name: try name ?? Self.setting("NAME", "name", cv, session),
      email: try email ?? Self.address(cv, &session), isNamed: name != nil)
    let input = try ImportInput(source, format: format, keptName: nil, session, top: top)
    let run = try ImportRun(
      [input], into: records.withoutRecords, top: top, preference: .init(), owner: owner)
    try checkNothingElse(in: records, run)
    let hasThemes = FileReading.exists("\(top)/\(cv.prefix)themes")
    let imported = try ImportWriting(run.skippingWritten(records), isCreating: true).finish(
      &session)
    try session.keepRoot(of: cv)
    if !hasThemes { try TrustedThemes.set(in: cv.repository) }
    let status = try setUp(cv, &session)
    tellNext(cv.prefix, isImported: true, &session)
    return status == .done ? imported : status
  }

  /// Refuses a CV that is there already, unless an earlier run of the same command wrote a part of
  /// it.
  private func checkNothingElse(in records: RecordFiles, _ run: ImportRun) throws {
    for path in records.paths {
      guard let bytes = records.bytes(of: path), run.texts[path] == .some(.some(bytes)) else {
        throw Failure(
          "\(quoted(path)) is there already",
          hint: "nothing was written; add to this CV with \"cvgit import\"")
      }
    }
  }

  private var wantedKinds: [String] {
    get throws {
      guard let kinds else { return ExampleRecords.commonKinds }
      return try kinds.split(separator: ",").map { name in
        if let kind = Schema.builtIn[String(name)], kind.role != .entries {
          throw Failure(
            "\(quoted(kind.name)) has no section", hint: "name kinds such as publications")
        }
        return try RecordName.kind(String(name), in: Schema(kinds: Schema.builtIn.entryKinds)).name
      }
    }
  }

  /// The user's name or address in git's configuration.
  private static func setting(
    _ variable: String, _ name: String, _ cv: CVRepository, _ session: Session
  ) throws -> String? {
    try session.surroundings.environment["GIT_AUTHOR_\(variable)"]
      ?? cv.repository.configuration.string("user.\(name)")
  }

  /// The address in git's configuration; nil if it is not valid in a profile, since git accepts
  /// anything.
  private static func address(
    _ cv: CVRepository, _ session: inout Session
  ) throws -> String? {
    guard let address = try setting("EMAIL", "email", cv, session) else { return nil }
    if FirstCV.isAddress(address) { return address }
    session.warn("left out git's user.email: \(quoted(address)) is not an e-mail address")
    return nil
  }

  /// Checks the arguments as far as possible before anything is written.
  private func checkArguments(_ session: Session) throws {
    _ = try FirstCV(name: name ?? "Somebody", email: email, kinds: try wantedKinds)
    if !(session.global.root ?? "").hasPrefix("/") { try session.checkRoot() }
  }

  private func openOrCreate(
    _ session: inout Session
  ) throws -> (cv: CVRepository, location: CVLocation) {
    if try session.isInRepository { return try open(session) }
    let environment = Environment(session.surroundings.environment)
    do throws(GitError) {
      _ = try Repository.create(at: session.directory, environment: environment)
    } catch {
      throw Failure(error)
    }
    session.tell("created a git repository")
    return try open(session)
  }

  private func open(_ session: Session) throws -> (cv: CVRepository, location: CVLocation) {
    let repository = try session.openRepository()
    let location = try CVLocation(session, repository, isStrict: false)
    return (location.open(repository), location)
  }

  private func setUp(_ cv: CVRepository, _ session: inout Session) throws -> ExitStatus {
    if hooks {
      // Read the settings of the new repository again.
      return try HookSetup(cv, session).install(withAttributes: attributes, &session)
    }
    let driver = DiffDriver(cv)
    if attributes {
      for line in try driver.writeAttributes() { session.tell("added to .gitattributes: \(line)") }
      try driver.writeSettings()
    } else if try driver.hasAttributes, try !driver.hasSettings {
      session.tell(
        "hint: run \"cvgit hooks install\" to make 'git diff' show changes by entry here, too")
    }
    return .done
  }

  private func tellNext(_ prefix: String, isImported: Bool, _ session: inout Session) {
    session.tell("next:")
    session.tell(
      isImported
        ? "  1. look at the records\(prefix.isEmpty ? "" : " under \(prefix)")"
        : "  1. edit the examples\(prefix.isEmpty ? "" : " under \(prefix)"), or delete them"
    )
    session.tell("  2. check them:  cvgit validate")
    session.tell("  3. commit them: git add \(prefix.isEmpty ? "." : prefix) && git commit")
    session.tell(
      "git push publishes every record, private ones too: use a private remote, or run "
        + "\"git config cvgit.private refuse\" and \"cvgit hooks install\"")
  }
}
