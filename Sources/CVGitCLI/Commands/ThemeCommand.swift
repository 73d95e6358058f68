internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git
internal import Text

/// `cvgit theme`.
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme",
    abstract: "Work with themes",
    subcommands: [EjectCommand.self])
}

/// `cvgit theme eject`.
struct EjectCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "eject",
    abstract: "Copy a theme to a folder, to change it",
    discussion: """
      The default folder is 'themes/NAME' in the CV's folder, where 'render' finds it. Files that you \
      delete from it fall back to the built-in theme.

      Examples:
        cvgit theme eject
        cvgit theme eject classic themes/mine
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Name of the theme")
  var name = Theme.classic.name

  @Argument(help: "Folder to copy it to")
  var folder: String?

  func run(in session: inout Session) throws -> ExitStatus {
    guard Theme.builtInNames.contains(name) else {
      throw Failure(
        "there is no built-in theme \(quoted(name))",
        hint: "themes: \(Theme.builtInNames.joined(separator: ", "))")
    }
    let isDefault = self.folder == nil
    let folder = try folder.map(session.path) ?? defaultFolder(session)
    let files = Theme.builtInFiles.sorted { $0.key < $1.key }
    for (file, _) in files where FileReading.exists("\(folder)/\(file)") {
      throw Failure(
        "\(quoted("\(folder)/\(file)")) already exists", hint: "name another folder")
    }
    for (file, text) in files {
      let path = "\(folder)/\(file)"
      try NamedFile(path, name: path).writeNew(Array(text.utf8))
    }
    if isDefault { try TrustedThemes.set(in: try session.openCV().repository) }
    session.tell("copied \(files.count) files of the theme \(name) to \(folder)")
    return .done
  }

  private func defaultFolder(_ session: Session) throws -> String {
    let repository = try session.openRepository()
    let root = try CVLocation(session, repository, isDetecting: false).root
    guard let top = try repository.workTree else {
      throw Failure("a bare repository has no folder for themes", hint: "name a folder")
    }
    return [top, root, "themes", name].filter { !$0.isEmpty }.joined(separator: "/")
  }
}
