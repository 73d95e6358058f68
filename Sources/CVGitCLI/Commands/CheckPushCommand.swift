internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import Git

/// `cvgit check-push`, which the pre-push hook runs.
struct CheckPushCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-push",
    abstract: "Refuse to push private records",
    discussion: """
      Reads the references that git is about to push from standard input, as git passes them to the hook \
      pre-push, and exits with 2 if a commit or tag that the push sends has a private record, a private \
      field, or a record that cannot be read. Does nothing unless 'cvgit.private' is 'refuse'.
      """,
    shouldDisplay: false)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Name and URL of the remote, as git passes them to the hook")
  var remote: [String] = []

  func run(in session: inout Session) throws -> ExitStatus {
    // Read the original objects: replacements are not pushed.
    let cv = try session.openCV(originals: true)
    guard try cv.repository.configuration.string("cvgit.private")?.lowercased() == "refuse" else {
      return .done
    }
    let push = try Push(references(session), remote: remote.first, in: cv, session)
    var checked: [ObjectID: String?] = [:]
    for commit in try push.commits() {
      guard let fault = try cv.privateFault(of: commit, &checked) else { continue }
      throw Failure(
        "the push sends private data: commit \(commit.abbreviated), \(fault)",
        hint: "push to a private remote with '--no-verify', or remove it from the history first")
    }
    return .done
  }

  /// The pushed references. The pre-commit framework passes them in the environment.
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
