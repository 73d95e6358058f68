import CVGitCLI
import Fixtures
import Foundation
import Testing

@Suite struct SnapshotRenderingTests {
  private static let name = "snapshot/2024-03-01-mit"

  private func cvgit(
    _ scratch: borrowing ScratchRepository, _ arguments: String...
  ) -> CVGitProgram.Run {
    CVGitProgram.run(
      arguments, Surroundings(environment: scratch.environment, directory: scratch.path))
  }

  @Test func `the document is kept in every format, as render prints it`() throws {
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

  @Test func `a variant and a theme of one's own are kept, and rendered again by`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    try scratch.write("cv/variants/short.yaml", "headline: A short one\n")
    try scratch.write("cv/themes/classic/cv.css", "body { color: rebeccapurple }\n")
    try scratch.commit("variant and theme")
    let made = scratch.snapshot("--for", "MIT", "--variant", "short")
    #expect(made.status == .done, "\(made.messages)")
    let html = try scratch.git("show", Self.name + ":rendered/cv.html")
    #expect(html.contains("rebeccapurple") && html.contains("A short one"))
    #expect(try scratch.git("show", Self.name + ":theme/cv.css").contains("rebeccapurple"))
    #expect(scratch.snapshot("verify").status == .done)
    #expect(scratch.snapshot("list").output.contains("short"))
    #expect(scratch.snapshot("diff", "2024").status == .done)
  }

  @Test func `a rendering by another version is told from one that was altered`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    #expect(scratch.snapshot("--for", "MIT").status == .done)
    for (version, status) in [("0.0.1", ExitStatus.done), (Version.text, .findings)] {
      let name = try forge(scratch, version: version)
      let run = scratch.snapshot("verify", name)
      #expect(run.status == status, "\(run.output)")
      let words =
        status == .done
        ? "note: rendered by another version (cvgit 0.0.1; this is cvgit \(Version.text)), which shows in rendered/cv.md"
        : "altered: rendered/cv.md (this version renders it otherwise)"
      #expect(run.output.contains(words), "\(run.output)")
    }
  }

  /// A snapshot made anew as a whole, with every hash right, over another `cv.md`: by a program of that version.
  private func forge(_ scratch: borrowing ScratchRepository, version: String) throws -> String {
    let name = "snapshot/forged-\(version)"
    let folder = scratch.outside(version)
    try scratch.git("worktree", "add", "--quiet", "--detach", folder, Self.name)
    try Data("# Eve\n".utf8).write(to: URL(fileURLWithPath: folder + "/rendered/cv.md"))
    let script = """
      import hashlib, json, subprocess
      git = lambda *a: subprocess.check_output(('git',) + a, text=True).strip()
      m = json.load(open('MANIFEST.json'))
      data = open('rendered/cv.md', 'rb').read()
      for f in m['files']:
          if f['path'] == 'rendered/cv.md':
              f['size'], f['sha256'] = len(data), hashlib.sha256(data).hexdigest()
              f['swhid'] = 'swh:1:cnt:' + git('hash-object', 'rendered/cv.md')
      git('add', '--all')
      m['folders']['rendered'] = 'swh:1:dir:' + git('write-tree', '--prefix=rendered/')
      m['tools']['cvgit'] = '\(version)'
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
