import CVGitCLI
import Fixtures
import Foundation
import Testing

/// Writing files: links, existing files, and interruptions.
@Suite struct WritingTests {
  private func career() throws -> ScratchRepository {
    let scratch = try ScratchRepository()
    try scratch.write("cv/profile.yaml", "name: Ada Lovelace\n")
    try scratch.write("cv/cv.yaml", "sections: [{kind: awards}]\n")
    try scratch.write("cv/awards/a.yaml", "title: A\n")
    return scratch
  }

  private func link(_ path: String, to target: String) throws {
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  /// Commands that write, with the file or folder to replace by a link to one outside.
  static let writers: [(arguments: [String], link: String)] = [
    (["hooks", "install", "--attributes"], ".gitattributes"),
    (["init", "--attributes"], ".gitattributes"),
    (["changelog", "--write"], "CHANGELOG.md"),
    (["schema", "--write"], "cv/.schema"),
    (["schema", "--write", "awards"], "cv/.schema/awards.json"),
    (["theme", "eject"], "cv/themes"),
    (["render", "-o", "cv.html"], "cv.html"),
    (["render", "-o", "site/cv.html"], "site"),
    (["new", "talks", "title=T", "date=2024"], "cv/talks"),
    (["init"], "cv/publications"),
  ]

  @Test(arguments: writers)
  func `nothing is written through a link that leads outside the repository`(
    _ writer: (arguments: [String], link: String)
  ) throws {
    var scratch = try career()
    try scratch.commit("career")
    try scratch.git("tag", "v1")
    let outside = scratch.outside("outside")
    let isFolder = !writer.link.contains(".") || writer.link.hasSuffix(".schema")
    if isFolder {
      try FileManager.default.createDirectory(
        atPath: outside, withIntermediateDirectories: true)
    } else {
      try Data("SECRETX\n".utf8).write(to: URL(fileURLWithPath: outside))
    }
    let place = scratch.path + "/" + writer.link
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try link(place, to: outside)
    _ = CVGitProgram.run(
      writer.arguments, Surroundings(environment: scratch.environment, directory: scratch.path))
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: place)
    #expect(target == outside, "the link was replaced")
    if isFolder {
      #expect(try FileManager.default.contentsOfDirectory(atPath: outside).isEmpty)
    } else {
      #expect(try String(contentsOfFile: outside, encoding: .utf8) == "SECRETX\n")
    }
  }

  /// A pipe in each place where a file is read or written by name.
  @Test(arguments: [
    (["hooks", "status"], ".gitattributes"),
    (["hooks", "install", "--attributes"], ".gitattributes"),
    (["render", "--format", "html", "--theme", "./theme"], "theme/cv.css"),
    (["render", "--fonts", "./fonts", "-o", "cv.pdf"], "fonts/a.ttf"),
    (["changelog", "--write"], "CHANGELOG.md"),
    (["schema", "--write"], "cv/.schema/awards.json"),
    (["snapshot", "--for", "A", "--attach", "letter.txt"], "letter.txt"),
    (["textconv", "record.yaml"], "record.yaml"),
    (["propose", "message"], "message"),
    (["render", "-o", "out.md"], "out.md"), (["import", "refs.bib"], "refs.bib"),
  ])
  func `no command blocks on a pipe`(_ arguments: [String], _ place: String) throws {
    var scratch = try career()
    try scratch.commit("career")
    try scratch.git("tag", "v1")
    let path = scratch.path + "/" + place
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    let pipe = try ProcessRun.run(
      "mkfifo", [path], in: "/", environment: scratch.environment)
    #expect(pipe.status == 0)
    let run = try ProcessRun.run(
      "timeout", ["20", BuiltProgram.path] + arguments, in: scratch.path,
      environment: scratch.environment)
    #expect(run.status != 124 && run.status <= 2, "\(run.errors)")
  }

  @Test func `a file that changes while it is written to the disk is not replaced`() throws {
    let scratch = try career()
    try #require(
      FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "strace is not here")
    let script = """
      strace -f -qq -o /dev/null -e trace=fsync -e inject=fsync:delay_enter=600000:when=1 \
        "$0" set awards/a title=B & p=$!
      sleep 0.2
      until ls -d cv/awards/.cvgit-* >/dev/null 2>&1 || ! kill -0 $p 2>/dev/null; do sleep 0.02; done
      sleep 0.1
      printf 'title: A\\n# written by hand\\n' > .t && mv .t cv/awards/a.yaml
      git status --porcelain --untracked-files=all | grep cvgit- && exit 90
      wait $p
      """
    let run = try ProcessRun.run(
      "bash", ["-c", script, BuiltProgram.path], in: scratch.path, environment: scratch.environment)
    #expect(run.status == 2, "\(run.output)\(run.errors)")
    #expect(run.errors.contains("was changed by another program in the meantime"))
    #expect(try scratch.text("cv/awards/a.yaml").contains("by hand"))
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func `a signal leaves no temporary file`(_ signal: String) throws {
    let scratch = try career()
    try #require(
      FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "strace is not here")
    let script = """
      strace -f -qq -o /dev/null -e trace=fsync -e inject=fsync:delay_enter=400000:when=1 \
        "$0" set awards/a title=B & p=$!
      until ls -d cv/awards/.cvgit-* >/dev/null 2>&1 || ! kill -0 $p 2>/dev/null; do sleep 0.02; done
      kill -\(signal) $(pgrep -P $p) 2>/dev/null
      wait $p
      ls -A cv/awards
      """
    let run = try ProcessRun.run(
      "bash", ["-c", script, BuiltProgram.path], in: scratch.path, environment: scratch.environment)
    #expect(run.output.hasSuffix("a.yaml\n") && !run.output.contains(".cvgit-"), "\(run.output)")
  }

  @Test func `a limit on the size of files leaves no temporary file and the old record`() throws {
    let scratch = try career()
    let long = String(repeating: "B", count: 3_000)
    let run = try ProcessRun.run(
      "bash", ["-c", "ulimit -f 1; \"$0\" set awards/a \"title=$1\"", BuiltProgram.path, long],
      in: scratch.path, environment: scratch.environment)
    #expect(run.status == 2 && run.errors.contains("cannot write"))
    #expect(try scratch.text("cv/awards/a.yaml") == "title: A\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/cv/awards")
    #expect(names == ["a.yaml"])
  }

  @Test func `a record with the longest possible file name is written`() throws {
    let scratch = try career()
    let id = String(repeating: "a", count: 250)
    try scratch.write("cv/awards/\(id).yaml", "title: A\n")
    let run = scratch.cvgit("set", "awards/\(id)", "title=B")
    #expect(run.status == .done, "\(run.messages)")
    #expect(try scratch.text("cv/awards/\(id).yaml") == "title: B\n")
  }

  @Test func `an empty TMPDIR is not the root folder`() throws {
    let scratch = try career()
    let tools = scratch.outside("tools")
    try FileManager.default.createDirectory(atPath: tools, withIntermediateDirectories: true)
    let fake =
      "#!/bin/sh\n[ \"$1\" = --version ] && echo typst 0.15.0 && exit\necho \"$@\" >&2\nexit 1\n"
    try Data(fake.utf8).write(to: URL(fileURLWithPath: tools + "/typst"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: tools + "/typst")
    for folder in ["", "relative"] {
      let run = scratch.cvgit(
        "render", "-o", "cv.pdf", with: ["TMPDIR": folder, "CVGIT_TYPST": tools + "/typst"])
      #expect(run.messages.contains(" /tmp/cvgit-") || !run.messages.contains(" /cvgit-"))
      #expect(!FileManager.default.fileExists(atPath: scratch.path + "/relative"))
    }
  }

  @Test(.enabled(if: getuid() == 0))
  func `a folder that can be listed but not entered is an error`() throws {
    let scratch = try career()
    let script = """
      chmod 755 .. . && chown -R 65534 . && chmod 644 cv/awards
      export HOME=/nonexistent
      for c in "diff" "render" "validate"; do
        setpriv --reuid=65534 --clear-groups "$0" $c >/dev/null 2>../errors; echo $c $?
      done
      chmod 755 cv/awards
      """
    let run = try ProcessRun.run(
      "bash", ["-c", script, BuiltProgram.path], in: scratch.path, environment: scratch.environment)
    #expect(run.output == "diff 2\nrender 2\nvalidate 2\n", "\(run.output)\(run.errors)")
  }
}
