import CVGitCLI
import Fixtures
import Foundation
import Testing

/// Records that are not plain, well-formed files.
@Suite struct RecordFormTests {
  @Test func `a record that cannot be read is listed, whichever side it is on`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.write("cv/publications/notes.yaml", "title: Lux.jl: Explicit\n")
    try repository.commit("Broken")
    for range in ["v3..HEAD", "HEAD..v3", "HEAD..HEAD~0"] {
      let run = repository.cvgit("diff", range)
      #expect(run.status == (range == "HEAD..HEAD~0" ? .done : .findings), "\(range)")
      guard range != "HEAD..HEAD~0" else { continue }
      #expect(run.output.contains("! cv/publications/notes.yaml:1:"), "\(run.output)")
      #expect(!run.output.contains("no changes"))
      #expect(!run.output.contains("+ Notes") && !run.output.contains("- Notes"))
      let stat = repository.cvgit("diff", "--stat", range)
      #expect(stat.output.contains("1 record cannot be read"))
      #expect(!stat.output.contains("no changes"))
      let markdown = repository.cvgit("diff", "--format", "markdown", range)
      #expect(markdown.output.contains("### Unreadable"))
      #expect(!markdown.output.contains("no changes"))
    }
  }

  @Test func `conflict markers, invalid bytes and links cannot be read`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.write("cv/publications/notes.yaml", "<<<<<<< ours\ntitle: A\n=======\n")
    try repository.write("cv/publications/bytes.yaml", Data([0x74, 0x3A, 0x20, 0xFF, 0x0A]))
    try repository.write("elsewhere.yaml", "title: Elsewhere\n")
    try repository.link("cv/publications/linked.yaml", to: "../../elsewhere.yaml")
    try repository.write("cv/publications/list.yaml", "- one\n- two\n")
    try repository.write(
      "cv/publications/large.yaml", "title: \(String(repeating: "x", count: 1 << 20))\n")
    let run = repository.cvgit("diff")
    #expect(run.status == .findings)
    for name in ["notes", "bytes", "linked", "list", "large"] {
      #expect(run.output.contains("! cv/publications/\(name).yaml:"), "\(name)")
    }
    #expect(!run.output.contains("Elsewhere"))
    try repository.commit("As it is")
    let committed = repository.cvgit("diff", "HEAD~1..HEAD")
    // The same except for the name of the side, which may change the line breaks.
    let words = { (text: String) in
      text.split { $0 == " " || $0 == "\n" }.drop { $0 != "Unreadable" }.joined(separator: " ")
    }
    let told = words(run.output).replacingOccurrences(of: "(in work tree)", with: "(in HEAD)")
    #expect(told.contains("(in HEAD)"))
    #expect(words(committed.output) == told)
  }

  @Test func `a conflict in the index is reported, not resolved by guessing`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.git("checkout", "--quiet", "-b", "side", "v1")
    try repository.write(
      "cv/publications/notes.yaml", ScratchRepository.paper("Notes", status: "Rejected"))
    try repository.commit("Rejected")
    #expect(throws: GitFailure.self) { try repository.git("merge", "main") }
    let run = repository.cvgit("diff", "--staged")
    #expect(run.status == .findings)
    #expect(run.output.contains("! cv/publications/notes.yaml:1:1"), "\(run.output)")
    #expect(!run.output.contains("no changes"))
    let findings = repository.cvgit("validate", "--staged")
    #expect(findings.status == .findings)
    #expect(findings.output.contains("conflict"))
  }

  @Test func `file names that are not UTF-8 are reported, escaped`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.write(
      bytes: Array("cv/publications/caf".utf8) + [0xE9] + Array(".yaml".utf8), "title: A\n")
    let run = repository.cvgit("validate")
    #expect(run.status == .findings)
    #expect(run.output.contains("caf\\"), "\(run.output)")
    #expect(repository.cvgit("diff").status != .failure)
    try repository.commit("A name in Latin-1")
    #expect(repository.cvgit("diff", "HEAD~1..HEAD").status != .failure)
    let log = repository.cvgit("log")
    #expect(log.status == .findings)
    #expect(log.output.contains("caf\\"), "\(log.output)")
    #expect(repository.cvgit("changelog").status != .failure)
  }

  @Test func `without a document or a profile the rest is compared`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.remove("cv/cv.yaml")
    try repository.remove("cv/profile.yaml")
    try repository.write(
      "cv/publications/b.yaml", ScratchRepository.paper("B", status: "Submitted"))
    let run = repository.cvgit("diff")
    #expect(run.status == .done)
    #expect(run.output.contains("+ B"))
    try expectGolden(run.output, "Goldens/no-document.txt")
  }

  @Test func `a broken document or profile is listed, and defaults are used`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.write("cv/cv.yaml", "sections: [\n")
    try repository.write("cv/profile.yaml", "name: \"Ada\n")
    try repository.write(
      "cv/publications/b.yaml", ScratchRepository.paper("B", status: "Submitted"))
    let run = repository.cvgit("diff")
    #expect(run.status == .findings)
    try expectGolden(run.output, "Goldens/broken-document.txt")
  }

  @Test func `a renamed file is the same entry`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.git("mv", "cv/publications/notes.yaml", "cv/publications/analytical-engine.yaml")
    try repository.commit("Renamed")
    let run = repository.cvgit("diff", "HEAD~1..HEAD")
    #expect(run.verdict == "no changes of substance")
    #expect(run.output.hasSuffix("1 entry with smaller changes not shown\n"))
    let all = repository.cvgit("diff", "HEAD~1..HEAD", "--only", "all")
    #expect(all.output.contains("renamed  notes → analytical-engine"))
    let code = repository.cvgit("diff", "HEAD~1..HEAD", "--exit-code")
    #expect(code.status == .done)
  }

  @Test func `two files with the same ID are distinguished, even if one did not change`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    let other = ScratchRepository.paper("Other Notes", status: "Submitted")
    try repository.write("cv/publications/2024/notes.yaml", other)
    let note = "\"publications/notes\" is in several files, which are paired by path"
    let run = repository.cvgit("diff")
    #expect(run.verdict == "1 added")
    #expect(run.output.hasSuffix(note + "\n"))
    try repository.commit("Twice")
    let committed = repository.cvgit("diff", "HEAD~1..HEAD")
    #expect(committed.verdict == "1 added")
    #expect(committed.output.hasSuffix(note + "\n"))
    let back = repository.cvgit("diff", "HEAD..HEAD~1")
    #expect(back.verdict == "1 removed")
    #expect(back.output.hasSuffix(note + "\n"))
  }

  @Test func `three thousand records are compared`() throws {
    let count = Cases.count(3000)
    var repository = try ScratchRepository()
    try repository.writeCareer()
    for number in 0..<count {
      let record = ScratchRepository.paper("Paper number \(number)", status: "Published")
      try repository.write("cv/publications/paper-\(number).yaml", record)
    }
    try repository.commit("All of them")
    #expect(
      repository.cvgit("diff", "1970-01-01..HEAD", "--stat", "publications").verdict
        == "  Publications  \(count + 1) added")
    let moved = ScratchRepository.paper("Paper number 123", status: "Retracted")
    try repository.write("cv/publications/paper-123.yaml", moved)
    #expect(repository.cvgit("diff").verdict == "1 retracted")
    let valid = repository.cvgit("validate", "cv/publications/paper-7.yaml")
    #expect(valid.output == "1 record is valid\n")
  }

  @Test func `nothing is written, so a folder may be read-only`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.write(
      "cv/publications/b.yaml", ScratchRepository.paper("B", status: "Submitted"))
    let listing = { (path: String) in
      try ProcessRun.run(
        "sh", ["-c", "find . -type f -exec cksum {} + | sort"], in: path,
        environment: DemoHistory.environment
      ).output
    }
    let before = try listing(repository.path)
    try repository.git("-c", "core.fsmonitor=false", "status", "--short")
    let settled = try listing(repository.path)
    for arguments in [["diff"], ["diff", "--staged"], ["validate"], ["diff", "v1..v3"]] {
      _ = CVGitProgram.run(
        arguments, Surroundings(environment: repository.environment, directory: repository.path))
    }
    #expect(try listing(repository.path) == settled)
    #expect(!before.isEmpty)
  }
}

/// Text that could control the reader's terminal or page.
@Suite struct HostileTextTests {
  private static let escapes = "\u{1B}]0;owned\u{7}\u{1B}[2J\u{9B}31m\u{202E}evil\u{2066}\u{200F}"

  @Test func `no control character of a record, a file name or a revision reaches the output`()
    throws
  {
    var repository = try ScratchRepository()
    try repository.writeCareer()
    try repository.commit("First \(Self.escapes)")
    let escaped = "\\e]0;owned\\a\\e[2J\\u009B31m\\u202Eevil\\u2066\\u200F"
    try repository.write(
      "cv/publications/notes.yaml",
      "title: \"\(escaped)\"\ntype: journal\nauthors: [\"\(escaped)\"]\n")
    try repository.write("cv/publications/raw.yaml", "title: \(Self.escapes)\n")
    try repository.write(
      "cv/publications/\u{1B}[31mred\u{202E}.yaml", "title: Red\ntype: journal\n")
    try repository.write("cv/\u{1B}[2Jkind/a.yaml", "title: A\n")
    try repository.write("cv/profile.yaml", "name: \"\(escaped)\"\nx-\u{200F}a: b\n")
    try repository.commit("Second")
    for range in ["HEAD~1..HEAD", "HEAD..HEAD~1", "HEAD"] {
      for options in [
        [], ["--stat"], ["--only", "all"], ["--explain"], ["--format", "markdown"],
        ["--format", "json"],
      ] {
        expectNoControls(
          CVGitProgram.run(
            ["diff", range] + options,
            Surroundings(environment: repository.environment, directory: repository.path)))
      }
    }
    for format in ["text", "json", "github"] {
      expectNoControls(repository.cvgit("validate", "--format", format))
    }
    expectNoControls(repository.cvgit("diff", "\u{1B}[31mnothing"))
    expectNoControls(repository.cvgit("diff", "publications/\u{1B}[31mnothing"))
    expectNoControls(repository.cvgit("validate", "\u{1B}[31mnothing"))
    expectNoControls(repository.cvgit("diff", "-C", "\u{1B}[31mnothing"))
    expectNoControls(repository.cvgit("diff", "--root", "\u{1B}[31mnothing"))
    expectNoControls(repository.cvgit("\u{1B}[31mnothing"))
  }

  @Test func `the text of a record is not markup on a page`() throws {
    var repository = try ScratchRepository()
    try repository.writeCareer()
    try repository.commit("First")
    try repository.write(
      "cv/publications/b.yaml",
      "title: \"<img src=x onerror=alert(1)> [click](javascript:alert) @someone #1 &amp;\"\ntype: journal\n"
    )
    let run = repository.cvgit("diff", "--format", "markdown")
    #expect(!run.output.contains(" <img"))
    #expect(!run.output.contains("[click]("))
    #expect(run.output.contains("\\<img"))
  }
}

/// Expects no control characters, and none that change the direction of text, except line breaks.
private func expectNoControls(
  _ run: CVGitProgram.Run, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(!(run.output + run.messages).isEmpty, sourceLocation: sourceLocation)
  for scalar in (run.output + run.messages).unicodeScalars where scalar != "\n" {
    let isControl = scalar.properties.generalCategory == .control
    let isFormat =
      scalar.properties.generalCategory == .format && scalar != "\u{AD}" && scalar != "\u{200D}"
    #expect(
      !isControl && !isFormat, "U+\(String(scalar.value, radix: 16))",
      sourceLocation: sourceLocation)
  }
}
