import CVGitCLI
import Fixtures
import Foundation
import Testing

/// Finding, running and stopping Typst, with programs that replace it.
struct TypstProgramTests {
  /// A `PATH` that begins with a program of this name.
  private func surroundings(
    _ scratch: borrowing ScratchRepository, _ name: String, _ script: String
  ) throws -> Surroundings {
    let folder = scratch.outside("bin")
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try Data(("#!/bin/sh\n" + script).utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(folder)/\(name)")
    var variables = scratch.environment
    variables["CVGIT_TYPST"] = nil
    variables["PATH"] = folder + ":/usr/bin:/bin"
    variables["TYPST_FONT_PATHS"] = "/usr/share/fonts"
    return Surroundings(environment: variables, directory: scratch.path)
  }

  @Test func `the command gets a root and a time, and nothing of the machine`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    let surroundings = try surroundings(
      scratch, "typst",
      """
      for last; do :; done
      { echo "$@" | sed 's#[^ ]*/cvgit-[^/]*#FOLDER#g'; echo "fonts: $TYPST_FONT_PATHS $HTTPS_PROXY"; } > "$last"
      """)
    let file = scratch.outside("cv.pdf")
    let run = CVGitProgram.run(["render", "-o", file], surroundings)
    #expect(run.status == .done, "\(run.messages)")
    #expect(
      try String(contentsOfFile: file, encoding: .utf8) == """
        compile --root FOLDER/root --ignore-system-fonts --font-path FOLDER/fonts --package-path FOLDER/packages \
        --package-cache-path FOLDER/packages --creation-timestamp 1709283660 --pdf-standard a-2a,ua-1 \
        --diagnostic-format short FOLDER/root/cv.typ FOLDER/cv.pdf
        fonts:  http://127.0.0.1:9

        """)
  }

  /// The result of `pipx install 'cvgit[pdf]'` and `uv tool install`: a link in `PATH` to a program
  /// in an environment.
  @Test(arguments: [(0, "environment"), (1, "command")])
  func `the Python of the environment that holds the program comes first, if it has Typst`(
    _ status: Int, _ used: String
  ) throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    var surroundings = try surroundings(
      scratch, "typst", "for last; do :; done; echo command > \"$last\"\n")
    let bin = scratch.outside("tools/cvgit/bin")
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    // Answers whether it has the package, then runs in a folder.
    let python = "#!/bin/sh\n[ \"$1\" != -c ] || exit \(status)\necho environment > \"$2/cv.pdf\"\n"
    for (name, content) in [("cvgit", ""), ("python3", python), ("../pyvenv.cfg", "")] {
      try Data(content.utf8).write(to: URL(fileURLWithPath: "\(bin)/\(name)"))
    }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: bin + "/python3")
    let link = scratch.outside("cvgit")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: bin + "/cvgit")
    surroundings.findExecutable = { link }
    let file = scratch.outside("cv.pdf")
    let run = CVGitProgram.run(["render", "-o", file], surroundings)
    #expect(run.status == .done, "\(run.messages)")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == used + "\n")
  }

  @Test func `a run that never ends is stopped`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    var surroundings = try surroundings(
      scratch, "typst", "exec sleep 60\n")
    surroundings.typstLimit = .milliseconds(300)
    let run = CVGitProgram.run(["render", "-o", scratch.outside("cv.pdf")], surroundings)
    #expect(run.status == .failure)
    #expect(run.messages.hasPrefix("error: Typst took more than 0 seconds and was stopped\nhint: "))
  }

  @Test(arguments: [
    (
      "echo \"error: invalid value 'a-2a' for '--pdf-standard <PDF_STANDARD>'\" >&2; exit 2",
      "this Typst is too old"
    ),
    (
      "echo 'cv.typ:3:4: error: unknown font' >&2; exit 1",
      "rejects the theme \"classic\": unknown font"
    ),
    ("exit 3", "Typst exited with status 3"),
  ])
  func `its errors are shown in our own words`(_ script: String, _ words: String) throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    let surroundings = try surroundings(
      scratch, "typst", script + "\n")
    let run = CVGitProgram.run(["render", "-o", scratch.outside("cv.pdf")], surroundings)
    #expect(run.status == .failure && run.messages.contains(words), "\(run.messages)")
  }

  @Test func `without Typst, PDF output has a hint, and all other formats work`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    let surroundings = Surroundings(environment: scratch.environment, directory: scratch.path)
    let run = CVGitProgram.run(["render", "-o", scratch.outside("cv.pdf")], surroundings)
    #expect(run.status == .failure)
    #expect(
      run.messages == """
        error: PDF output needs Typst, which is not installed
        hint: install it with 'make setup-pdf', 'pip install typst' or from https://typst.app; all other formats work without it

        """)
    for format in ["markdown", "html", "text", "typst", "json-resume", "bibtex"] {
      #expect(CVGitProgram.run(["render", "--format", format], surroundings).status == .done)
    }
    #expect(scratch.snapshot("--for", "MIT").status == .done)
  }

  @Test func `a PDF is not printed`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    let run = CVGitProgram.run(
      ["render", "--format", "pdf"],
      Surroundings(environment: scratch.environment, directory: scratch.path))
    #expect(
      run.messages == "error: a PDF cannot be printed to a terminal\nhint: name a file: -o cv.pdf\n"
    )
    var variables = scratch.environment
    variables["CVGIT_TYPST"] = "/nonexistent/typst"
    let other = CVGitProgram.run(
      ["render", "-o", "cv.pdf"], Surroundings(environment: variables, directory: scratch.path))
    #expect(
      other.messages.hasPrefix("error: CVGIT_TYPST is not a program: \"/nonexistent/typst\"\n"))
  }
}
