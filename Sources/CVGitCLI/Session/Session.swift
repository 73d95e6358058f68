internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git
internal import Text

/// One run of a command, with its input from the environment and its output.
package struct Session {
  package let surroundings: Surroundings
  package let global: GlobalOptions
  /// Data, for standard output.
  package private(set) var output = ""
  /// Messages, for standard error.
  package private(set) var messages = ""

  /// Receives output while the command is running, and returns whether more is wanted; nil to keep
  /// it until the end.
  var outlet: ((String) throws -> Bool)?

  package init(_ surroundings: Surroundings, global: GlobalOptions) {
    self.surroundings = surroundings
    self.global = global
  }

  /// Prints text for people, who may see it through a CI runner.
  package mutating func print(_ text: String) { output += text.withoutRunnerCommands }

  /// Prints text in a specific format, byte for byte.
  package mutating func print(verbatim text: String) { output += text }

  /// Passes on printed output if there is much of it. Returns false once the reader has seen
  /// enough, so that the command can stop.
  mutating func flush() throws -> Bool {
    guard let outlet, output.utf8.count >= 1 << 16 else { return true }
    defer { output = "" }
    return try outlet(output)
  }

  /// Hands on what was printed, before something happens that a reader should know of.
  mutating func flushAll() throws {
    guard let outlet, !output.isEmpty else { return }
    _ = try outlet(output)
    output = ""
  }

  /// Prints a line about what was done, unless `--quiet` is given.
  package mutating func tell(_ line: String) {
    if !global.isQuiet { print(line.terminalSafe + "\n") }
  }

  /// Prints a note to standard error, unless with `--quiet`.
  mutating func note(_ text: String, hint: String? = nil) {
    guard !global.isQuiet else { return }
    warn("note: \(text)" + (hint.map { "\nhint: \($0)" } ?? ""))
  }

  /// The same for several.
  mutating func note(_ texts: [String]) {
    for text in texts { note(text) }
  }

  /// Prints lines to standard error.
  package mutating func warn(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    messages +=
      lines.map { String($0).terminalSafe }.joined(separator: "\n").withoutRunnerCommands + "\n"
  }

  /// The folder in which the command works.
  package var directory: String {
    global.directories.filter { !$0.isEmpty }.reduce(surroundings.directory) { current, wanted in
      wanted.hasPrefix("/") ? wanted : current + "/" + wanted
    }
  }

  /// The time: `SOURCE_DATE_EPOCH` in UTC, or the clock.
  func now() throws -> Moment {
    guard let text = surroundings.environment["SOURCE_DATE_EPOCH"] else {
      return surroundings.clock()
    }
    guard let seconds = Int64(text), (0..<(1 << 40)).contains(seconds) else {
      throw Failure(
        "invalid SOURCE_DATE_EPOCH \(quoted(text))", hint: "set it to seconds since 1970")
    }
    return Moment(seconds: seconds, offsetMinutes: 0)
  }

  /// Opens the CV of the repository that contains the folder.
  ///
  /// - Parameter isDetecting: whether to use a file in a known format if nothing names a CV. False
  ///   for commands that write records.
  mutating func openCV(
    isDetecting: Bool = true, originals: Bool = false
  ) throws -> CVRepository {
    let repository = try openRepository(originals: originals)
    let location = try CVLocation(self, repository, isDetecting: isDetecting)
    let cv = location.open(repository)
    if location.isDetected, !global.isQuiet { warn(try cv.sourceNotice()) }
    return cv
  }

  /// The records of the repository that the folder lies in, without its sources.
  func openRecords() throws -> CVRepository {
    let repository = try openRepository()
    return try CVLocation(self, repository, isDetecting: false).openRecords(repository)
  }

  /// Opens the repository that contains the folder.
  ///
  /// - Parameter originals: read the original objects, not those that git shows in their place
  ///   (`git replace`).
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

  /// Whether the folder is in a git repository.
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

  /// Whether the folder is in a work tree, according to git, without starting libgit2.
  var isInWorkTree: Bool {
    get throws {
      let git = GitProgram(in: directory, environment: Environment(surroundings.environment))
      return try git.run(["rev-parse", "--is-inside-work-tree"]).text == "true\n"
    }
  }

  /// A folder given by the user, from the top of the repository.
  func root(_ written: String, _ repository: Repository) throws -> String {
    guard written.hasPrefix("/"), let top = try repository.workTree else {
      return try Self.root(written)
    }
    let (path, folder) = (FileReading.realPath(written), FileReading.realPath(top))
    if path == folder { return "" }
    return try Self.root(
      path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : written)
  }

  /// Rejects a `--root` that is not valid in any repository.
  func checkRoot() throws { _ = try Self.root(global.root ?? "cv") }

  private static func root(_ written: String) throws -> String {
    let parts = written.split(separator: "/").filter { $0 != "." }
    guard !written.hasPrefix("/"), !parts.contains("..") else {
      throw Failure(
        "the CV's folder \(quoted(written)) is not inside the repository",
        hint: "name it from the top of the repository, such as \"cv\"")
    }
    // As strings, whose joining is needed anyway: joining another type would be specialized again.
    return parts.map(String.init).joined(separator: "/")
  }

  /// Whether standard output is colored, according to `--color`, `NO_COLOR`, `CLICOLOR_FORCE`, and
  /// git's `color.diff` and `color.ui`, in this order.
  func isColored(in repository: Repository) throws -> Bool {
    let configuration = try repository.configuration
    return isColored(configuration.string("color.diff") ?? configuration.string("color.ui"))
  }

  /// Whether standard output is colored, given the value of git's setting.
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
  /// A path on the command line, resolved against the folder in which the command works.
  func path(_ written: String) -> String {
    written.hasPrefix("/") ? written : directory + "/" + written
  }
}
