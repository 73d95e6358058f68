import CVGitCLI
import Fixtures
import Foundation
import Testing

/// Private words in every place that has any, and a search for them in every output that is meant
/// for others.
///
/// `CANARY` is private; `LATERX` is public at `v1` and private since then; `namex` is in names of
/// private files.
@Suite struct CanaryTests {
  /// Whom the output of a command is for.
  private enum Reader {
    /// The runs that are searched.
    case others([[String]])
    /// Nobody but the owner, and why.
    case owner(String)
  }

  private static let ranges = ["v1", "v1..v2", "v1..HEAD", "v2..HEAD", "HEAD~1..HEAD"]

  private static let readers: [String: Reader] = [
    "init": .owner("writes what it is given"),
    "new": .owner("writes a record"),
    "set": .owner("writes a record"),
    "fmt": .owner("writes records"),
    "log": .owner("the terminal, and programs of the owner"),
    "show": .owner("the terminal, and programs of the owner"),
    "blame": .owner("the terminal, and programs of the owner"),
    "list": .owner("the terminal, and programs of the owner"),
    "status": .owner("the terminal"),
    "fields": .owner("lists a kind's fields"),
    "edit": .owner("the owner's editor"),
    "import": .owner("shows the owner what it writes"),
    "hooks": .owner("says what is installed"),
    "theme eject": .owner("copies a theme"),
    "__complete": .owner("the owner's shell"),
    "diff-driver": .owner("the owner's git diff"),
    "textconv": .owner("the owner's git log -p"),
    "check-push": .owner("names the record that stops a push"),
    "snapshot list": .owner("the terminal, and programs of the owner"),
    "snapshot show": .owner("the terminal, and programs of the owner"),
    "snapshot verify": .owner("the terminal"),
    "snapshot delete": .owner("the terminal"),
    "validate": .others([["--format", "github"], ["--format", "gitlab"]]),
    "schema": .others([["publications"], ["exhibits"], ["profile"], ["document"]]),
    "completions": .others([["bash"], ["zsh"], ["fish"]]),
    "diff": .others(
      ranges.flatMap { [[$0], [$0, "--stat"], [$0, "--explain", "--only", "all"]] }.map {
        $0 + ["--format", "markdown"]
      } + [
        ["--format", "markdown"], ["--staged", "--format", "markdown"],
        ["v1..HEAD", "--variant", "short", "--format", "markdown"],
      ]),
    "changelog": .others(
      (ranges.dropFirst().map { [$0] } + [[], ["--staged"]]).flatMap { arguments in
        ["markdown", "json", "atom"].map { arguments + ["--format", $0] }
      } + [["--write"]]),
    "render": .others(
      [
        "markdown", "html", "text", "typst", "json-resume", "bibtex", "csl-json",
        "rendercv", "latex",
      ].flatMap { format in
        [[], ["--variant", "short"], ["--at", "HEAD"], ["--at", "v2"]].map {
          $0 + ["--format", format]
        }
      }),
    "propose": .others([["message"]]),
    "snapshot make": .others([["--for", "Society", "--at", "v2", "--date", "2024-05-01"]]),
    "snapshot diff": .others([["2024-05-01-society", "--format", "markdown"]]),
    "snapshot export": .others([
      ["-o", "out.zip", "2024-05-01-society"], ["-o", "out.tar", "2024-05-01-society"],
      ["--all", "-o", "all.zip", "2024-05-01-society"],
      ["--all", "-o", "all.tar", "2024-05-01-society"],
    ]),
  ]

  /// The formats that are for the owner alone.
  private static let ownFormats: [String: Set<String>] = [
    "validate": ["text", "json"], "diff": ["text", "json"], "snapshot diff": ["text", "json"],
    // Typst makes it of what "typst" prints.
    "render": ["pdf"],
  ]

  // MARK: Commands

  /// The commands of the help, and those in no help.
  private static func commands() -> Set<String> {
    var names: Set<String> = []
    for name in CVGitProgram.commandNames {
      let help = cvgit([name, "--help"]).output
      guard let list = help.range(of: "SUBCOMMANDS:\n") else {
        names.insert(name)
        continue
      }
      for line in help[list.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
      {
        guard line.hasPrefix("  "), let word = line.split(separator: " ").first else { break }
        names.insert("\(name) \(word)")
      }
    }
    return names
  }

  @Test func `every command is searched, or is for the owner alone`() {
    #expect(Self.commands() == Set(Self.readers.keys))
  }

  @Test func `every format is searched, or is for the owner alone`() {
    for (command, reader) in Self.readers {
      guard case .others(let runs) = reader else { continue }
      let help = cvgit(command.split(separator: " ").map(String.init) + ["--help"]).output
        .split { $0.isWhitespace }.joined(separator: " ")
      guard let start = help.range(of: "--format <format> Output format"),
        let values = help[start.upperBound...].firstMatch(of: /\(values: ([^;)]*)/)
      else { continue }
      let formats = Set(values.1.split(separator: ",").map { $0.trimmingPrefix(" ").description })
      let searched = Set(
        runs.flatMap { run in zip(run, run.dropFirst()).filter { $0.0 == "--format" }.map(\.1) })
      #expect(
        formats == searched.union(Self.ownFormats[command] ?? []), "\(command): \(formats)")
    }
  }

  // MARK: Records

  // MARK: Spellings

  /// Every way to say in a source that an entry is private, the careless ones too.
  @Test(arguments: [
    "\"visibility\": \"private\"", "\"visibility\": \"\"", "\"visibility\": null",
    "\"visibility\": [\"public\"]", "\"visibility\": {\"a\": \"public\"}", "\"Visibility\": \"no\"",
    "\"visibilty\": \"no\"", "\"private\": true", "\"private\": \"yes\"", "\"private\": \"\"",
    "\"private\": null", "\"private\": {\"a\": 1}", "\"private\": [\"positon\"]",
    "\"privat\": true",
    "\"visibility\": \"public\", \"visibility\": \"private\"",
    "\"visibility\": \"private\", \"visibility\": \"public\"",
    "\"private\": [], \"private\": true",
  ])
  func `a careless word in JSON hides more, never less`(_ word: String) throws {
    let scratch = try ScratchRepository()
    try scratch.write(
      "resume.json",
      """
      {"basics": {"name": "Ada"}, "work": [
        {"name": "CANARY", "position": "CANARY", "startDate": "1842", \(word)},
        {"name": "Engines", "position": "Poet", "startDate": "1840"}]}
      """)
    let run = scratch.cvgit("render", "--format", "text")
    #expect(!run.output.contains("CANARY"), "\(run.output)")
    #expect(run.output.contains("Poet"), "\(run.messages)")
  }

  @Test(arguments: [
    "keywords = {private}", "keywords = {a; Private }", "keyword = {private}", "visibility = {}",
    "keywords = {a}, keywords = {private}", "visibility = {public}, visibility = {private}",
    "visibility = {private}, visibility = {public}", "private = {}", "private = {titel}",
    "private = {note}, private = {title}", "privat = {}", "VISIBILITY = {no}",
    "visibility = {\\unknown}",
  ])
  func `a careless word in BibTeX hides more, never less`(_ word: String) throws {
    let scratch = try ScratchRepository()
    try scratch.write(
      "papers.bib",
      "@article{a, title = {CANARY}, author = {Ada Lovelace}, year = 2020, note = {CANARY}, \(word)}\n"
        + "@article{b, title = {An Open Paper}, author = {Ada Lovelace}, year = 2020}\n")
    let run = scratch.cvgit("render", "--format", "text")
    #expect(!run.output.contains("CANARY"), "\(run.output)")
    #expect(run.output.contains("An Open Paper"), "\(run.messages)")
  }

  @Test(arguments: [
    "visibility: public\n# c\nvisibility: private", "visibility:", "private: yes", "privat: x",
  ])
  func `a careless word in front matter hides more, never less`(_ word: String) throws {
    let scratch = try ScratchRepository()
    let toml = word.replacing(": ", with: " = \"").split(separator: "\n").map {
      $0.contains("\"") ? $0 + "\"" : $0
    }.joined(separator: "\n").replacing("visibility:", with: "visibility = \"\"")
    let page = "title: CANARY\nauthors: [Ada]\ndate: 2020-01-01\n"
    try scratch.write("content/publication/a/index.md", "---\n\(page)\(word)\n---\nCANARY\n")
    try scratch.write(
      "content/publication/b/index.md",
      "+++\ntitle = \"CANARY\"\nauthors = [\"Ada\"]\ndate = 2020-01-01\n\(toml)\n+++\n")
    try scratch.write(
      "content/publication/c/index.md",
      "---\ntitle: Open\nauthors: [Ada]\ndate: 2020-01-01\n---\n")
    let run = scratch.cvgit("--source", "content", "render", "--format", "text")
    #expect(!run.output.contains("CANARY"), "\(run.output)")
    #expect(run.output.contains("Open"), "\(run.messages)")
  }

  private static let paper = "type: journal\nauthors: [Ada Lovelace, Jane Doe]\ndate: 2024\n"

  private func repository() throws -> ScratchRepository {
    var scratch = try ScratchRepository()
    try scratch.write(
      "cv/cv.yaml",
      """
      # CANARY
      x-own: {CANARY-key: CANARY}
      sections:
        - kind: publications
          heading: Publications
          entries: [open, namex-paper, later]
          x-own: CANARY
        - kind: awards
        - kind: exhibits

      """)
    try scratch.write(
      "cv/variants/short.yaml", "headline: [CANARY]\nprivate: [headline]\nx-own: CANARY\n")
    try scratch.write(
      "cv/profile.yaml",
      """
      name: Ada Lovelace
      url: https://example.org
      phone: "+44 CANARY"
      private: [phone]
      metrics: {citations: 3}
      x-own: [CANARY] # CANARY

      """)
    try scratch.write(
      "cv/people/jane-doe.yaml",
      "name: Jane Doe\naliases: [J. CANARY]\nprivate: [aliases]\nx-own: CANARY\n")
    try scratch.write(
      "cv/people/namex.yaml", "name: CANARY Person\naliases: [CANARY]\nvisibility: private\n")
    try scratch.write(
      "cv/kinds/exhibits.yaml",
      "label: {one: exhibit, many: exhibits}\nname: [title]\nfields: {title: text, room: text}\nx-own: CANARY\n"
    )
    try scratch.write(
      "cv/exhibits/a.yaml", "title: An Exhibit\nroom: CANARY\nprivate: [room]\nx-own: CANARY\n")
    try scratch.write(
      "cv/publications/open.yaml",
      "title: An Open Paper\nnote: LATERX\nx-own: {CANARY: [CANARY]}\n" + Self.paper)
    try scratch.write("cv/publications/later.yaml", "title: LATERX\n" + Self.paper)
    try scratch.write(
      "cv/publications/moved.yaml", "title: LATERX of Another Society\n" + Self.paper)
    try scratch.write("cv/awards/broken.yaml", "title: MEDALX\ndate: 2020\n")
    try scratch.write(
      "cv/awards/namex-gone.yaml", "title: CANARY Medal\ndate: 2020\nvisibility: private\n")
    try scratch.commit("first")
    try scratch.git("tag", "v1")

    let hide = "visibility: private\n"
    try scratch.write("cv/publications/later.yaml", "title: LATERX\n" + Self.paper + hide)
    try scratch.remove("cv/publications/moved.yaml")
    try scratch.write(
      "cv/publications/namex-moved.yaml", "title: LATERX of Another Society\n" + Self.paper + hide)
    try scratch.write(
      "cv/publications/namex-paper.yaml",
      "title: CANARY\nnote: CANARY\nabstract: CANARY\nlinks: {CANARY: https://CANARY.example}\n"
        + Self.paper + hide)
    try scratch.write(
      "cv/publications/open.yaml",
      "title: An Open Paper\nnote: CANARY\nlinks: {CANARY: https://CANARY.example}\n"
        + "private: [note, links]\n" + Self.paper)
    try scratch.remove("cv/awards/namex-gone.yaml")
    try scratch.write(
      "cv/awards/prize.yaml",
      "title: A Prize\ndate: 2023\npublication: publications/namex-paper\n"
        + "tags: [publications/namex-paper]\n")
    for (kind, fields) in [
      ("experience", "organization: CANARY\nposition: CANARY\nstart: 2020\n"),
      ("grants", "title: CANARY\nfunder: CANARY\n"), ("skills", "name: CANARY\n"),
      ("presentations", "title: CANARY\nevent: CANARY\ndate: 2022\n"),
    ] {
      try scratch.write("cv/\(kind)/namex.yaml", fields + hide)
    }
    try scratch.commit("second")
    try scratch.git("tag", "v2")

    try scratch.write("cv/publications/open.yaml", "title: An Open Paper\n" + Self.paper)
    try scratch.write("cv/awards/broken.yaml", "title: [MEDALX\nvisibility: private\n")
    try scratch.write("cv/presentations/namex-broken.yaml", "title: [CANARY\nprivat: yes\n")
    try scratch.write("cv/awards/prize.yaml", "title: A Prize\ndate: 2024\n")
    try scratch.commit("third")

    try scratch.write(
      "cv/publications/namex-staged.yaml", "title: CANARY\n" + Self.paper + hide)
    try scratch.write("cv/awards/new.yaml", "title: A New Prize\ndate: 2024\nx-own: CANARY\n")
    try scratch.git("add", "--all")
    try scratch.write("message", "")
    return scratch
  }

  /// The bytes of the files that a command wrote.
  private static let files = [
    "message", "CHANGELOG.md", "out.zip", "out.tar", "all.zip", "all.tar",
  ]

  private func told(
    _ command: String, _ arguments: [String], in scratch: borrowing ScratchRepository
  ) throws -> String {
    for file in Self.files where file != "message" { try? scratch.remove(file) }
    let run = CVGitProgram.run(
      command.split(separator: " ").map(String.init) + arguments,
      Surroundings(environment: scratch.environment, directory: scratch.path))
    #expect(run.status != .failure, "\(command) \(arguments): \(run.messages)")
    var told = run.output
    for file in Self.files {
      if let bytes = FileManager.default.contents(atPath: scratch.path + "/" + file) {
        told += String(decoding: bytes, as: UTF8.self)
      }
    }
    if command == "snapshot make" {
      let tag = "snapshot/2024-05-01-society"
      for file in try scratch.git("ls-tree", "-r", "--name-only", tag).split(separator: "\n")
      where file.hasPrefix("rendered/") || file == "CHANGES.md" {
        told += try scratch.git("show", "\(tag):\(file)")
      }
    }
    return told
  }

  private func search(_ scratch: borrowing ScratchRepository, _ isSearched: (String) -> Bool) throws
  {
    // A snapshot comes before what reads it.
    let first = "snapshot make"
    let order = [first] + Self.readers.keys.filter { $0 != first }.sorted()
    for command in order where isSearched(command) {
      guard case .others(let runs) = Self.readers[command] else { continue }
      for arguments in runs {
        let told = try told(command, arguments, in: scratch)
        // Findings name the place of a record.
        var words = command == "validate" ? ["CANARY"] : ["CANARY", "namex", "LATERX"]
        // One version shows what was public at it.
        if ["changelog", "diff", "propose"].contains(command) { words.append("MEDALX") }
        for word in words {
          #expect(!told.contains(word), "\(command) \(arguments): \(word)\n\(told)")
        }
      }
    }
  }

  @Test func `no output for others has a private word of a record`() throws {
    let scratch = try repository()
    try search(scratch) { _ in true }
    #expect(try told("diff", ["--format", "markdown", "v1..HEAD"], in: scratch).contains("Prize"))
  }

  // MARK: Sources

  private func sources() throws -> ScratchRepository {
    var scratch = try ScratchRepository()
    try scratch.write(".cvgit.yaml", "sources: [resume.json, papers.bib]\n")
    try scratch.write("resume.json", Self.resume("LATERX"))
    try scratch.write("papers.bib", Self.bibliography(note: "note = {LATERX},"))
    try scratch.commit("first")
    try scratch.git("tag", "v1")
    try scratch.write("resume.json", Self.resume("CANARY", private: true))
    try scratch.write(
      "papers.bib", Self.bibliography(note: "note = {CANARY}, private = {note},"))
    try scratch.commit("second")
    try scratch.git("tag", "v2")
    try scratch.write("papers.bib", Self.bibliography(note: ""))
    try scratch.commit("third")
    try scratch.write(
      "papers.bib",
      Self.bibliography(note: "")
        + "@article{namex, title = {CANARY}, author = {A. Person}, year = 2020, keywords = {private}}\n"
        + "@article{new, title = {A New Paper}, author = {Ada Lovelace}, year = 2024}\n")
    try scratch.git("add", "--all")
    try scratch.write("message", "")
    return scratch
  }

  private static func resume(_ word: String, private isPrivate: Bool = false) -> String {
    """
    {
      "basics": {
        "name": "Ada Lovelace", "phone": "CANARY", "image": "CANARY", "own": "CANARY",
        "url": "https://example.org",
        "location": {"address": "CANARY", "city": "London", "own": {"CANARY": "CANARY"}}
      },
      "work": [
        {"name": "\(word) Engines", "position": "Programmer", "startDate": "1842-10",
         "private": \(isPrivate)},
        {"name": "CANARY", "position": "CANARY", "startDate": "1842", "visibility": "private"},
        {"name": "CANARY", "position": "CANARY", "startDate": "1843", "visibilty": "no"},
        {"name": "Engines", "position": "Poet", "startDate": "1840", "own": "CANARY"}
      ],
      "meta": {"own": "CANARY"}, "own": [{"CANARY": "CANARY"}]
    }

    """
  }

  private static func bibliography(note: String) -> String {
    """
    CANARY
    @comment{CANARY}
    @article{open,
      title = {An Open Paper}, author = {Ada Lovelace}, year = 2020, \(note)
      own = {CANARY}, file = {CANARY.pdf}, annote = {CANARY}}
    @article{namex-1, title = {CANARY}, author = {CANARY}, year = 2020, keywords = {a, private}}
    @article{namex-2, title = {CANARY}, author = {CANARY}, year = 2020, visibility = {hidden}}
    @article{namex-3, title = {CANARY}, author = {CANARY}, year = 2020, privat = {yes}}

    """
  }

  @Test func `no output for others has a private word of a source`() throws {
    let scratch = try sources()
    let searched: Set = ["validate", "diff", "changelog", "render", "propose"]
    // The schema of a kind of its own and a variant are of records.
    for command in searched.sorted() {
      guard case .others(let runs) = Self.readers[command] else { continue }
      for arguments in runs where !arguments.contains("short") {
        let told = try told(command, arguments, in: scratch)
        let words = command == "validate" ? ["CANARY"] : ["CANARY", "namex", "LATERX"]
        for word in words {
          #expect(!told.contains(word), "\(command) \(arguments): \(word)\n\(told)")
        }
      }
    }
    let text = try told("render", ["--format", "text"], in: scratch)
    #expect(text.contains("An Open Paper") && text.contains("Poet"))
  }
}
