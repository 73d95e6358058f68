internal import CVHistory
internal import CVModel
internal import Git

/// The state of the hooks and settings in one clone, with advice.
struct HookReport {
  private let repository: Repository
  private let folder: HooksFolder
  private let driver: DiffDriver
  private let top: String
  /// The CV's folder that was given, and the one that the hooks will use.
  private let roots: (asked: String, found: String)

  init(_ cv: CVRepository, _ session: Session) throws {
    repository = cv.repository
    folder = try HooksFolder(of: cv.repository)
    driver = DiffDriver(cv)
    top = try cv.repository.workTree ?? ""
    var plain = session.global
    plain.root = nil
    let found = try CVLocation(
      Session(session.surroundings, global: plain), cv.repository, isDetecting: false)
    roots = (cv.root, found.root)
  }

  /// The state of one hook, or of the program.
  private struct Row {
    let words: String
    /// Whether nothing needs to be done.
    let isInPlace: Bool
  }

  /// Prints the report. The exit status is 1 if something will not run.
  func show(_ session: inout Session) throws -> ExitStatus {
    let rows = try Hook.allCases.map { ($0, try row(of: $0)) }
    session.tell("hooks in \(folder.name)")
    for (hook, row) in rows { session.tell("  \(Self.padded(hook.rawValue))\(row.words)") }
    let program = try program(session)
    session.tell("  \(Self.padded("program"))\(program.words)")
    if roots.asked != roots.found {
      session.tell("  \(Self.padded("folder"))\(roots.found), not \(roots.asked)")
    }
    session.tell("  \(Self.padded("git diff"))\(try diffWords())")
    var isComplete = rows.allSatisfy(\.1.isInPlace) && program.isInPlace
    if roots.asked != roots.found { isComplete = false }
    if try driver.hasAttributes, try !driver.hasSettings { isComplete = false }
    guard !isComplete else { return .done }
    let root = roots.asked == roots.found ? "" : " --root \(roots.asked)"
    session.warn("hint: run \"cvgit\(root) hooks install\"")
    return .findings
  }

  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(1, 20 - name.count))
  }

  private func row(of hook: Hook) throws -> Row {
    let state = try folder.state(of: hook)
    let path = folder.path(of: hook.rawValue)
    if FileReading.exists(path), !FileReading.isExecutable(path) {
      return Row(words: "not executable, so git ignores it", isInPlace: false)
    }
    switch state {
    case .missing: return Row(words: "not installed", isInPlace: false)
    case .foreign:
      if hook.isRun(by: try FileReading.text(path) ?? "") {
        return Row(words: "your own hook, which runs cvgit", isInPlace: true)
      }
      return Row(
        words: "not installed; the existing hook would run first", isInPlace: false)
    case .managed(let manager): return try row(of: hook, keptBy: manager)
    case .edited(let text):
      return hook.isRun(by: text)
        ? Row(words: "installed, and edited", isInPlace: true)
        : Row(words: "edited, and no longer runs cvgit", isInPlace: false)
    case .ours(let isCurrent, let isChained):
      return Row(
        words: (isCurrent ? "installed" : "installed from another version")
          + (isChained ? ", after the existing hook" : ""), isInPlace: isCurrent)
    }
  }

  /// The state of a hook that a manager runs. Only pre-commit must run cvgit: the others are
  /// optional there.
  private func row(of hook: Hook, keptBy manager: HookFramework) throws -> Row {
    let name = manager.rawValue
    guard FileReading.exists(folder.path(of: hook.rawValue)) else {
      return Row(words: "not installed by \(name)", isInPlace: hook != .preCommit)
    }
    return try manager.runsCVGit(in: hook, top: top)
      ? Row(words: "run by \(name)", isInPlace: true)
      : Row(
        words: "managed by \(name), which does not run cvgit", isInPlace: hook != .preCommit)
  }

  /// The program that the hooks run.
  private func program(_ session: Session) throws -> Row {
    if let path = session.surroundings.onPath("cvgit") { return Row(words: path, isInPlace: true) }
    let recorded = try repository.configuration.string(HookSetup.programSetting)
    guard let recorded else { return Row(words: "cvgit is not on PATH", isInPlace: false) }
    return FileReading.isExecutable(recorded)
      ? Row(words: recorded, isInPlace: true)
      : Row(words: "\(recorded) no longer exists, and cvgit is not on PATH", isInPlace: false)
  }

  private func diffWords() throws -> String {
    switch (try driver.hasAttributes, try driver.hasSettings) {
    case (true, true): "shows changes by entry"
    case (true, false): ".gitattributes names cvgit, but this clone is not set up for it"
    case (false, _):
      "shows lines; run \"cvgit hooks install --attributes\" to show changes by entry"
    }
  }
}
