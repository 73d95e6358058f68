internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git
internal import Text

/// `cvgit check-push`, which the pre-push hook runs.
struct CheckPushCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-push",
    abstract: "Refuse to push records with errors, or private ones",
    discussion: """
      Reads the references that git is about to push from standard input, as git passes them to the hook \
      pre-push, and exits with 1 if the newest commit of a branch has errors that the remote does not \
      have yet. If 'cvgit.private' is 'refuse', exits with 2 if a commit or tag that the push sends has \
      a private record, a private field, or a record that cannot be read.
      """,
    shouldDisplay: false)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Name and URL of the remote, as git passes them to the hook")
  var remote: [String] = []

  func run(in session: inout Session) throws -> ExitStatus {
    // Read the original objects: replacements are not pushed.
    let cv = try session.openCV(originals: true)
    let references = try self.references(session)
    guard try cv.repository.configuration.string("cvgit.private")?.lowercased() == "refuse" else {
      return try checkRecords(of: references, in: cv, &session)
    }
    let push = try Push(references, remote: remote.first, in: cv, session)
    var checked: [ObjectID: String?] = [:]
    for commit in try push.commits() {
      guard let fault = try cv.privateFault(of: commit, &checked) else { continue }
      throw Failure(
        "the push sends private data: commit \(commit.abbreviated), \(fault)",
        hint: "push to a private remote with '--no-verify', or remove it from the history first")
    }
    return try checkRecords(of: references, in: cv, &session)
  }

  /// Checks the newest commit of each branch, and reports the errors that the remote does not have.
  private func checkRecords(
    of references: [String], in cv: CVRepository, _ session: inout Session
  ) throws -> ExitStatus {
    for line in references {
      // LOCAL-REF LOCAL-ID REMOTE-REF REMOTE-ID
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 4, words[2].hasPrefix("refs/heads/") || words[2] == "HEAD",
        words[1].contains(where: { $0 != "0" })
      else { continue }
      let version = try cv.repository.version(named: words[1] == "HEAD" ? "HEAD" : words[1])
      let reading = try cv.reading(of: version.version)
      if reading.isEmpty { continue }
      let known = try faults(of: words[3], in: cv)
      let errors = reading.findings.filter { finding in
        finding.severity == .error && !known.contains(Self.fault(finding))
      }
      guard !errors.isEmpty else { continue }
      let text = FindingsTextRenderer(isColored: false)
        .render(errors, lines: reading.sourceLines(of: errors))
      session.warn(
        text + "error: cvgit stopped the push because its newest commit has these errors\n"
          + "hint: correct them in a new commit; \"git push --no-verify\" skips the check")
      return .findings
    }
    return .done
  }

  /// The findings in the remote's commit, without line numbers; none if the commit is not in this
  /// clone.
  private func faults(of remote: String, in cv: CVRepository) throws -> Set<String> {
    var version = CVVersion.empty
    do throws(RevisionError) {
      version = try cv.repository.version(named: remote).version
    } catch {
      if case .git(let error) = error, !error.isMissing { throw Failure(error) }
    }
    return Set(try cv.reading(of: version).findings.map(Self.fault))
  }

  private static func fault(_ finding: Finding) -> String {
    "\(finding.path)\0\(finding.rule)\0\(finding.message)"
  }

  /// The references to push, as git passes them to the hook. The pre-commit framework uses the
  /// environment instead.
  private func references(_ session: Session) throws -> [String] {
    let bytes = FileReading.bytes(from: 0) ?? []
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    let variables = session.surroundings.environment
    guard lines.isEmpty, let to = variables["PRE_COMMIT_TO_REF"] else { return lines }
    let zero = String(repeating: "0", count: 40)
    return ["HEAD \(to) HEAD \(variables["PRE_COMMIT_FROM_REF"] ?? zero)"]
  }
}

/// The commits of a push, according to git.
private struct Push {
  private let sent: [String]
  private let known: [String]
  private let remote: String?
  private let folder: String
  private let environment: [String: String]

  init(
    _ references: [String], remote: String?, in cv: CVRepository, _ session: Session
  ) throws {
    folder = cv.repository.startingFolder
    environment = session.surroundings.environment
    self.remote = remote
    var (sent, known): ([String], [String]) = ([], [])
    for line in references {
      // LOCAL-REF LOCAL-ID REMOTE-REF REMOTE-ID; zeros if a side does not exist.
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 4 else {
        throw Failure("expected four words from git, found \(quoted(line))")
      }
      if words[1].contains(where: { $0 != "0" }) { sent.append(words[1]) }
      if words[3].contains(where: { $0 != "0" }) { known.append(words[3]) }
    }
    (self.sent, self.known) = (sent, known)
  }

  /// The commits that the remote does not have, as far as this clone knows.
  func commits() throws -> [ObjectID] {
    guard !sent.isEmpty else { return [] }
    for id in sent {
      let type = try git(["cat-file", "-t", "\(id)^{}"])
      guard type == "commit\n" else {
        throw Failure(
          "the push sends \(id.prefix(7)), which is not a commit and cannot be checked",
          hint: "'git push --no-verify' skips the check")
      }
    }
    let here = try known.filter {
      try output(["cat-file", "-e", $0 + "^{commit}"]).status == 0
    }
    var arguments = ["rev-list"] + sent + ["--not"] + here
    if let remote, !remote.contains("/"), !remote.contains(":") {
      arguments.append("--remotes=\(remote)")
    }
    return try git(arguments).split(separator: "\n").compactMap { ObjectID(hex: String($0)) }
  }

  private func git(_ arguments: [String]) throws -> String {
    let run = try output(arguments)
    guard run.status == 0 else {
      throw Failure("git \(arguments[0]) failed, so the push was not checked")
    }
    return run.text
  }

  private func output(_ arguments: [String]) throws -> ProgramRun {
    try GitProgram(in: folder, environment: Environment(environment))
      .run(["--no-replace-objects"] + arguments)
  }
}
