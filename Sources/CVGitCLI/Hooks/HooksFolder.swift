internal import CVModel
internal import Git

/// The folder that git runs a repository's hooks from: `core.hooksPath`, else `hooks` in the repository.
struct HooksFolder {
  /// Absolute.
  let path: String
  /// The folder of the repository that holds it, and its path from there, links resolved; nil for a folder that other
  /// repositories may share: it is never written to.
  private let place: (base: String, path: String)?
  /// From the top of the work tree where it lies there.
  let name: String
  var isInsideRepository: Bool { place != nil }
  /// The program that the whole folder belongs to.
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

  /// A file of the folder to be written.
  func file(_ file: String) throws -> FileReplacement {
    guard let place else {
      throw Failure("\(quoted(path)) is outside the repository", hint: "nothing was written")
    }
    return FileReplacement("\(place.path)/\(file)", in: place.base, name: "\(name)/\(file)")
  }

  /// What stands where a hook belongs.
  func state(of hook: Hook) throws -> HookState {
    let path = path(of: hook.rawValue)
    guard FileReading.exists(path) else { return framework.map(HookState.managed) ?? .missing }
    // What cannot be read, such as a broken link, is kept like any other hook.
    let text = FileReading.isReadable(path) ? try FileReading.text(path) ?? "" : ""
    if Hook.isOurs(text) {
      return .ours(
        isCurrent: text == hook.script, isChained: FileReading.exists(self.path(of: hook.keptName)))
    }
    return (framework ?? HookFramework(hook: text)).map(HookState.managed) ?? .foreign
  }
}

/// What stands where a hook belongs.
enum HookState: Equatable {
  case missing
  /// Ours; chained where one that was there before is kept beside it.
  case ours(isCurrent: Bool, isChained: Bool)
  case managed(HookFramework)
  /// Somebody's own.
  case foreign
}
