internal import CVModel
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Puts hooks in their folder and takes them out again; what was there is kept as it was.
struct HookInstaller {
  let folder: HooksFolder

  /// What was done about one hook.
  enum Outcome: Equatable {
    case installed(isChained: Bool)
    case removed(isRestored: Bool)
    /// Not ours to write: what to add, and where.
    case advised(String)
    case nothing
  }

  /// Installs a hook, or brings one of an older version up to date.
  func install(_ hook: Hook) throws -> Outcome {
    guard folder.isInsideRepository else {
      return .advised("add to \(folder.path(of: hook.rawValue)):\n  \(hook.line)")
    }
    switch try folder.state(of: hook) {
    case .managed(let framework): return .advised(framework.advice(for: hook))
    case .missing: try write(hook, replacing: nil)
    case .foreign:
      try keep(hook)
      do {
        try write(hook, replacing: nil)
      } catch {
        _ = unsafe rename(folder.path(of: hook.keptName), folder.path(of: hook.rawValue))
        throw error
      }
    case .ours(let isCurrent, _):
      let path = folder.path(of: hook.rawValue)
      if !isCurrent { try write(hook, replacing: try FileReading.bytes(path)) }
    }
    return .installed(isChained: FileReading.exists(folder.path(of: hook.keptName)))
  }

  /// Removes a hook of ours, and puts back the one that was there before.
  func uninstall(_ hook: Hook) throws -> Outcome {
    guard folder.isInsideRepository, case .ours = try folder.state(of: hook) else {
      return .nothing
    }
    let (path, kept) = (folder.path(of: hook.rawValue), folder.path(of: hook.keptName))
    guard FileReading.exists(kept) else {
      guard unsafe unlink(path) == 0 else { throw refused("remove", hook.rawValue) }
      return .removed(isRestored: false)
    }
    guard unsafe rename(kept, path) == 0 else { throw refused("restore", hook.rawValue) }
    return .removed(isRestored: true)
  }

  /// Gives a hook the name under which ours runs it.
  private func keep(_ hook: Hook) throws {
    let (path, kept) = (folder.path(of: hook.rawValue), folder.path(of: hook.keptName))
    guard !FileReading.exists(kept) else {
      throw Failure(
        "both \(quoted(hook.rawValue)) and \(quoted(hook.keptName)) are in \(quoted(folder.name))",
        hint: "another program replaced the hook: join the two, or remove one")
    }
    guard unsafe rename(path, kept) == 0 else { throw refused("keep", hook.rawValue) }
  }

  private func write(_ hook: Hook, replacing old: [UInt8]?) throws {
    let name = "\(folder.name)/\(hook.rawValue)"
    try FileReplacement(folder.path(of: hook.rawValue), name: name)
      .write(Array(hook.script.utf8), replacing: old, mode: 0o777)
  }

  private func refused(_ task: String, _ hook: String) -> Failure {
    Failure("cannot \(task) the hook \(quoted(hook)): \(FileReading.lastError)")
  }
}
