import Fixtures
import Foundation
import Testing

@Suite struct FmtTests {
  private let a = "cv/publications/a.yaml"
  private let untidy = "type: journal\ntitle: Notes\nstatus: accepted\nauthors: [Ada Lovelace]\n"
  private let tidy = "title: Notes\ntype: journal\nstatus: Accepted\nauthors: [Ada Lovelace]\n"

  @Test func `records are formatted, and the diff is empty`() throws {
    var career = try HookScratch(installs: false)
    try career.scratch.write(a, untidy)
    try career.scratch.commit("untidy")
    let check = try career.cvgit("fmt", "--check")
    #expect(check.status == 1)
    #expect(check.output == "would change cv/publications/a.yaml\n")
    #expect(try career.scratch.text(a) == untidy)
    let run = try career.cvgit("fmt")
    #expect(run.status == 0)
    #expect(run.output == "formatted cv/publications/a.yaml\n")
    #expect(try career.scratch.text(a) == tidy)
    #expect(try career.cvgit("fmt", "--check").output == "5 records are formatted\n")
    #expect(try career.cvgit("diff", "--exit-code").status == 0)
  }

  @Test func `TeX is written in Unicode on request`() throws {
    var career = try HookScratch(installs: false)
    let record = #"""
      title: 'The \emph{Schr{\"o}dinger} equation'
      type: journal
      authors: ['Zo{\"e} Roe', {name: 'Ren\''e Low', note: 'joined in 2019--2020'}]
      venue: Annals
      pages: 5--15
      abstract: 'With $\alpha^{2}$ and `--fast`.'

      """#
    try career.scratch.write(a, record)
    try career.scratch.commit("tex")
    #expect(try career.cvgit("fmt", a).status == 0)
    #expect(try career.scratch.text(a) == record)
    #expect(try career.cvgit("validate").output.contains("[tex]"))
    #expect(try career.cvgit("fmt", "--tex").status == 0)
    #expect(
      try career.scratch.text(a) == #"""
        title: 'The *Schrödinger* equation'
        type: journal
        authors: ['Zoë Roe', {name: 'René Low', note: 'joined in 2019--2020'}]
        venue: Annals
        pages: 5–15
        abstract: 'With $\alpha^{2}$ and `--fast`.'

        """#)
    #expect(try !career.cvgit("validate").output.contains("[tex]"))
  }

  @Test func `one run is enough, whatever a kind's file says`() throws {
    var random = SeededGenerator(seed: 64)
    for _ in 0..<12 {
      let career = try HookScratch(installs: false)
      var fields = [
        "title: {type: text, required: true}", "date: date", "artists: people", "place: text",
        "url: url",
      ]
      fields.shuffle(using: &random)
      var own = [
        "label: {one: show, many: shows}", "name: [title]", "date: date", "people: artists",
        "fields:\n" + fields.map { "  \($0)\n" }.joined().dropLast(),
      ]
      own.shuffle(using: &random)
      try career.scratch.write("cv/kinds/shows.yaml", own.joined(separator: "\n") + "\n")
      var record = [
        "title: A", "date: 2024", "artists: [B]", "place: C", "url: https://example.org",
      ]
      record.shuffle(using: &random)
      try career.scratch.write("cv/shows/a.yaml", record.joined(separator: "\n") + "\n")
      _ = try career.cvgit("fmt")
      let check = try career.cvgit("fmt", "--check")
      #expect(check.status == 0, "\(own) \(record): \(check.output)\(check.errors)")
    }
  }

  @Test func `paths select records`() throws {
    let career = try HookScratch(installs: false)
    try career.scratch.write(a, untidy)
    #expect(try career.cvgit("fmt", "cv/awards").output == "1 record is formatted\n")
    #expect(try career.cvgit("fmt", "cv/publications").output == "formatted \(a)\n")
    let none = try career.cvgit("fmt", "cv/nothing")
    #expect(none.status == 2)
    #expect(none.errors.hasPrefix("error: no records match \"cv/nothing\"\n"))
  }

  @Test func `what cannot be formatted is reported, and the rest is formatted`() throws {
    let career = try HookScratch(installs: false)
    try career.scratch.write(a, untidy)
    try career.scratch.write("cv/publications/b.yaml", "title: \"A\n")
    let run = try career.cvgit("fmt")
    #expect(run.status == 1)
    #expect(run.output == "formatted cv/publications/a.yaml\n")
    #expect(run.errors.hasPrefix("cv/publications/b.yaml:1:8: error: quote is not closed [yaml]\n"))
  }

  @Test func `records of this repository are formatted`() throws {
    let run = try BuiltProgram.run(
      ["-C", PackageFolder.path, "fmt", "--check"], in: "/",
      environment: ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }
}
