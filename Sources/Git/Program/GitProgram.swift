/// Runs git in one folder, and reports its errors as ours.
///
/// Arguments never go through a shell, the environment is a value, and questions write nothing: git takes no optional
/// locks and fetches nothing. libgit2 answers what concerns objects; git answers what only git knows.
package struct GitProgram: Sendable {
  /// The folder that git is started in.
  let folder: String
  let environment: Environment

  /// The time after which a run is ended, so that a hanging file system cannot hang the program.
  private static let limit = Duration.seconds(300)

  /// The oldest version that answers all questions.
  private static let oldest = (2, 30)

  /// Before a command that looks at files: a monitor of the file system is a program that git would start.
  static let readingFiles = ["-c", "core.fsmonitor=false"]

  package init(in folder: String, environment: Environment) {
    self.folder = folder
    self.environment = environment
  }

  /// What git prints.
  ///
  /// - Throws: an exit status other than 0, as git explains it.
  package func answer(
    _ arguments: [String], input: [UInt8] = [], with variables: [String: String] = [:]
  ) throws(GitError) -> ProgramRun {
    let run = try run(arguments, input: input, with: variables)
    guard run.status == 0 else { throw failure(run, arguments) }
    return run
  }

  /// A run with any exit status.
  package func run(
    _ arguments: [String], input: [UInt8] = [], with variables: [String: String] = [:]
  ) throws(GitError) -> ProgramRun {
    guard let git = ProgramSearch.program("git", in: environment["PATH"]) else {
      throw GitError(
        code: GitError.Code.program, message: "git is not installed, or not on PATH",
        function: "git", hint: Self.installHint)
    }
    let run = try ProgramRun(
      git, ["-C", folder] + arguments, input: input, environment: self.variables(variables),
      limit: Self.limit)
    guard !run.isOutOfTime else {
      throw GitError(
        code: GitError.Code.program,
        message: "'git \(Self.command(arguments))' took more than "
          + "\(Self.limit.components.seconds) seconds",
        function: "git")
    }
    return run
  }

  private func variables(_ more: [String: String]) -> [String: String] {
    var variables = environment.variables
    // These change what a path on the command line means.
    for name in ["LITERAL", "GLOB", "NOGLOB", "ICASE"] {
      variables["GIT_\(name)_PATHSPECS"] = nil
    }
    // Messages in English, like our own, whatever the encoding and order of the locale are.
    variables["LANGUAGE"] = "en"
    variables["GIT_OPTIONAL_LOCKS"] = "0"
    variables["GIT_NO_LAZY_FETCH"] = "1"
    return variables.merging(more) { $1 }
  }

  /// What git says on standard error, as an error of ours; a git that is too old is the reason for an unknown option.
  func failure(_ run: ProgramRun, _ arguments: [String]) -> GitError {
    if run.status == 129, let error = tooOld() { return error }
    return GitError(
      gitSays: run.errors, code: GitError.Code.refused,
      otherwise: "'git \(Self.command(arguments))' exited with status \(run.status)")
  }

  private static func command(_ arguments: [String]) -> String {
    arguments.first { !$0.hasPrefix("-") && !$0.contains("=") } ?? ""
  }

  /// The error for a git older than 2.30; nil for any other.
  private func tooOld() -> GitError? {
    do throws(GitError) {
      let words = try run(["version"]).text.split(whereSeparator: \.isWhitespace)
      let version = words.first { $0.first?.isNumber == true } ?? ""
      let numbers = version.split(separator: ".").prefix(2).map { Int($0) ?? 0 }
      guard numbers.count == 2, (numbers[0], numbers[1]) < Self.oldest else { return nil }
      return GitError(
        code: GitError.Code.program,
        message: "git \(version) is too old: expected \(Self.oldest.0).\(Self.oldest.1) or newer",
        function: "git", hint: Self.installHint)
    } catch {
      return error
    }
  }

  private static let installHint = "install git 2.30 or newer"
}

extension GitError {
  /// The first line that git printed as an error, and the rest as the hint.
  init(gitSays text: String, code: Int32, otherwise: String) {
    let all = text.split(whereSeparator: \.isNewline)
    // What git says before the first of these is a warning, or advice.
    let first = all.firstIndex { $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") } ?? 0
    var lines = all.dropFirst(first).map { $0.drop { $0 == " " || $0 == "\t" } }
      .map { line in
        ["fatal: ", "error: ", "hint: "].first(where: line.hasPrefix)
          .map { line.dropFirst($0.count) } ?? line
      }.filter { !$0.isEmpty }.map(String.init)
    var message = lines.isEmpty ? otherwise : lines.removeFirst()
    if message.hasSuffix(":"), !lines.isEmpty { message += " " + lines.removeFirst() }
    self.init(
      code: code, message: message.startingInLowerCase, function: "git",
      hint: lines.isEmpty ? nil : lines.joined(separator: " ").startingInLowerCase)
  }
}

extension String {
  /// The same with its first letter in lower case, unless the first word is an abbreviation or a name such as GIT_DIR.
  fileprivate var startingInLowerCase: String {
    guard let first, dropFirst().first?.isLowercase == true else { return self }
    return first.lowercased() + dropFirst()
  }
}
