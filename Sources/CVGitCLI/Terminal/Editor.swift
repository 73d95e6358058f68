internal import CVModel
internal import Git
internal import Text

/// The editor, as git chooses it: `GIT_EDITOR`, `core.editor`, `VISUAL`, `EDITOR`, `vi`; run by the
/// shell, as in git.
struct Editor {
  private let command: String
  private let environment: [String: String]

  /// - Throws: if the terminal is too limited for an editor and none is configured.
  init(_ configuration: Configuration, _ surroundings: Surroundings) throws {
    environment = surroundings.environment
    let isDumb = environment["TERM"].map { $0 == "dumb" } ?? true
    let candidates = [
      environment["GIT_EDITOR"], configuration.string("core.editor"),
      isDumb ? nil : environment["VISUAL"], environment["EDITOR"], isDumb ? nil : "vi",
    ]
    guard let command = candidates.lazy.compactMap(\.self).first(where: { !$0.isEmpty }) else {
      throw Failure(
        "the terminal is dumb, and EDITOR is not set", hint: "set EDITOR, or use \"--no-edit\"")
    }
    self.command = command
  }

  /// Opens a file, and waits until the editor is closed.
  func open(_ path: String) throws {
    let status = ChildProcess.run(
      "/bin/sh", ["-c", "\(command) \"$@\"", command, path], environment: environment)
    guard status == 0 else {
      throw Failure(
        "there was a problem with the editor \(quoted(command))", hint: "nothing was written")
    }
  }
}
