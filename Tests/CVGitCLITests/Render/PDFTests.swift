import CVGitCLI
import Fixtures
import Foundation
import Testing

/// PDFs made by a real Typst.
@Suite(.enabled(if: OracleTypst.isThere, "\(OracleTypst.absence)")) struct PDFTests {
  private static func render(
    _ scratch: borrowing ScratchRepository, _ arguments: String...
  ) -> CVGitProgram.Run {
    let variables = scratch.environment.merging(OracleTypst.variables ?? [:]) { $1 }
    return CVGitProgram.run(
      ["render"] + arguments, Surroundings(environment: variables, directory: scratch.path))
  }

  private static func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  @Test func `the same commit gives the same bytes, with its own date`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    let (one, two) = (scratch.outside("one.pdf"), scratch.outside("two.pdf"))
    let run = Self.render(scratch, "-o", one)
    #expect(run.status == .done && run.output.isEmpty, "\(run.messages)")
    #expect(Self.render(scratch, "--format", "pdf", "-o", two).status == .done)
    #expect(try Self.bytes(one) == Self.bytes(two))
    try scratch.commitNews()
    #expect(Self.render(scratch, "--at", "HEAD~1", "-o", two).status == .done)
    #expect(try Self.bytes(one) == Self.bytes(two))
    let read = try OracleTypst.read(one)
    let time = try scratch.git(
      "log", "-1", "--format=%cd", "--date=format:%Y%m%d%H%M%S", "HEAD~1")
    #expect(read.header.hasPrefix("D:\(time)"), "\(read.header)")
    #expect(read.header.hasSuffix("Ada Lovelace – Curriculum Vitae"), "\(read.header)")
    #expect(read.words.contains("NotesontheEngine"))
    #expect(!read.words.contains("Secret") && !read.words.contains("555-0100"))
    #expect(Self.render(scratch, "--private", "-o", two).status == .done)
    #expect(try OracleTypst.read(two).words.contains("555-0100"))
  }

  @Test func `a line that begins from right to left begins at the right`() throws {
    let scratch = try ScratchRepository()
    try scratch.write("cv/cv.yaml", "sections: [{kind: experience}]\n")
    try scratch.write("cv/profile.yaml", "name: Ada Lovelace\n")
    try scratch.write(
      "cv/experience/a.yaml",
      "organization: MIT\nposition: Postdoc\nstart: 2019\nhighlights: [קדימה, Forward]\n")
    let path = scratch.outside("one.pdf")
    #expect(Self.render(scratch, "-o", path).status == .done)
    let script = """
      import sys, pypdf
      def visit(text, cm, tm, font, size):
          if text.strip(): print(text.strip(), "right" if tm[4] + cm[4] > 350 else "left")
      pypdf.PdfReader(sys.stdin.read()).pages[0].extract_text(visitor_text=visit)
      """
    guard let run = try OraclePython.run(script: script, input: path) else { return }
    let lines = run.output.split(separator: "\n")
    #expect(lines.contains { $0.contains("קדימה") && $0.hasSuffix("right") }, "\(run.output)")
    #expect(lines.contains { $0.contains("Forward") && $0.hasSuffix("left") }, "\(run.output)")
  }

  @Test func `without a commit it bears no time`() throws {
    let scratch = try ScratchRepository()
    try scratch.write("cv/cv.yaml", "sections: [{kind: skills}]\n")
    try scratch.write("cv/profile.yaml", "name: Ada Lovelace\n")
    let file = scratch.outside("cv.pdf")
    let run = Self.render(scratch, "-o", file)
    #expect(run.status == .done, "\(run.messages)")
    #expect(try OracleTypst.read(file).header.hasPrefix("None"))
  }

  @Test func `a character that no font has is reported with its entry`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    try scratch.write("cv/publications/kanji.yaml", ScratchRepository.paper("On 王", "Accepted"))
    let file = scratch.outside("cv.pdf")
    let run = Self.render(scratch, "-o", file)
    #expect(
      run.messages == """
        error: no font has the character "王" (U+738B) of publications/kanji
        hint: put a font with this character into a folder, and name the folder with '--fonts DIR' or "fonts: DIR" in cv.yaml

        """)
    #expect(run.status == .failure && !FileManager.default.fileExists(atPath: file))
    try scratch.write("cv/fonts/about.txt", "One letter.\n")
    let empty = Self.render(scratch, "--fonts", "cv/fonts", "-o", file)
    #expect(empty.messages.hasPrefix("error: no fonts in the folder \"cv/fonts\"\n"))
    try OracleTypst.makeFont(of: "王", at: scratch.path + "/cv/fonts/one.ttf")
    #expect(Self.render(scratch, "--fonts", "cv/fonts", "-o", file).status == .done)
    #expect(try OracleTypst.read(file).words.contains("On王"))
    try scratch.write(
      "cv/cv.yaml", "sections:\n  - kind: publications\n    heading: Publications\nfonts: fonts\n")
    try scratch.commit("a font")
    let other = scratch.outside("other.pdf")
    #expect(Self.render(scratch, "--at", "HEAD", "-o", other).status == .done)
    #expect(try OracleTypst.read(other).words.contains("On王"))
    let validated = CVGitProgram.run(
      ["validate"], Surroundings(environment: scratch.environment, directory: scratch.path))
    #expect(validated.status == .done, "\(validated.output)")
    try scratch.write("cv/cv.yaml", "sections: [{kind: publications}]\nfonts: ../fonts\n")
    let outside = Self.render(scratch, "-o", file)
    #expect(
      outside.messages.hasPrefix("error: the fonts folder in cv.yaml is outside the CV's folder"))
  }

  private static let type = "{{% CONTENT_TYPE:CV-TYPST}}\n"

  @Test(arguments: [
    ("#read(\"/etc/passwd\")\n", "Typst rejects the theme"),
    ("#read(\"../../../../etc/passwd\")\n", "Typst rejects the theme"),
    ("#import \"@preview/cetz:0.3.0\"\n", "a theme cannot use packages"),
    ("#import (\"\\u{40}\" + \"preview/cetz:0.3.0\")\n", "Typst rejects the theme"),
    ("#oops\n", "Typst rejects the theme \"classic\": unknown variable: oops"),
    ("{{{name}}}\n", "cv.typ.mustache:2: {{{name}}} is not escaped"),
  ])
  func `a theme reads no files and no network`(
    _ template: String, _ words: String
  ) throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    try scratch.write("cv/themes/classic/cv.typ.mustache", Self.type + template)
    try scratch.git("config", "cvgit.themes", "trusted")
    let run = Self.render(scratch, "-o", scratch.outside("cv.pdf"))
    #expect(run.status == .failure && run.messages.contains(words), "\(run.messages)")
    #expect(!run.messages.contains("root:"))
  }

  @Test func `an ejected theme gives the same pages`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    let (one, two) = (scratch.outside("one.pdf"), scratch.outside("two.pdf"))
    #expect(Self.render(scratch, "-o", one).status == .done)
    let eject = CVGitProgram.run(
      ["theme", "eject"], Surroundings(environment: scratch.environment, directory: scratch.path))
    #expect(eject.status == .done, "\(eject.messages)")
    #expect(
      FileManager.default.fileExists(atPath: scratch.path + "/cv/themes/classic/style.typ.mustache")
    )
    #expect(Self.render(scratch, "-o", two).status == .done)
    #expect(try Self.bytes(one) == Self.bytes(two))
  }
}
