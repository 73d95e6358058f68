internal import CVModel
internal import Git
internal import Text

/// The folder of a repository's hooks: `core.hooksPath`, or `hooks` in the repository.
struct HooksFolder {
  /// Absolute.
  let path: String
  /// The containing folder of the repository, and the path from there, with links resolved. Nil for
  /// a folder outside it, which other repositories may share and which is never changed.
  private let place: (base: String, path: String)?
  /// From the top of the work tree if it is inside.
  let name: String
  var isInsideRepository: Bool { place != nil }
  /// The framework that owns the whole folder.
  let framework: HookFramework?

  init(of repository: Repository) throws {
    guard let top = try repository.workTree else {
      throw Failure(
        "a bare repository has no commits to check",
        hint: "install the hooks in a repository with a work tree")
    }
    path = try repository.hooksFolder
    let real = FileReading.realPath(path)
    let homes = [top, repository.commonDirectory].map(FileReading.realPath)
    place = homes.first { real.hasPrefix($0 + "/") }.map {
      ($0, String(real.dropFirst($0.count + 1)))
    }
    name = path.hasPrefix(top + "/") ? String(path.dropFirst(top.count + 1)) : path
    framework = HookFramework(folder: path)
  }

  func path(of name: String) -> String { "\(path)/\(name)" }

  /// A file in the folder, for writing.
  func file(_ file: String) throws -> FileReplacement {
    guard let place else {
      throw Failure("\(quoted(path)) is outside the repository", hint: "nothing was written")
    }
    return FileReplacement("\(place.path)/\(file)", in: place.base, name: "\(name)/\(file)")
  }

  /// The state of a hook's file.
  func state(of hook: Hook) throws -> HookState {
    let path = path(of: hook.rawValue)
    guard FileReading.exists(path) else { return framework.map(HookState.managed) ?? .missing }
    // An unreadable file, such as a broken link, is kept like any other hook.
    let text = FileReading.isReadable(path) ? try FileReading.text(path) ?? "" : ""
    if Hook.isOurs(text) {
      guard text == hook.script || Hook.isUnedited(text) else { return .edited(text) }
      return .ours(
        isCurrent: text == hook.script, isChained: FileReading.exists(self.path(of: hook.keptName)))
    }
    return (framework ?? HookFramework(hook: text)).map(HookState.managed) ?? .foreign
  }
}

/// The state of a hook's file.
enum HookState: Equatable {
  case missing
  /// Our hook; chained if a hook that existed before is kept beside it.
  case ours(isCurrent: Bool, isChained: Bool)
  /// A hook of ours that was edited after its installation; it is never written to.
  case edited(String)
  case managed(HookFramework)
  /// Somebody else's hook.
  case foreign
}
