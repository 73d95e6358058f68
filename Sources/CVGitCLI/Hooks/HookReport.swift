internal import CVHistory
internal import CVModel
internal import Git

/// The state of the hooks and settings in one clone, with advice.
struct HookReport {
  private let repository: Repository
  private let folder: HooksFolder
  private let driver: DiffDriver

  init(_ cv: CVRepository, _ session: Session) throws {
    repository = cv.repository
    folder = try HooksFolder(of: cv.repository)
    driver = DiffDriver(cv)
  }

  /// Returns exit status 1 if something is missing.
  func show(_ session: inout Session) throws -> ExitStatus {
    let states = try Hook.allCases.map { ($0, try folder.state(of: $0)) }
    session.tell("hooks in \(folder.name)")
    for (hook, state) in states {
      session.tell("  \(Self.padded(hook.rawValue))\(Self.words(state))")
    }
    session.tell("  \(Self.padded("program"))\(try program(session))")
    session.tell("  \(Self.padded("git diff"))\(try diffWords())")
    var isComplete = states.allSatisfy { $0.1.isInPlace }
    if try driver.hasAttributes, try !driver.hasSettings { isComplete = false }
    guard !isComplete else { return .done }
    session.warn("hint: run \"cvgit hooks install\"")
    return .findings
  }

  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(1, 20 - name.count))
  }

  private static func words(_ state: HookState) -> String {
    switch state {
    case .missing: "not installed"
    case .foreign: "not installed; there is another hook, which would run first"
    case .managed(let manager): "kept by \(manager.rawValue)"
    case .ours(let isCurrent, let isChained):
      (isCurrent ? "installed" : "installed, of another version")
        + (isChained ? ", behind the hook that was there" : "")
    }
  }

  /// The program that the hooks run.
  private func program(_ session: Session) throws -> String {
    if let path = session.surroundings.onPath("cvgit") { return path }
    let recorded = try repository.configuration.string(HookSetup.programSetting)
    guard let recorded else { return "cvgit is not on PATH" }
    return FileReading.isExecutable(recorded)
      ? recorded : "\(recorded) is gone, and cvgit is not on PATH"
  }

  private func diffWords() throws -> String {
    switch (try driver.hasAttributes, try driver.hasSettings) {
    case (true, true): "speaks of entries"
    case (true, false): ".gitattributes names cvgit, but this clone is not set up for it"
    case (false, _): "shows lines; \"cvgit hooks install --attributes\" makes it speak of entries"
    }
  }
}

extension HookState {
  /// Whether nothing is left to do; hooks of a framework are its own concern.
  fileprivate var isInPlace: Bool {
    switch self {
    case .missing, .foreign: false
    case .managed: true
    case .ours(let isCurrent, _): isCurrent
    }
  }
}
