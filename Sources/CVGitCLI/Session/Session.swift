internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// One run of a command: what it is given by its surroundings, and what it says.
package struct Session {
  package let surroundings: Surroundings
  package let global: GlobalOptions
  /// Data, for standard output.
  package private(set) var output = ""
  /// Messages, for standard error.
  package private(set) var messages = ""

  /// Takes output while the command still works, and says whether more is wanted; nil where all waits for the end.
  var outlet: ((String) throws -> Bool)?

  package init(_ surroundings: Surroundings, global: GlobalOptions) {
    self.surroundings = surroundings
    self.global = global
  }

  /// Text for a reader, who may be the runner of a build.
  package mutating func print(_ text: String) { output += text.withoutRunnerCommands }

  /// A text in a format of its own, byte for byte.
  package mutating func print(verbatim text: String) { output += text }

  /// Hands on what was printed where it is much. False once the reader has seen enough: no more needs to be done then.
  mutating func flush() throws -> Bool {
    guard let outlet, output.utf8.count >= 1 << 16 else { return true }
    defer { output = "" }
    return try outlet(output)
  }

  /// A line about what was done, which `--quiet` leaves out.
  package mutating func tell(_ line: String) {
    if !global.isQuiet { print(line.terminalSafe + "\n") }
  }

  /// Lines for standard error.
  package mutating func warn(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    messages +=
      lines.map { String($0).terminalSafe }.joined(separator: "\n").withoutRunnerCommands + "\n"
  }

  /// The folder that the command works in.
  package var directory: String {
    global.directories.filter { !$0.isEmpty }.reduce(surroundings.directory) { current, wanted in
      wanted.hasPrefix("/") ? wanted : current + "/" + wanted
    }
  }

  /// The time: what `SOURCE_DATE_EPOCH` says, in UTC, or else the clock.
  func now() throws -> Moment {
    guard let text = surroundings.environment["SOURCE_DATE_EPOCH"] else {
      return surroundings.clock()
    }
    guard let seconds = Int64(text), (0..<(1 << 40)).contains(seconds) else {
      throw Failure(
        "SOURCE_DATE_EPOCH is no time: \(quoted(text))", hint: "give it seconds since 1970")
    }
    return Moment(seconds: seconds, offsetMinutes: 0)
  }

  /// The CV of the repository that the folder lies in.
  ///
  /// - Parameter isDetecting: whether a file in a known format counts if nothing names a CV: not for what writes records.
  mutating func openCV(
    isDetecting: Bool = true, originals: Bool = false
  ) throws -> CVRepository {
    let repository = try openRepository(originals: originals)
    let location = try CVLocation(self, repository, isDetecting: isDetecting)
    let cv = location.open(repository)
    if location.isDetected, !global.isQuiet { warn(try cv.sourceNotice()) }
    return cv
  }

  /// The repository that the folder lies in.
  ///
  /// - Parameter originals: read the objects themselves, not those that git shows in their place (`git replace`).
  func openRepository(originals: Bool = false) throws -> Repository {
    var environment = surroundings.environment
    if originals { environment["GIT_NO_REPLACE_OBJECTS"] = "1" }
    do throws(GitError) {
      return try Repository.open(at: directory, environment: Environment(environment))
    } catch  where error.code == GitError.Code.unreadable {
      throw Failure(error.message, hint: error.hint ?? "name a folder that exists")
    } catch {
      throw Failure(error)
    }
  }

  /// Whether the folder lies in a repository of git's.
  var isInRepository: Bool {
    get throws {
      do throws(GitError) {
        _ = try Repository.open(at: directory, environment: Environment(surroundings.environment))
        return true
      } catch  where error.isNotFound {
        return false
      } catch {
        throw Failure(error)
      }
    }
  }

  /// The same as git answers it, without starting libgit2.
  var isInWorkTree: Bool {
    get throws {
      let git = GitProgram(in: directory, environment: Environment(surroundings.environment))
      return try git.run(["rev-parse", "--is-inside-work-tree"]).text == "true\n"
    }
  }

  /// A folder as written, from the top of the repository.
  func root(_ written: String, _ repository: Repository) throws -> String {
    guard written.hasPrefix("/"), let top = try repository.workTree else {
      return try Self.root(written)
    }
    let (path, folder) = (FileReading.realPath(written), FileReading.realPath(top))
    if path == folder { return "" }
    return try Self.root(
      path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : written)
  }

  /// Refuses a `--root` that cannot be one in any repository.
  func checkRoot() throws { _ = try Self.root(global.root ?? "cv") }

  private static func root(_ written: String) throws -> String {
    let parts = written.split(separator: "/").filter { $0 != "." }
    guard !written.hasPrefix("/"), !parts.contains("..") else {
      throw Failure(
        "the CV's folder \(quoted(written)) is not inside the repository",
        hint: "name it from the top of the repository, such as \"cv\"")
    }
    // As texts, whose joining is needed anyway: that of another type is looked up anew.
    return parts.map(String.init).joined(separator: "/")
  }

  /// Whether standard output is shown in colour: `--color`, then `NO_COLOR`, `CLICOLOR_FORCE`, git's `color.ui`.
  package func isColored(_ setting: String? = nil) -> Bool {
    switch global.color {
    case .always?: return true
    case .never?: return false
    case .auto?: return surroundings.isTerminal && !isDumb
    case nil: break
    }
    let variables = surroundings.environment
    if let value = variables["NO_COLOR"], !value.isEmpty { return false }
    if let value = variables["CLICOLOR_FORCE"], !value.isEmpty, value != "0" { return true }
    switch setting?.lowercased() {
    case "always": return true
    case "never", "false", "no", "off", "0": return false
    default: return surroundings.isTerminal && !isDumb
    }
  }

  private var isDumb: Bool { surroundings.environment["TERM"] == "dumb" }
}

extension Session {
  /// A path of the command line from the folder that the command works in.
  func path(_ written: String) -> String {
    written.hasPrefix("/") ? written : directory + "/" + written
  }
}
