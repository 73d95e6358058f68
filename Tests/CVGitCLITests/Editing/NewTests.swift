import Fixtures
import Foundation
import Testing

@Suite struct NewTests {
  @Test func `a record is written with an ID from its name`() throws {
    let career = try HookScratch(installs: false)
    let fields = [
      "title=Éloge: of the Analytical Engine, Part Two", "type=journal", "authors=Ada Lovelace",
      "tags=[x, y]",
    ]
    for id in ["eloge-of-the-analytical-engine", "eloge-of-the-analytical-engine-2"] {
      let arguments = ["new", "publications"] + fields + (id.hasSuffix("2") ? ["date=1844"] : [])
      let run = try BuiltProgram.run(
        arguments, in: career.path, environment: career.scratch.environment)
      #expect(run.output == "wrote cv/publications/\(id).yaml\n", "\(run.errors)")
    }
    #expect(
      try career.scratch.text("cv/publications/eloge-of-the-analytical-engine.yaml") == """
        title: "Éloge: of the Analytical Engine, Part Two"
        type: journal
        authors: [Ada Lovelace]
        tags: [x, y]

        """)
    #expect(try career.cvgit("validate").status == 0)
  }

  @Test func `a record that no section shows is told, once`() throws {
    let career = try HookScratch(installs: false)
    let first = try career.cvgit("new", "grants", "title=Engine", "funder=Crown")
    #expect(first.status == 0)
    #expect(
      first.errors
        == "note: no section shows the grants\nhint: add \"- kind: grants\" to cv/cv.yaml\n")
    #expect(try career.cvgit("new", "grants", "title=Looms", "funder=Crown").errors == "")
    #expect(try career.cvgit("new", "awards", "title=Prize", "date=1850").errors == "")
  }

  @Test func `a name without ASCII letters gives the kind's word`() throws {
    let career = try HookScratch(installs: false)
    #expect(
      try career.cvgit("new", "awards", "title=優秀賞", "date=2020").output
        == "wrote cv/awards/award.yaml\n")
    #expect(
      try career.cvgit("new", "awards", "title=最優秀賞", "date=2020").output
        == "wrote cv/awards/award-2.yaml\n")
    #expect(
      try career.cvgit("new", "--id", "best", "awards", "title=B", "date=2020").output
        == "wrote cv/awards/best.yaml\n")
    #expect(try career.cvgit("new", "--id", "best", "awards", "title=C", "date=2020").status == 2)
  }

  @Test func `an id made from very long words can name a file`() throws {
    let career = try HookScratch(installs: false)
    for word in ["x", "y"] {
      let title = Array(repeating: String(repeating: word, count: 300), count: 3)
      let run = try career.cvgit(
        "new", "awards", "title=\(title.joined(separator: " "))", "date=2020")
      #expect(
        run.output == "wrote cv/awards/\(String(repeating: word, count: 100)).yaml\n",
        "\(run.errors)")
    }
  }

  @Test func `a record names its schema if the schemas are in the CV's folder`() throws {
    let career = try HookScratch(installs: false)
    try career.expectDone(career.cvgit("schema", "--write"))
    try career.expectDone(career.cvgit("new", "awards", "title=B", "date=2020"))
    #expect(
      try career.scratch.text("cv/awards/b.yaml") == """
        # yaml-language-server: $schema=../.schema/awards.json
        title: B
        date: 2020

        """)
    try career.expectDone(career.cvgit("fmt", "--check"))
    try career.expectDone(career.cvgit("set", "awards/b", "issuer=Society"))
    #expect(try career.scratch.text("cv/awards/b.yaml").hasPrefix("# yaml-language-server: "))
  }

  @Test func `missing fields and invalid records are rejected`() throws {
    let career = try HookScratch(installs: false)
    let run = try career.cvgit("new", "publications", "title=A")
    #expect(run.status == 2)
    #expect(
      run.errors == """
        error: the new publication is missing "type", "authors"
        hint: add type=… authors=…

        """)
    #expect(try career.cvgit("new", "awards", "title=A", "date=soon").status == 1)
    #expect(try career.cvgit("new", "profile").errors.hasPrefix("error: there is only one profile"))
    #expect(try career.scratch.git("status", "--porcelain") == "")
  }

  /// Runs `cvgit new` on a terminal, with an editor that writes the given texts in turn.
  private func edit(
    _ career: borrowing HookScratch, _ texts: [String], answers: String = ""
  ) throws -> ProcessRun {
    for (index, text) in texts.enumerated() {
      try Data(text.utf8).write(to: URL(fileURLWithPath: career.scratch.outside("text\(index)")))
    }
    let editor = """
      #!/bin/sh
      cd '\(career.scratch.outside(""))'
      n=$(cat count 2>/dev/null || echo 0)
      cp "$2" "opened$n"
      cat "text$n" >"$2"
      echo $((n + 1)) >count
      """
    let path = career.scratch.outside("my editor")
    try Data(editor.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return try ProcessRun.run(
      "script", ["-qec", "'\(BuiltProgram.path)' new awards issuer=Society", "/dev/null"],
      in: career.path,
      environment: career.scratch.environment.merging(
        ["GIT_EDITOR": "'\(path)' --wait", "TERM": "xterm"]) { $1 },
      input: Data(answers.utf8))
  }

  @Test func `on a terminal the record opens in the editor`() throws {
    let career = try HookScratch(installs: false)
    let run = try edit(career, ["# mine\ndate: 1844\ntitle: Cup\n"])
    #expect(run.output.contains("wrote cv/awards/cup.yaml"))
    #expect(try career.scratch.text("cv/awards/cup.yaml") == "title: Cup\n# mine\ndate: 1844\n")
    let opened = try String(contentsOfFile: career.scratch.outside("opened0"), encoding: .utf8)
    #expect(opened.hasPrefix("# A new award: fill in"))
    #expect(opened.contains("\nissuer: Society\n# title: a text\ntitle:\n\n# date: a date such as"))
  }

  @Test func `a fault returns to the editor if the author agrees`() throws {
    let career = try HookScratch(installs: false)
    let run = try edit(
      career, ["title: Cup\ndate: soon\n", "title: Cup\ndate: 1844\n"], answers: "y\n")
    #expect(run.output.contains("\"soon\" is not a date"))
    #expect(run.output.contains("Go back to the editor? [Y/n]"))
    #expect(try career.scratch.text("cv/awards/cup.yaml") == "title: Cup\ndate: 1844\n")
  }

  @Test func `an abandoned draft is kept, and an empty one creates nothing`() throws {
    let career = try HookScratch(installs: false)
    let run = try edit(career, ["title: Cup\ndate: soon\n"], answers: "n\n")
    #expect(run.status == 1)
    #expect(run.output.contains("the draft is kept in"))
    #expect(try career.scratch.text(".git/CVGIT_NEW.yaml") == "title: Cup\ndate: soon\n")
    try FileManager.default.removeItem(atPath: career.scratch.outside("count"))
    #expect(try edit(career, ["# nothing\n"]).output.contains("nothing was written"))
    #expect(try career.scratch.text(".git/CVGIT_NEW.yaml.old") == "title: Cup\ndate: soon\n")
    #expect(try career.scratch.git("status", "--porcelain") == "")
  }
}
