import Fixtures
import Foundation
import Git
import Testing

/// Compares git and cvgit for every kind of repository: the answers are equal, or cvgit fails with
/// a reason.
@Suite struct DifferentialTests {
  @Test(arguments: RepositoryRow.all)
  func `cvgit answers as git does`(row: RepositoryRow) throws {
    var scratch = try ScratchRepository()
    let stand = try row.build(&scratch)
    let oracle = GitOracle(
      folder: scratch.path + "/" + stand.folder,
      environment: scratch.environment.merging(stand.variables) { $1 })
    switch Self.open(oracle) {
    case .failure(let error): try oracle.expectReason(error)
    case .success(let repository): try compare(repository, oracle)
    }
  }

  private static func open(_ oracle: GitOracle) -> Result<Repository, GitError> {
    Result { () throws(GitError) in
      let repository = try Repository.open(
        at: oracle.folder, environment: Environment(oracle.environment))
      _ = try repository.configuration
      return repository
    }
  }

  private func compare(_ repository: Repository, _ oracle: GitOracle) throws {
    try compareSettings(repository, oracle)
    try comparePlaces(repository, oracle)
    try compareRevisions(repository, oracle)
    try compareHistory(repository, oracle)
    try compareIndex(repository, oracle)
    try compareWorkTree(repository, oracle)
    #expect(oracle.objectCount() == oracle.objectsBefore, "a question wrote to the repository")
  }

  private func compareSettings(_ repository: Repository, _ git: GitOracle) throws {
    let listed = try git.bytes("config", "--list", "-z").split(separator: 0)
    var expected: [String: [String]] = [:]
    for line in listed {
      let end = line.firstIndex(of: 10) ?? line.endIndex
      let name = String(decoding: line[..<end], as: UTF8.self)
      expected[name, default: []].append(
        String(decoding: line[end...].dropFirst(), as: UTF8.self))
    }
    let configuration = try repository.configuration
    #expect(Set(configuration.names) == Set(expected.keys))
    for (name, values) in expected { #expect(configuration.all(name) == values, "\(name)") }
    let now = Moment(seconds: 1_700_000_000, offsetMinutes: 0)
    let committer = try git.run("var", "GIT_COMMITTER_IDENT")
    #expect(try repository.committer(now: now).headerText + "\n" == committer.output)
  }

  private func comparePlaces(_ repository: Repository, _ git: GitOracle) throws {
    let top = try git.run("rev-parse", "--show-toplevel")
    #expect(try repository.workTree == (top.status == 0 ? String(top.output.dropLast()) : nil))
    let isBare = try git.text("rev-parse", "--is-bare-repository") == "true"
    #expect(try repository.isBare == isBare)
    let hooks = try git.text("rev-parse", "--git-path", "hooks")
    let folder = URL(fileURLWithPath: git.folder).standardizedFileURL
    let expected = URL(fileURLWithPath: hooks, relativeTo: folder).standardizedFileURL
    #expect(try repository.hooksFolder == expected.path)
    let isShallow = try git.text("rev-parse", "--is-shallow-repository") == "true"
    #expect(repository.isShallow == isShallow)
  }

  private func compareRevisions(_ repository: Repository, _ git: GitOracle) throws {
    let texts = [
      "HEAD", "@", "main", "side", "v1", "v2", "refs/tags/v3", "heads/v1", "origin", "origin/main",
      "HEAD~1", "HEAD^2", "HEAD~9", "v3^{}", "@{-1}", "@{u}", "main@{upstream}", ":/commit 1",
      ":/nothing", "HEAD^{/commit}", "annotated", "nested", "ORIG_HEAD", "FETCH_HEAD",
      "HEAD@{2024-03-01 09:02:30 +0000}", "v1-0-gabc", "no", "MERGE_HEAD",
    ]
    // The suffix would be part of a search.
    let names = texts.map { $0.hasPrefix(":/") ? $0 : $0 + "^{commit}" }
    let answers = try git.answers(to: names)
    for (text, expected) in zip(texts, answers) { try compare(text, expected, repository) }
    // git fails if a reflog is not that long.
    for text in ["@{1}", "HEAD@{1}", "HEAD@{2}", "main@{1}", "HEAD@{9}"] {
      let run = try git.run("rev-parse", "--verify", "--quiet", text + "^{commit}")
      try compare(text, run.status == 0 ? String(run.output.dropLast()) : nil, repository)
    }
    if try git.run("rev-parse", "--verify", "--quiet", "HEAD").status == 0 {
      let id = try git.text("rev-parse", "HEAD")
      #expect(try repository.resolve(id).hex == id)
      #expect(try repository.resolve(String(id.prefix(10))).hex == id)
    }
    let tags = try git.lines(
      "for-each-ref", "--format=%(refname:strip=2) %(objecttype) %(*objecttype)", "refs/tags")
    #expect(
      try repository.tags().map(\.name)
        == tags.filter { $0.contains(" commit") || $0.contains(" tag tag") }
        .map { String($0.prefix { $0 != " " }) })
  }

  private func compare(_ text: String, _ expected: String?, _ repository: Repository) throws {
    let resolved = Result { () throws(RevisionError) in try repository.resolve(text).hex }
    #expect((try? resolved.get()) == expected, "\(text)")
  }

  private func compareHistory(_ repository: Repository, _ git: GitOracle) throws {
    guard let head = try repository.headCommit() else {
      #expect(try git.run("rev-parse", "--verify", "--quiet", "HEAD").status != 0)
      return
    }
    let fields = ["%H", "%P", "%aN", "%aE", "%cn", "%at", "%s", "%b"]
    let log = try git.lines(
      "log", "--first-parent", "-z", "--encoding=UTF-8",
      "--format=" + fields.joined(separator: "%x01"), "HEAD", "--", separator: "\0")
    var line = try repository.firstParents(from: head.id)
    var found: [String] = []
    while let commit = try line.next() {
      let author = try repository.mapped(commit.author)
      found.append(
        [
          commit.id.hex, commit.parents.map(\.hex).joined(separator: " "), author.name,
          author.email, commit.committer.name, String(author.seconds), commit.subject,
          commit.body.isEmpty ? "" : commit.body + "\n",
        ].joined(separator: "\u{1}"))
    }
    #expect(found == log)
    #expect(
      try repository.count(from: nil, to: head.id)
        == Int(try git.text("rev-list", "--count", "HEAD")))
    for other in ["side", "v1", "HEAD~1", "origin/main"] {
      let id = try git.run("rev-parse", "--verify", "--quiet", other + "^{commit}")
      guard id.status == 0, let other = ObjectID(hex: String(id.output.dropLast())) else {
        continue
      }
      let base = try git.run("merge-base", "HEAD", other.hex)
      #expect(
        try repository.mergeBase(head.id, other)?.hex
          == (base.status == 0 ? String(base.output.dropLast()) : nil))
      #expect(
        try repository.isAncestor(other, of: head.id)
          == (git.run("merge-base", "--is-ancestor", other.hex, "HEAD").status == 0))
      #expect(
        try repository.count(from: other, to: head.id)
          == Int(try git.text("rev-list", "--count", "\(other.hex)..HEAD")))
    }
    let listed = try git.bytes("ls-tree", "-r", "-z", "--full-tree", "HEAD").split(separator: 0)
    let files = try repository.files(in: head.tree)
    #expect(
      files.map { "\($0.mode.octal) \($0.id) \($0.path.bytes)" }
        == listed.map { line in
          let tab = line.firstIndex(of: 9) ?? line.endIndex
          let words = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
          return "\(words[0]) \(words[2]) \(Array(line[tab...].dropFirst()))"
        })
  }

  private func compareIndex(_ repository: Repository, _ git: GitOracle) throws {
    let index = try repository.index()
    let announced = try git.run("diff", "--name-only", "--diff-filter=A", "-z").stdout
      .split(separator: 0).map { GitPath(bytes: Array($0)) }
    #expect(index.intendedToAdd == announced.sorted())
    let listed = try git.bytes("ls-files", "--stage", "-z", "--full-name", "--", ":/")
    var files: [String] = []
    var conflicts: Set<GitPath> = []
    for line in listed.split(separator: 0) {
      let tab = line.firstIndex(of: 9) ?? line.endIndex
      let words = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
      let path = GitPath(bytes: Array(line[tab...].dropFirst()))
      if words[2] != "0" {
        conflicts.insert(path)
      } else if !announced.contains(path) {
        files.append("\(words[0]) \(words[1]) \(path.bytes)")
      }
    }
    #expect(index.files.map { "\($0.mode.octal) \($0.id) \($0.path.bytes)" } == files)
    #expect(index.conflicts == conflicts.sorted())
  }

  /// Compares with what `git add --all` would store, using a separate index.
  private func compareWorkTree(_ repository: Repository, _ git: GitOracle) throws {
    guard let top = try repository.workTree else { return }
    let isChanged = try git.run("status", "--porcelain", "--untracked-files=all").stdout.isEmpty
    #expect(try repository.hasChanges() != isChanged)
    let all = try git.filesOfEverything(top: top)
    let files = try repository.workTreeFiles()
    #expect(files.map(\.path) == all.keys.sorted())
    for file in files {
      let content = try repository.workTreeContent(of: file, limit: .max)
      #expect(try repository.blobID(of: content).hex == all[file.path], "\(file.path)")
    }
  }
}

/// git itself, run in one folder.
private struct GitOracle {
  let folder: String
  /// The environment for cvgit; git itself runs without variables that change the meaning of its
  /// arguments.
  let environment: [String: String]
  private let own: [String: String]
  let objectsBefore: Int

  init(folder: String, environment: [String: String]) {
    self.folder = folder
    self.environment = environment
    own = environment.filter { $0.key != "GIT_LITERAL_PATHSPECS" }
    objectsBefore = Self.objectCount(folder)
  }

  func run(_ arguments: String..., with variables: [String: String] = [:]) throws -> ProcessRun {
    try ProcessRun.run(
      "git", arguments, in: folder, environment: own.merging(variables) { $1 })
  }

  func bytes(_ arguments: String...) throws -> Data {
    let run = try ProcessRun.run("git", arguments, in: folder, environment: own)
    guard run.status == 0 else { throw GitFailure(arguments: arguments, run: run) }
    return run.stdout
  }

  func text(_ arguments: String...) throws -> String {
    let run = try ProcessRun.run("git", arguments, in: folder, environment: own)
    guard run.status == 0 else { throw GitFailure(arguments: arguments, run: run) }
    return run.output.hasSuffix("\n") ? String(run.output.dropLast()) : run.output
  }

  /// The IDs of revisions; nil for those that do not resolve.
  func answers(to revisions: [String]) throws -> [String?] {
    let run = try ProcessRun.run(
      "git", ["cat-file", "--batch-check=%(objectname)"], in: folder, environment: own,
      input: Data(revisions.map { $0 + "\n" }.joined().utf8))
    return run.output.split(separator: "\n").map { line in
      line.count == 40 && !line.contains(" ") ? String(line) : nil
    }
  }

  /// The parts of git's output, split at a separator.
  func lines(
    _ arguments: String..., separator: Character = "\n"
  ) throws -> [String] {
    let run = try ProcessRun.run("git", arguments, in: folder, environment: own)
    var lines = run.output.split(separator: separator, omittingEmptySubsequences: false)
      .map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Expects an error of one line that starts in lower case; if git fails too, it must be git's own
  /// message.
  func expectReason(_ error: GitError) throws {
    #expect(!error.message.isEmpty && !error.message.contains("\n"))
    let run = try run("config", "--list")
    let check = try self.run("rev-parse", "--git-dir")
    guard run.status != 0 || check.status != 0 else { return }
    let said = (run.errors + check.errors).lowercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let words = error.message.lowercased().split(whereSeparator: \.isWhitespace)
    #expect(said.contains(words.joined(separator: " ")), "\(said)")
  }

  /// The blobs by path that `git add --all` would store, without hidden names and submodules.
  func filesOfEverything(top: String) throws -> [GitPath: String] {
    let place = try TemporaryFolder(prefix: "cvgit-oracle")
    let index = place.path + "/index"
    let own = try text("rev-parse", "--git-path", "index")
    let source = URL(fileURLWithPath: own, relativeTo: URL(fileURLWithPath: folder + "/"))
    if FileManager.default.fileExists(atPath: source.path) {
      try FileManager.default.copyItem(atPath: source.path, toPath: index)
    }
    let objects = try text("rev-parse", "--git-path", "objects")
    let folderURL = URL(fileURLWithPath: objects, relativeTo: URL(fileURLWithPath: folder + "/"))
    let more = environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"].map { ":" + $0 } ?? ""
    try FileManager.default.createDirectory(
      atPath: place.path + "/objects", withIntermediateDirectories: true)
    let variables = [
      "GIT_INDEX_FILE": index, "GIT_OBJECT_DIRECTORY": place.path + "/objects",
      "GIT_ALTERNATE_OBJECT_DIRECTORIES": "\"\(folderURL.path)\"" + more,
    ]
    let added = try run(
      "-c", "advice.addEmbeddedRepo=false", "-c", "core.splitIndex=false", "add", "--all", "--",
      ":/", with: variables)
    if added.status != 0 { throw GitFailure(arguments: ["add"], run: added) }
    let listed = try run("ls-files", "--stage", "-z", "--full-name", "--", ":/", with: variables)
    var files: [GitPath: String] = [:]
    for line in listed.stdout.split(separator: 0) {
      let tab = line.firstIndex(of: 9) ?? line.endIndex
      let words = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
      let path = GitPath(bytes: Array(line[tab...].dropFirst()))
      guard words[0] != "160000", !path.names.contains(where: { $0.first == UInt8(ascii: ".") })
      else { continue }
      files[path] = String(words[1])
    }
    return files
  }

  /// The number of files in the repository's object folder.
  func objectCount() -> Int { Self.objectCount(folder) }

  private static func objectCount(_ folder: String) -> Int {
    let places = ["/.git/objects", "/objects"].map { folder + $0 }
    return places.reduce(0) { count, place in
      count + (FileManager.default.enumerator(atPath: place)?.allObjects.count ?? 0)
    }
  }
}
