/// Runs git in one folder, and converts its errors to ours.
///
/// Arguments never go through a shell, and the environment is passed in. Queries write nothing: git
/// takes no optional locks and does not fetch. Use libgit2 for objects, and git for what only git
/// knows.
package struct GitProgram: Sendable {
  /// The folder in which git runs.
  let folder: String
  let environment: Environment

  /// The time after which a run is killed, so that a hanging file system cannot hang the program.
  private static let limit = Duration.seconds(300)

  /// The oldest version of git that supports all queries.
  private static let oldest = (2, 30)

  /// Options for commands that read the work tree: a file system monitor is a program that git
  /// would start.
  static let readingFiles = ["-c", "core.fsmonitor=false"]

  package init(in folder: String, environment: Environment) {
    self.folder = folder
    self.environment = environment
  }

  /// The output of git.
  ///
  /// - Throws: a nonzero exit status, with git's message.
  package func answer(
    _ arguments: [String], input: [UInt8] = [], with variables: [String: String] = [:]
  ) throws(GitError) -> ProgramRun {
    let run = try run(arguments, input: input, with: variables)
    guard run.status == 0 else { throw failure(run, arguments) }
    return run
  }

  /// Runs git, whatever its exit status.
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
    // These change the meaning of paths on the command line.
    for name in ["LITERAL", "GLOB", "NOGLOB", "ICASE"] {
      variables["GIT_\(name)_PATHSPECS"] = nil
    }
    // Messages in English, like our own, whatever the encoding and order of the locale are.
    variables["LANGUAGE"] = "en"
    variables["GIT_OPTIONAL_LOCKS"] = "0"
    variables["GIT_NO_LAZY_FETCH"] = "1"
    return variables.merging(more) { $1 }
  }

  /// git's standard error as an error of ours; if an option is unknown, reports a git that is too
  /// old.
  func failure(_ run: ProgramRun, _ arguments: [String]) -> GitError {
    if run.status == 129, let error = tooOld() { return error }
    return GitError(
      gitSays: run.errors, code: GitError.Code.refused,
      otherwise: "'git \(Self.command(arguments))' exited with status \(run.status)")
  }

  /// The error for output of git that cannot be parsed.
  func unexpected(_ arguments: [String]) -> GitError {
    GitError(
      code: GitError.Code.program,
      message: "cannot parse the output of 'git \(Self.command(arguments))'", function: "git")
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
  /// An error from git's output: its first error line is the message, and the rest is the hint.
  init(gitSays text: String, code: Int32, otherwise: String) {
    let all = text.split(whereSeparator: \.isNewline)
    // Anything before the first of these is a warning or advice.
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
  /// The text with its first letter in lower case, unless the first word is an abbreviation or a
  /// name such as GIT_DIR.
  fileprivate var startingInLowerCase: String {
    guard let first, dropFirst().first?.isLowercase == true else { return self }
    return first.lowercased() + dropFirst()
  }
}
