internal import CVModel
internal import Text

/// Installs and removes hooks; existing hooks are kept.
struct HookInstaller {
  let folder: HooksFolder

  /// The result for one hook.
  enum Outcome: Equatable {
    case installed(isChained: Bool)
    case removed(isRestored: Bool)
    /// A file that is not ours: what to add, and where.
    case advised(String)
    /// A hook of ours that was edited, and is not changed.
    case edited
    case nothing
  }

  /// Installs a hook, or updates an older version.
  func install(_ hook: Hook) throws -> Outcome {
    guard folder.isInsideRepository else {
      return .advised("add to \(folder.path(of: hook.rawValue)):\n  \(hook.line)")
    }
    switch try folder.state(of: hook) {
    case .managed(let framework): return .advised(framework.advice(for: hook))
    case .edited: return .edited
    case .missing: try write(hook, replacing: nil)
    case .foreign:
      try keep(hook)
      do {
        try write(hook, replacing: nil)
      } catch {
        try folder.file(hook.keptName).move(to: hook.rawValue)
        throw error
      }
    case .ours(let isCurrent, _):
      if !isCurrent { try write(hook, replacing: try folder.file(hook.rawValue).content()) }
    }
    return .installed(isChained: FileReading.exists(folder.path(of: hook.keptName)))
  }

  /// Removes one of our hooks, and restores the one that existed before.
  func uninstall(_ hook: Hook) throws -> Outcome {
    guard folder.isInsideRepository else { return .nothing }
    switch try folder.state(of: hook) {
    case .ours: break
    case .edited: return .edited
    case .missing, .managed, .foreign: return .nothing
    }
    guard FileReading.exists(folder.path(of: hook.keptName)) else {
      try folder.file(hook.rawValue).remove()
      return .removed(isRestored: false)
    }
    try folder.file(hook.keptName).move(to: hook.rawValue)
    return .removed(isRestored: true)
  }

  /// Renames an existing hook to the name under which ours runs it.
  private func keep(_ hook: Hook) throws {
    guard !FileReading.exists(folder.path(of: hook.keptName)) else {
      throw Failure(
        "both \(quoted(hook.rawValue)) and \(quoted(hook.keptName)) are in \(quoted(folder.name))",
        hint: "another program replaced the hook: merge the two, or remove one")
    }
    try folder.file(hook.rawValue).move(to: hook.keptName)
  }

  private func write(_ hook: Hook, replacing old: [UInt8]?) throws {
    try folder.file(hook.rawValue).write(Array(hook.script.utf8), replacing: old, mode: 0o777)
  }
}
