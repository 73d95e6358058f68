internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// Installs and removes the hooks and settings of one clone.
struct HookSetup {
  private let repository: Repository
  private let folder: HooksFolder
  private let driver: DiffDriver

  init(_ cv: CVRepository, _ session: Session) throws {
    repository = cv.repository
    folder = try HooksFolder(of: cv.repository)
    driver = DiffDriver(cv)
  }

  /// The setting with the program's path at installation, used if it is not in `PATH`.
  static let programSetting = "cvgit.program"

  /// Returns exit status 1 if a hook is in a file that is not ours, or if cvgit's path cannot be
  /// recorded.
  func install(withAttributes: Bool, _ session: inout Session) throws -> ExitStatus {
    let installer = HookInstaller(folder: folder)
    var (installed, chained, advice): ([String], [String], [String]) = ([], [], [])
    var edited: [String] = []
    for hook in Hook.allCases {
      switch try installer.install(hook) {
      case .installed(let isChained):
        installed.append(hook.rawValue)
        if isChained { chained.append(hook.rawValue) }
      case .advised(let text): if !advice.contains(text) { advice.append(text) }
      case .edited: edited.append(hook.rawValue)
      case .removed, .nothing: break
      }
    }
    let program = LastingProgram.path(session.surroundings)
    if let program { try repository.write(setting: Self.programSetting, program) }
    if withAttributes {
      for line in try driver.writeAttributes() { session.tell("added to .gitattributes: \(line)") }
    }
    if try driver.hasAttributes {
      try driver.writeSettings()
      session.tell("'git diff' now shows changes by entry")
    }
    if !installed.isEmpty {
      session.tell("installed in \(folder.name): \(installed.joined(separator: ", "))")
    }
    if !chained.isEmpty {
      session.tell("the existing hook runs first: \(chained.joined(separator: ", "))")
    }
    tellEdited(edited, &session)
    let status = explain(advice, &session) == .done && edited.isEmpty ? ExitStatus.done : .findings
    guard program == nil, let cached = session.surroundings.findExecutable() else { return status }
    session.warn(
      """
      this cvgit is in a cache, where the hooks may not find it later: \(cached.terminalSafe)
      hint: install it, for example with "uv tool install cvgit" or "pipx install cvgit"
      """)
    return .findings
  }

  /// Reports the hooks that were not updated because they were edited.
  private func tellEdited(_ hooks: [String], _ session: inout Session) {
    guard !hooks.isEmpty else { return }
    session.warn(
      """
      not changed in \(folder.name), since they were edited: \(hooks.joined(separator: ", "))
      hint: move your lines to a file such as \(hooks[0]).before-cvgit, which runs first, and remove the hook; then run \
      "cvgit hooks install"
      """)
  }

  private func explain(_ advice: [String], _ session: inout Session) -> ExitStatus {
    guard !advice.isEmpty else { return .done }
    session.warn(
      folder.isInsideRepository
        ? "another program manages the hooks here; its files were not changed"
        : "the hooks are outside this repository, in \(quoted(folder.path)): nothing was written there"
    )
    for text in advice {
      session.warn(text.split(separator: "\n").map { "\($0)".terminalSafe }.joined(separator: "\n"))
    }
    return .findings
  }

  func uninstall(_ session: inout Session) throws -> ExitStatus {
    let installer = HookInstaller(folder: folder)
    var (removed, restored): ([String], [String]) = ([], [])
    var edited: [String] = []
    for hook in Hook.allCases {
      switch try installer.uninstall(hook) {
      case .removed(let isRestored):
        removed.append(hook.rawValue)
        if isRestored { restored.append(hook.rawValue) }
      case .edited: edited.append(hook.rawValue)
      case .installed, .advised, .nothing: break
      }
    }
    try repository.write(setting: Self.programSetting, nil)
    try driver.removeSettings()
    session.tell(
      removed.isEmpty
        ? "no cvgit hooks in \(folder.name)"
        : "removed from \(folder.name): \(removed.joined(separator: ", "))")
    if !restored.isEmpty { session.tell("restored: \(restored.joined(separator: ", "))") }
    guard !edited.isEmpty else { return .done }
    session.warn(
      "not removed from \(folder.name), since they were edited: \(edited.joined(separator: ", "))\n"
        + "hint: remove them yourself if you no longer need your edits")
    return .findings
  }
}
