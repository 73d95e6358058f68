import CVGitCLI
import Fixtures
import Foundation
import Git
import Testing

@Suite struct SnapshotRenderingTests {
  private static let name = "snapshot/2024-03-01-mit"

  private func cvgit(
    _ scratch: borrowing ScratchRepository, _ arguments: String...
  ) -> CVGitProgram.Run {
    CVGitProgram.run(
      arguments, Surroundings(environment: scratch.environment, directory: scratch.path))
  }

  @Test func `the document is stored in every format, as render prints it`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    #expect(scratch.snapshot("--for", "MIT").status == .done)
    for (ending, format) in [
      ("md", "markdown"), ("html", "html"), ("txt", "text"), ("json", "json-resume"),
      ("bib", "bibtex"),
    ] {
      let kept = try scratch.gitBytes("show", "\(Self.name):rendered/cv.\(ending)")
      let run = cvgit(scratch, "render", "--format", format)
      #expect(String(decoding: kept, as: UTF8.self) == run.output, "\(format)")
      #expect(!run.output.contains("Secret") && !run.output.contains("555-0100"))
    }
    #expect(scratch.snapshot("verify").output == "\(Self.name): good (10 files)\n")
    let export = scratch.snapshot("export", "2024", "-o", "../sent.zip")
    #expect(export.status == .done && export.messages.isEmpty)
  }

  @Test func `a variant and a custom theme are kept, and rendered again by`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    try scratch.write("cv/variants/short.yaml", "headline: A short one\n")
    try scratch.write("cv/themes/classic/cv.css", "body { color: rebeccapurple }\n")
    try scratch.commit("variant and theme")
    try scratch.git("config", "cvgit.themes", "trusted")
    let made = scratch.snapshot("--for", "MIT", "--variant", "short")
    #expect(made.status == .done, "\(made.messages)")
    let html = try scratch.git("show", Self.name + ":rendered/cv.html")
    #expect(html.contains("rebeccapurple") && html.contains("A short one"))
    #expect(try scratch.git("show", Self.name + ":theme/cv.css").contains("rebeccapurple"))
    #expect(scratch.snapshot("verify").status == .done)
    #expect(scratch.snapshot("list").output.contains("short"))
    #expect(scratch.snapshot("diff", "2024").status == .done)
  }

  @Test func `a theme that is not trusted is neither kept nor run`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    try scratch.write("cv/themes/classic/cv.css", "body { color: rebeccapurple }\n")
    try scratch.commit("theme")
    let made = scratch.snapshot("--for", "MIT")
    #expect(made.messages.contains("warning: the theme \"themes/classic\" is not used"))
    #expect(try !scratch.git("show", Self.name + ":rendered/cv.html").contains("rebeccapurple"))
    #expect(scratch.snapshot("verify").status == .done)
    try scratch.git("config", "cvgit.themes", "trusted")
    let other = scratch.snapshot("--for", "Yale")
    #expect(other.status == .done)
    try scratch.git("config", "--unset", "cvgit.themes")
    let verified = scratch.snapshot("verify", other.output.split(separator: "\n").joined())
    #expect(verified.output.contains("could not be rendered again: its theme is not trusted"))
  }

  @Test func `a rendering by another version is distinguished from an altered one`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    #expect(scratch.snapshot("--for", "MIT").status == .done)
    for (version, status) in [("0.0.1", ExitStatus.done), (Version.text, .findings)] {
      let name = try forge(scratch, version: version)
      let run = scratch.snapshot("verify", name)
      #expect(run.status == status, "\(run.output)")
      let words =
        status == .done
        ? "note: rendered by another version (cvgit 0.0.1; this is cvgit \(Version.text)); different: rendered/cv.md"
        : "altered: rendered/cv.md (this version renders it differently)"
      #expect(run.output.contains(words), "\(run.output)")
    }
  }

  private static let whereTypstIs = ConditionTrait.enabled(
    if: OracleTypst.isThere, "\(OracleTypst.absence)")

  @Test(whereTypstIs) func `with Typst, the PDF is kept, and rendered again by`() throws {
    let typst = try #require(OracleTypst.variables)
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    let made = scratch.snapshot("--for", "MIT", with: typst)
    #expect(made.status == .done, "\(made.messages)")
    let kept = try scratch.gitBytes("show", Self.name + ":rendered/cv.pdf")
    let file = scratch.outside("cv.pdf")
    let render = CVGitProgram.run(
      ["render", "--at", "2024-03-01-mit", "-o", file],
      Surroundings(
        environment: scratch.environment.merging(typst) { $1 }, directory: scratch.path))
    #expect(render.status == .done, "\(render.messages)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data(kept))
    let good = "\(Self.name): good (11 files)\n"
    #expect(scratch.snapshot("verify", with: typst).output == good)
    #expect(
      scratch.snapshot("verify").output
        == good + "  note: rendered/cv.pdf was not rendered again: Typst is not installed\n")
    let manifest = try scratch.git("show", Self.name + ":MANIFEST.json")
    #expect(manifest.contains("\"typst (Python)\" : \"0."), "\(manifest)")
    for (version, status) in [("0.0.1", ExitStatus.done), (nil, .findings)] {
      let name = try forge(
        scratch, version: Version.text, file: "cv.pdf", content: "%PDF-forged\n", typst: version)
      let run = scratch.snapshot("verify", name, with: typst)
      #expect(run.status == status, "\(run.output)")
      #expect(
        run.output.contains(
          status == .done
            ? "note: rendered by another version (cvgit \(Version.text), typst (Python) 0.0.1; this is"
            : "altered: rendered/cv.pdf (this version renders it differently)"), "\(run.output)")
    }
    // Typst only affects the PDF: another version does not explain other text files.
    let words = try forge(
      scratch, version: Version.text, file: "cv.txt", content: "Eve\n", typst: "0.0.1")
    let run = scratch.snapshot("verify", words, with: typst)
    #expect(run.status == .findings && run.output.contains("altered: rendered/cv.txt"))
  }

  @Test(whereTypstIs) func `the manifest has the hashes of the PDF's fonts`() throws {
    let typst = try #require(OracleTypst.variables)
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    try scratch.write("cv/publications/kanji.yaml", ScratchRepository.paper("On 王", "Accepted"))
    try scratch.commit("kanji")
    let refused = scratch.snapshot("--for", "MIT", with: typst)
    #expect(refused.status == .failure)
    #expect(
      refused.messages.contains("no font has the character \"王\" (U+738B) of publications/kanji"))
    #expect(try scratch.git("tag").isEmpty)
    try scratch.write(
      "cv/cv.yaml", "sections:\n  - kind: publications\n    heading: Publications\nfonts: fonts\n")
    try scratch.write("cv/fonts/x", "")
    try OracleTypst.makeFont(of: "王", at: scratch.path + "/cv/fonts/one.ttf")
    try scratch.commit("a font")
    let made = scratch.snapshot("--for", "MIT", with: typst)
    #expect(made.status == .done, "\(made.messages)")
    let font = try scratch.gitBytes("show", "HEAD:cv/fonts/one.ttf")
    let hash = SHA256Digest(of: Array(font)).description
    let manifest = try scratch.git("show", Self.name + ":MANIFEST.json")
    #expect(manifest.contains("\"fonts/one.ttf\" : \"\(hash)\""), "\(manifest)")
    #expect(scratch.snapshot("verify", with: typst).status == .done)
    #expect(
      scratch.snapshot("show", "2024").output.contains("fonts     fonts/one.ttf\n"))
  }

  /// Replaces a snapshot by a consistent one with another file, as if made by programs of these
  /// versions.
  private func forge(
    _ scratch: borrowing ScratchRepository, version: String, file: String = "cv.md",
    content: String = "# Eve\n", typst: String? = nil
  ) throws -> String {
    let number = try scratch.git("for-each-ref", "refs/tags").split(separator: "\n").count
    let name = "snapshot/forged-\(number)"
    let folder = scratch.outside("forged-\(number)")
    try scratch.git("worktree", "add", "--quiet", "--detach", folder, Self.name)
    try Data(content.utf8).write(to: URL(fileURLWithPath: folder + "/rendered/" + file))
    let script = """
      import hashlib, json, subprocess
      git = lambda *a: subprocess.check_output(('git',) + a, text=True).strip()
      m = json.load(open('MANIFEST.json'))
      data = open('rendered/\(file)', 'rb').read()
      for f in m['files']:
          if f['path'] == 'rendered/\(file)':
              f['size'], f['sha256'] = len(data), hashlib.sha256(data).hexdigest()
              f['swhid'] = 'swh:1:cnt:' + git('hash-object', 'rendered/\(file)')
      git('add', '--all')
      m['folders']['rendered'] = 'swh:1:dir:' + git('write-tree', '--prefix=rendered/')
      m['tools']['cvgit'] = '\(version)'
      if '\(typst ?? "")': m['tools']['typst (Python)'] = '\(typst ?? "")'
      open('MANIFEST.json', 'w').write(json.dumps(m))
      git('add', '--all')
      sha = hashlib.sha256(open('MANIFEST.json', 'rb').read()).hexdigest()
      message = f"CV for MIT\\n\\nDate: 2024-03-01\\nCV-Commit: {m['commit']}\\nManifest-SHA256: {sha}\\n"
      open('../message', 'w').write(message)
      commit = git('commit-tree', '-p', m['commit'], '-F', '../message', git('write-tree'))
      git('tag', '-a', '--cleanup=verbatim', '-F', '../message', '\(name)', commit)
      """
    var variables = ProcessInfo.processInfo.environment
    variables.merge(scratch.environment.filter { $0.key != "PATH" }) { $1 }
    let run = try ProcessRun.run(
      "/usr/bin/env", ["python3", "-c", script], in: folder, environment: variables)
    #expect(run.status == 0, "\(run.errors)")
    return name
  }
}
