import CVGitCLI
import Fixtures
import Foundation
import Testing

/// `cvgit import` and `cvgit init --from`, in real repositories.
@Suite struct ImportCommandTests {
  static let refs = """
    @article{sketch,
      author  = {Menabrea, L. F. and Lovelace, Ada},
      title   = {Sketch of the Analytical Engine},
      journal = {Scientific Memoirs},
      year    = {1843},
      note    = {to appear},
    }

    @book{economy,
      author    = {Babbage, Charles and Lovelace, Ada},
      title     = {On the Economy of Machinery},
      publisher = {Knight},
      year      = {1832},
    }

    """

  private func repository() throws -> ScratchRepository {
    let scratch = try ScratchRepository()
    try scratch.write("refs.bib", Self.refs)
    return scratch
  }

  @Test func `a file becomes a CV, and is committed`() throws {
    let scratch = try repository()
    let run = scratch.cvgit("init", "--from", "refs.bib")
    #expect(run.status == .done, "\(run.messages)")
    #expect(run.output.contains("+ Sketch of the Analytical Engine"))
    #expect(run.output.contains("git push publishes every record"))
    #expect(
      try scratch.text("cv/publications/sketch.yaml") == """
        title: Sketch of the Analytical Engine
        type: journal
        status: Accepted
        authors: [L. F. Menabrea, Ada Lovelace]
        date: 1843
        venue: Scientific Memoirs
        key: sketch
        x-entrytype: article

        """)
    #expect(try scratch.text("cv/profile.yaml").hasPrefix("name: Ada Lovelace\n"))
    #expect(try scratch.text("cv/.import/refs.bib") == Self.refs)
    #expect(scratch.cvgit("validate").status == .done)
    let again = scratch.cvgit("import", "refs.bib")
    #expect(again.output == "refs.bib: nothing new since the last import\n")
  }

  @Test func `a year later, only what changed changes`() throws {
    var scratch = try repository()
    _ = scratch.cvgit("init", "--from", "refs.bib")
    // By hand: a comment, an order and a field of their own.
    try scratch.write(
      "cv/publications/sketch.yaml",
      """
      # my first paper
      title: 'Sketch of the Analytical Engine'
      type: journal
      authors: [L. F. Menabrea, Ada Lovelace]
      status: Accepted
      tags: [engines]   # mine
      date: 1843
      venue: Scientific Memoirs
      key: sketch
      x-entrytype: article

      """)
    _ = try scratch.commit("A CV")
    try scratch.write(
      "refs.bib",
      Self.refs.replacing("note    = {to appear}", with: "volume  = {3}, pages = {666--731}")
        + "@misc{notes, author={Lovelace, Ada}, title={Notes}, year={1844}, howpublished={Letter}}\n"
    )
    let run = scratch.cvgit("import", "refs.bib")
    #expect(run.status == .done, "\(run.messages)")
    #expect(
      try scratch.text("cv/publications/sketch.yaml") == """
        # my first paper
        title: 'Sketch of the Analytical Engine'
        type: journal
        authors: [L. F. Menabrea, Ada Lovelace]
        status: Published
        tags: [engines]   # mine
        date: 1843
        venue: Scientific Memoirs
        volume: 3
        pages: 666–731
        key: sketch
        x-entrytype: article

        """)
    #expect(
      try scratch.git("diff", "--name-only").split(separator: "\n")
        == [
          "cv/.import/refs.bib", "cv/cv.yaml", "cv/publications/sketch.yaml", "refs.bib",
        ])
    #expect(
      try scratch.git("ls-files", "--others", "--exclude-standard", "cv").split(separator: "\n")
        .contains("cv/publications/notes.yaml"))
  }

  @Test func `what both sides changed is listed with both values, and settled as asked`() throws {
    let scratch = try repository()
    _ = scratch.cvgit("init", "--from", "refs.bib")
    _ = scratch.cvgit("set", "publications/economy", "publisher=Charles Knight")
    try scratch.write("refs.bib", Self.refs.replacing("{Knight}", with: "{John Murray}"))
    let run = scratch.cvgit("import", "refs.bib")
    #expect(run.status == .findings)
    #expect(
      run.output.contains(
        """
        1 conflict: both the record and the file changed
          publications/economy  (refs.bib:12:3)
            publisher
              record  Charles Knight
              file    John Murray

        """), "\(run.output)")
    #expect(run.messages.contains("\"cvgit import --theirs refs.bib\""))
    #expect(try scratch.text("cv/.import/refs.bib") == Self.refs)
    #expect(try scratch.text("cv/publications/economy.yaml").contains("publisher: Charles Knight"))
    #expect(scratch.cvgit("import", "--theirs", "--dry-run", "refs.bib").status == .done)
    #expect(try scratch.text("cv/publications/economy.yaml").contains("publisher: Charles Knight"))
    let ours = scratch.cvgit("import", "--ours", "refs.bib")
    #expect(ours.status == .done)
    #expect(try scratch.text("cv/.import/refs.bib").contains("John Murray"))
    #expect(try scratch.text("cv/publications/economy.yaml").contains("publisher: Charles Knight"))
  }

  @Test func `theirs takes the value of the file`() throws {
    let scratch = try repository()
    _ = scratch.cvgit("init", "--from", "refs.bib")
    _ = scratch.cvgit("set", "publications/economy", "publisher=Charles Knight")
    try scratch.write("refs.bib", Self.refs.replacing("{Knight}", with: "{John Murray}"))
    #expect(scratch.cvgit("import", "--theirs", "refs.bib").status == .done)
    #expect(try scratch.text("cv/publications/economy.yaml").contains("publisher: John Murray"))
    #expect(scratch.cvgit("import", "refs.bib").output.contains("nothing new"))
  }

  @Test func `an entry that is gone stays until it is pruned`() throws {
    let scratch = try repository()
    _ = scratch.cvgit("init", "--from", "refs.bib")
    try scratch.write("refs.bib", Self.refs.components(separatedBy: "@book")[0])
    let run = scratch.cvgit("import", "refs.bib")
    #expect(run.status == .findings)
    #expect(run.output.contains("1 no longer in the file:\n  publications/economy  (refs.bib)\n"))
    #expect(exists("cv/publications/economy.yaml", in: scratch.path))
    #expect(scratch.cvgit("import", "--prune", "refs.bib").status == .done)
    #expect(!exists("cv/publications/economy.yaml", in: scratch.path))
    #expect(scratch.cvgit("import", "refs.bib").output.contains("nothing new"))
  }

  @Test func `a CV without a base gets what is missing`() throws {
    let scratch = try ScratchRepository()
    try scratch.write("cv/profile.yaml", "name: Ada Lovelace\n")
    try scratch.write("cv/cv.yaml", "# mine\nsections:\n  - kind: awards   # first\n")
    try scratch.write(
      "cv/publications/engine.yaml",
      "title: Sketch of the Analytical Engine\ntype: journal\nauthors: [L. F. Menabrea, Ada Lovelace]\ndate: 1843-08\n"
    )
    try scratch.write("refs.bib", Self.refs)
    let run = scratch.cvgit("import", "refs.bib")
    #expect(run.status == .findings)
    #expect(run.output.contains("    date\n      record  1843-08\n      file    1843\n"))
    let text = try scratch.text("cv/publications/engine.yaml")
    #expect(text.contains("venue: Scientific Memoirs\n") && text.contains("date: 1843-08\n"))
    #expect(
      try scratch.text("cv/cv.yaml")
        == "# mine\nsections:\n  - kind: awards   # first\n  - {kind: publications}\n")
    #expect(!exists("cv/.import/refs.bib", in: scratch.path))
  }

  @Test func `standard input needs a format, and a name to be merged later`() throws {
    let scratch = try repository()
    _ = scratch.cvgit("init", "--from", "refs.bib")
    let item =
      #"[{"id": "x", "type": "article-journal", "title": "X", "DOI": "10.1000/182", "author": [{"given": "Ada", "family": "Lovelace", "ORCID": "https://orcid.org/0000-0002-1825-0097"}], "container-title": "J", "issued": {"date-parts": [[2024]]}}]"#
    func run(_ arguments: String...) -> CVGitProgram.Run {
      var surroundings = Surroundings(environment: scratch.environment, directory: scratch.path)
      surroundings.readInput = { _ in Array(item.utf8) }
      return CVGitProgram.run(arguments, surroundings)
    }
    let plain = run("import", "--format", "csl-json", "-")
    #expect(plain.status == .done, "\(plain.messages)")
    #expect(try scratch.text("cv/publications/x.yaml").contains("doi: 10.1000/182\n"))
    #expect(try scratch.text("cv/profile.yaml").contains("orcid: 0000-0002-1825-0097"))
    #expect(!exists("cv/.import/x.json", in: scratch.path))
    #expect(run("import", "--name", "x.json", "-").status == .done)
    #expect(try scratch.text("cv/.import/x.json") == item)
    #expect(run("import", "--name", "../x.json", "-").status == .failure)
  }

  @Test func `errors say what to do`() throws {
    let scratch = try repository()
    func message(_ arguments: String...) -> String {
      CVGitProgram.run(
        arguments, Surroundings(environment: scratch.environment, directory: scratch.path)
      ).messages
    }
    #expect(message("import", "none.bib").contains("there is no file \"none.bib\""))
    try scratch.write("notes.txt", "hello\n")
    #expect(message("import", "notes.txt").contains("--format"))
    #expect(message("import", "--format", "bibtx", "refs.bib").contains("did you mean \"bibtex\"?"))
    #expect(message("import", "--ours", "--theirs", "refs.bib").contains("cannot be used together"))
    _ = scratch.cvgit("init", "--from", "refs.bib")
    try scratch.write("cv/publications/mine.yaml", "title: Mine\ntype: other\nauthors: [A]\n")
    #expect(message("init", "--from", "refs.bib").contains("cvgit import"))
  }

  @Test func `a link that leads outside the repository is refused`() throws {
    let scratch = try repository()
    let secret = try TemporaryFolder()
    try "@misc{s, title={Secret}}".write(
      toFile: secret.path + "/s.bib", atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/link.bib", withDestinationPath: secret.path + "/s.bib")
    let run = scratch.cvgit("import", "link.bib")
    #expect(run.status == .failure)
    #expect(run.messages.contains("leads outside the repository"))
    // A link in the place of the copies is not followed either.
    _ = scratch.cvgit("init", "--from", "refs.bib")
    try FileManager.default.removeItem(atPath: scratch.path + "/cv/.import")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/cv/.import", withDestinationPath: secret.path)
    #expect(scratch.cvgit("import", "refs.bib").messages.contains("symbolic link"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: secret.path) == ["s.bib"])
  }

  @Test func `hostile keys stay inside the folder of the CV`() throws {
    let scratch = try ScratchRepository()
    try scratch.write(
      "refs.bib",
      "@misc{../../etc/passwd, title={A\u{1B}[31m}, author={A B}}\n@misc{.git/config, title={B}, author={A B}}\n"
    )
    _ = scratch.cvgit("init", "--from", "refs.bib", "--name", "A B")
    #expect(exists("cv/publications/etc-passwd.yaml", in: scratch.path))
    #expect(exists("cv/publications/git-config.yaml", in: scratch.path))
    #expect(try !scratch.text("cv/publications/etc-passwd.yaml").contains("\u{1B}"))
  }

  @Test func `an unreadable entry is a finding, and the rest is imported`() throws {
    let scratch = try ScratchRepository()
    try scratch.write("refs.bib", Self.refs + "@article{broken, title = {No end\n")
    let run = scratch.cvgit("init", "--from", "refs.bib")
    #expect(run.status == .findings)
    #expect(run.messages.contains("refs.bib:15:"))
    #expect(exists("cv/publications/sketch.yaml", in: scratch.path))
  }

  @Test func `a bare repository is refused`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/bare.git"
    _ = try ProcessRun.run(
      "git", ["init", "--bare", "-q", path], in: folder.path, environment: DemoHistory.environment)
    try Self.refs.write(toFile: folder.path + "/refs.bib", atomically: true, encoding: .utf8)
    let run = cvgit(["import", folder.path + "/refs.bib"], in: path)
    #expect(run.status == .failure)
    #expect(run.messages.contains("bare repository"))
  }

  @Test func `copies are in no export unless private files are asked for`() throws {
    var scratch = try repository()
    _ = scratch.cvgit("init", "--from", "refs.bib")
    _ = try scratch.commit("A CV")
    #expect(scratch.cvgit("snapshot", "--for", "x").status == .done)
    let name = try #require(
      scratch.cvgit("snapshot", "list", "--format", "json").output.firstMatch(
        of: /"name" : "(.*?)"/)?.1)
    #expect(
      scratch.cvgit("snapshot", "export", String(name), "--all", "-o", "a.tar").status == .done)
    #expect(
      scratch.cvgit("snapshot", "export", String(name), "--all", "--private", "-o", "b.tar").status
        == .done)
    let (open, everything) = (
      try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/a.tar")),
      try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/b.tar"))
    )
    #expect(String(decoding: open, as: UTF8.self).contains("cv/profile.yaml"))
    #expect(!String(decoding: open, as: UTF8.self).contains(".import/refs.bib"))
    #expect(String(decoding: everything, as: UTF8.self).contains(".import/refs.bib"))
  }

  @Test func `a folder of pages is imported with its copies`() throws {
    let scratch = try ScratchRepository()
    for (name, title) in [("one", "Looms"), ("two", "Engines")] {
      try scratch.write(
        "publication/\(name)/index.md",
        "---\ntitle: \(title)\nauthors: [Ada Lovelace]\ndate: 1843-01-01\npublication: Memoirs\n---\n"
      )
    }
    let run = scratch.cvgit("init", "--from", "publication")
    #expect(run.status == .done, "\(run.messages)")
    #expect(exists("cv/.import/publication/one/index.md", in: scratch.path))
    #expect(scratch.cvgit("import", "publication").output.contains("nothing new"))
    try FileManager.default.removeItem(atPath: scratch.path + "/publication/two")
    #expect(scratch.cvgit("import", "publication", "--prune").status == .done)
    #expect(!exists("cv/.import/publication/two/index.md", in: scratch.path))
    #expect(scratch.cvgit("import", "publication").output.contains("nothing new"))
  }

  @Test func `private fields of a file stay private`() throws {
    let scratch = try ScratchRepository()
    try scratch.write(
      "resume.json",
      #"{"basics": {"name": "Ada Lovelace", "phone": "+44 1", "location": {"address": "12 St James Sq", "city": "London"}}, "work": [{"name": "Engines", "position": "Analyst", "startDate": "1842"}]}"#
    )
    let run = scratch.cvgit("init", "--from", "resume.json")
    #expect(run.status == .done, "\(run.messages)")
    let profile = try scratch.text("cv/profile.yaml")
    #expect(profile.contains("phone: +44 1"), "\(profile)")
    #expect(profile.contains("private: ["))
    #expect(!scratch.cvgit("render").output.contains("+44 1"))
  }
}

/// True if a work tree holds a file.
private func exists(_ file: String, in path: String) -> Bool {
  FileManager.default.fileExists(atPath: path + "/" + file)
}
