import CVGitCLI
import Fixtures
import Foundation
import Testing

/// `cvgit render` and `cvgit theme` in real repositories.
struct RenderCommandTests {
  private static func run(
    _ arguments: String..., in repository: borrowing ScratchRepository, at folder: String = ""
  ) -> CVGitProgram.Run {
    CVGitProgram.run(
      arguments,
      Surroundings(
        environment: repository.environment, directory: repository.path + folder))
  }

  private static func write(into repository: borrowing ScratchRepository) throws {
    try repository.write("cv/profile.yaml", "name: Ada Lovelace\nheadline: [Mathematician]\n")
    try repository.write("cv/cv.yaml", "sections: [{kind: skills}, {kind: awards}]\n")
    try repository.write("cv/skills/a.yaml", "name: Engines\nkeywords: [Analytical]\n")
    try repository.write("cv/awards/p.yaml", "title: Prize\ndate: 1843\ntags: [short]\n")
  }

  private static let markdown = """
    # Ada Lovelace

    Mathematician

    ## Skills

    - **Engines**: Analytical

    ## Awards

    - 1843 · **Prize**

    """

  @Test func `the document is Markdown by default`() throws {
    let repository = try ScratchRepository()
    try Self.write(into: repository)
    let run = Self.run("render", in: repository)
    #expect(run.output == Self.markdown)
    #expect(run.messages == "")
    #expect(run.status == .done)
    #expect(Self.run("render", in: repository, at: "/cv/skills").output == Self.markdown)
  }

  @Test func `a revision is printed in its former state`() throws {
    var repository = try ScratchRepository()
    try Self.write(into: repository)
    try repository.commit("first")
    try repository.write("cv/skills/b.yaml", "name: Later\n")
    try repository.write("cv/themes/classic/row.md.mustache", "{{{broken}}}")
    try repository.git("config", "cvgit.themes", "trusted")
    #expect(Self.run("render", "--at", "HEAD", in: repository).output == Self.markdown)
    let now = Self.run("render", in: repository)
    #expect(now.status == .failure)
    #expect(
      now.messages.contains("row.md.mustache:1: the template does not begin with its content type"))
  }

  @Test func `a file is replaced as a whole, and its extension sets the format`() throws {
    let repository = try ScratchRepository()
    try Self.write(into: repository)
    let run = Self.run("render", "-o", "cv.html", in: repository)
    #expect(run.status == .done && run.output == "")
    let html = try String(contentsOfFile: repository.path + "/cv.html", encoding: .utf8)
    #expect(html.hasPrefix("<!DOCTYPE html>\n"))
    #expect(Self.run("render", "-o", "cv.txt", in: repository).status == .done)
    let names = try FileManager.default.contentsOfDirectory(atPath: repository.path)
    #expect(names.sorted() == [".git", "cv", "cv.html", "cv.txt"])
    let missing = Self.run("render", "-o", "no/cv.html", in: repository)
    #expect(missing.messages.contains("cannot write"))
    #expect(Self.run("render", "-o", "cv", in: repository).messages.contains("is a folder"))
  }

  @Test func `a file that git ignores is not a record`() throws {
    let repository = try ScratchRepository()
    try Self.write(into: repository)
    try repository.write("cv/skills/draft.yaml", "name: Canary\n")
    #expect(Self.run("render", in: repository).output.contains("Canary"))
    for rules in ["draft.yaml", "*draft*", "cv/skills/draft.yaml", "dra?t.yaml", "DRAFT.yaml"] {
      try repository.write(".gitignore", rules + "\n")
      let isIgnored = (try? repository.git("check-ignore", "cv/skills/draft.yaml")) != nil
      #expect(
        Self.run("render", in: repository).output.contains("Canary") == !isIgnored, "\(rules)")
    }
    try repository.remove(".gitignore")
    try repository.write(".git/info/exclude", "skills/\n")
    #expect(!Self.run("render", in: repository).output.contains("Canary"))
  }

  @Test func `the CV's folder is what the configuration says`() throws {
    let repository = try ScratchRepository()
    try repository.write("resume/profile.yaml", "name: Grace Hopper\n")
    try repository.write("resume/skills/a.yaml", "name: COBOL\n")
    try repository.git("config", "cvgit.root", "resume")
    #expect(Self.run("render", in: repository).output.hasPrefix("# Grace Hopper\n"))
    let named = Self.run("render", "--root", "resume", in: repository)
    #expect(named.output.hasPrefix("# Grace Hopper\n"))
    #expect(Self.run("render", "--root", "cv", in: repository).messages.contains("no CV found in"))
  }

  @Test func `an unreadable record is reported, and the rest is printed`() throws {
    let repository = try ScratchRepository()
    try Self.write(into: repository)
    try repository.write("cv/skills/b.yaml", "name: [\n")
    let run = Self.run("render", in: repository)
    #expect(run.output == Self.markdown)
    #expect(run.messages.contains("cv/skills/b.yaml"))
    #expect(run.status == .findings)
  }

  // MARK: Variants

  @Test func `a variant narrows the document and both sides of a diff`() throws {
    var repository = try ScratchRepository()
    try Self.write(into: repository)
    try repository.commit("first")
    try repository.write("cv/variants/short.yaml", "headline: [Author]\nonly: [short]\n")
    try repository.write("cv/awards/q.yaml", "title: Medal\ndate: 1850\ntags: [short]\n")
    try repository.write("cv/skills/b.yaml", "name: Looms\n")
    try repository.commit("second")
    let rendered = Self.run("render", "--variant", "short", in: repository).output
    #expect(
      rendered
        == "# Ada Lovelace\n\nAuthor\n\n## Awards\n\n- 1850 · **Medal**\n- 1843 · **Prize**\n")
    let diff = Self.run("diff", "HEAD~1..HEAD", "--variant", "short", in: repository).output
    #expect(diff.contains("+ Medal"))
    #expect(!diff.contains("Looms") && !diff.contains("Headline"))
    let unknown = Self.run("render", "--variant", "shrt", in: repository)
    #expect(
      unknown.messages
        == "error: there is no variant \"shrt\"\nhint: did you mean \"short\"?\n")
    #expect(Self.run("diff", "--variant", "shrt", in: repository).status == .failure)
  }

  @Test func `each side of a diff goes through its own variant`() throws {
    var repository = try ScratchRepository()
    try Self.write(into: repository)
    try repository.write("cv/variants/short.yaml", "sections: [{kind: skills}]\n")
    try repository.commit("first")
    try repository.write("cv/variants/short.yaml", "sections: [{kind: awards}]\n")
    try repository.commit("second")
    let diff = Self.run("diff", "HEAD~1..HEAD", "--variant", "short", in: repository).output
    #expect(diff.contains("+ Prize") && diff.contains("- Engines"))
  }

  // MARK: Private

  @Test func `no output for others shows private data`() throws {
    var repository = try ScratchRepository()
    try Self.write(into: repository)
    try repository.commit("first")
    try repository.write("cv/skills/s.yaml", "name: Canary\nvisibility: private\ntags: [short]\n")
    try repository.write(
      "cv/profile.yaml", "name: Ada Lovelace\nphone: \"+1 Canary\"\nprivate: [phone]\n")
    try repository.write("cv/variants/short.yaml", "only: [short]\n")
    try repository.commit("second")
    for format in ["markdown", "html", "text", "json-resume"] {
      for arguments in [[], ["--at", "HEAD"], ["--variant", "short"]] {
        let surroundings = Surroundings(
          environment: repository.environment, directory: repository.path)
        let all = ["render", "--format", format] + arguments
        #expect(!CVGitProgram.run(all, surroundings).output.contains("Canary"))
        #expect(CVGitProgram.run(all + ["--private"], surroundings).output.contains("Canary"))
      }
    }
    let diff = Self.run(
      "diff", "HEAD~1..HEAD", "--variant", "short", "--format", "markdown", in: repository)
    #expect(!diff.output.contains("Canary"))
  }

  // MARK: Themes

  @Test func `an ejected theme is used, and is never overwritten`() throws {
    let repository = try ScratchRepository()
    try Self.write(into: repository)
    let run = Self.run("theme", "eject", in: repository)
    #expect(run.output.hasPrefix("copied 27 files of the theme classic to "))
    #expect(Self.run("render", in: repository).output == Self.markdown)
    let file = "cv/themes/classic/row.md.mustache"
    try repository.write(
      file, "{{% CONTENT_TYPE:CV-MARKDOWN}}\n* {{#title}}{{>inline}}{{/title}}\n")
    #expect(Self.run("render", in: repository).output.contains("\n* Engines\n"))
    let again = Self.run("-C", repository.path, "theme", "eject", in: repository)
    #expect(again.status == .failure)
    #expect(again.messages.contains("already exists\nhint: name another folder"))
    #expect(Self.run("validate", in: repository).status == .done)
  }

  @Test func `a theme that came with a clone does not run by itself`() throws {
    let repository = try ScratchRepository()
    try Self.write(into: repository)
    try repository.write(
      "cv/themes/classic/cv.md.mustache", "{{% CONTENT_TYPE:CV-MARKDOWN}}\n{{name}}!\n")
    let run = Self.run("render", in: repository)
    #expect(run.output == Self.markdown && run.status == .findings)
    #expect(run.messages.hasPrefix("warning: the theme \"themes/classic\" is not used"))
    #expect(Self.run("render", "--theme", "classic", in: repository).output == "Ada Lovelace!\n")
    try repository.git("config", "cvgit.themes", "trusted")
    let trusted = Self.run("render", in: repository)
    #expect(trusted.output == "Ada Lovelace!\n" && trusted.status == .done)
  }

  @Test func `a theme identical to the built-in one needs no trust`() throws {
    let repository = try ScratchRepository()
    try Self.write(into: repository)
    #expect(Self.run("theme", "eject", in: repository).status == .done)
    try repository.git("config", "--unset", "cvgit.themes")
    let run = Self.run("render", in: repository)
    #expect(run.output == Self.markdown && run.status == .done && run.messages.isEmpty)
  }

  @Test func `a theme is named by its folder or by its name`() throws {
    let repository = try ScratchRepository()
    try Self.write(into: repository)
    try repository.write(
      "cv/themes/plain/cv.md.mustache", "{{% CONTENT_TYPE:CV-MARKDOWN}}\n{{name}}!\n")
    try repository.write("mine/cv.md.mustache", "{{% CONTENT_TYPE:CV-MARKDOWN}}\n{{name}}?\n")
    #expect(Self.run("render", "--theme", "plain", in: repository).output == "Ada Lovelace!\n")
    #expect(Self.run("render", "--theme", "mine", in: repository).output == "Ada Lovelace?\n")
    #expect(Self.run("render", "--theme", "./mine", in: repository).output == "Ada Lovelace?\n")
    #expect(
      Self.run("render", "--theme", "plane", in: repository).messages
        == "error: there is no theme \"plane\"\nhint: did you mean \"plain\"?\n")
    #expect(
      Self.run("render", "--theme", "./none", in: repository).messages
        .hasPrefix("error: there is no folder \"./none\"\n"))
  }

  @Test func `the themes of a CV at the top of the repository are found by name`() throws {
    let repository = try ScratchRepository()
    try repository.write("profile.yaml", "name: Ada Lovelace\n")
    try repository.write(
      "themes/plain/cv.md.mustache", "{{% CONTENT_TYPE:CV-MARKDOWN}}\n{{name}}!\n")
    let run = Self.run("--root", ".", "render", "--theme", "plain", in: repository)
    #expect(run.output == "Ada Lovelace!\n")
    #expect(
      Self.run("--root", ".", "render", "--theme", "plane", in: repository).messages
        == "error: there is no theme \"plane\"\nhint: did you mean \"plain\"?\n")
  }
}
