import CVGitCLI
import Fixtures
import Foundation
import Testing

/// The example career, and its outputs.
@Suite struct DemoHistoryTests {
  @Test func `building it twice gives the same commits and tags`() throws {
    let folder = try TemporaryFolder(prefix: "cvgit-demo")
    let again = folder.path + "/again"
    try DemoHistory.build(in: again)
    let expected = try DemoHistory.git("show-ref", in: try DemoHistory.path())
    let found = try DemoHistory.git("show-ref", in: again)
    #expect(expected == found)
  }

  @Test func `its last state is the CV of this repository, byte for byte`() throws {
    let demo = try DemoHistory.path()
    let names = try DemoHistory.git("ls-tree", "-r", "--name-only", "HEAD", "cv", in: demo)
      .split(separator: "\n").map(String.init)
    let root = DemoHistory.packagePath
    let here = FileManager.default.enumerator(atPath: root + "/cv")?.compactMap { $0 as? String }
      .filter { $0.hasSuffix(".yaml") }.map { "cv/" + $0 }.sorted()
    #expect(names.sorted() == here)
    for name in names {
      let (left, right) = ("\(demo)/\(name)", "\(root)/\(name)")
      #expect(FileManager.default.contentsEqual(atPath: left, andPath: right), "\(name)")
    }
  }

  @Test func `it has the promised commits and tags`() throws {
    let demo = try DemoHistory.path()
    let count = try DemoHistory.git("rev-list", "--count", "HEAD", in: demo)
    #expect(Int(count.dropLast()).map { $0 >= 40 } == true)
    #expect(try DemoHistory.git("tag", in: demo) == "v2021\nv2022\nv2023\nv2024\n")
  }

  @Test func `its CV is valid`() throws {
    let run = cvgit(["validate"], in: try DemoHistory.path())
    #expect(run.output.hasPrefix("cv is valid (2 degree programmes, 9 publications, "))
    #expect(run.status == .done)
  }

  @Test(arguments: ["v2021", "v2022", "v2023", "v2024", "HEAD"])
  func `every record of every release is still valid`(revision: String) throws {
    let run = cvgit(["validate", "--at", revision], in: try DemoHistory.path())
    #expect(run.status == .done)
    #expect(run.output.hasPrefix("cv is valid"), "\(run.output)")
  }

  @Test(arguments: [40, 80, 120])
  func `what changed since v2024 reads naturally`(width: Int) throws {
    let run = cvgit(["diff", "v2024..HEAD"], in: try DemoHistory.path(), width: width)
    #expect(run.status == .done)
    try expectGolden(run.output, "Goldens/demo/since-v2024-at-\(width).txt")
  }

  @Test(arguments: ["v2021..v2022", "v2022..v2023", "v2023..v2024"])
  func `a year of it reads naturally`(range: String) throws {
    let run = cvgit(["diff", range], in: try DemoHistory.path())
    try expectGolden(run.output, "Goldens/demo/\(range).txt")
  }

  @Test(arguments: [
    ["--color", "always"], ["--stat"], ["--explain"], ["--only", "headline"], ["--only", "detail"],
    ["--only", "all"], ["--format", "markdown"], ["--format", "json"],
  ])
  func `all forms of the same diff`(options: [String]) throws {
    let run = cvgit(["diff", "v2023..HEAD"] + options, in: try DemoHistory.path())
    let name = options.map { $0.filter { $0 != "-" } }.joined(separator: "-")
    try expectGolden(run.output, "Goldens/demo/forms/\(name).txt")
  }

  @Test func `every step of it on the first-parent line reads naturally`() throws {
    let demo = try DemoHistory.path()
    let log = try DemoHistory.git(
      "log", "--first-parent", "--reverse", "--format=%h%x09%as %s", in: demo)
    var (text, previous) = ("", "1970-01-01")
    for line in log.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      let run = cvgit(["diff", "\(previous)..\(parts[0])"], in: demo)
      #expect(run.status != .failure)
      text += "==== \(parts[1])\n\(run.output)\n"
      previous = parts[0]
    }
    try expectGolden(text, "Goldens/demo/every-step.txt")
  }

  @Test func `the demo ends with a snapshot, and the changes since 2024`() throws {
    let folder = try TemporaryFolder(prefix: "cvgit-demo")
    let environment = DemoHistory.environment.merging(["CVGIT_TYPST": "none"]) { $1 }
    let run = try ProcessRun.run(
      DemoHistory.packagePath + "/Scripts/demo.sh", [folder.path + "/demo", BuiltProgram.path],
      in: folder.path, environment: environment)
    #expect(run.status == 0, "\(run.errors)")
    let commands = run.output.split(separator: "\n").filter { $0.hasPrefix("$ ") }
    #expect(
      commands == [
        "$ cvgit validate", "$ cvgit diff v2024..HEAD", "$ cvgit changelog", "$ cvgit validate",
        "$ cvgit snapshot --for \"A postdoc in Kyoto\" --date 2025-11-20",
        "$ cvgit snapshot show snapshot/2025-11-20-a-postdoc-in-kyoto", "$ cvgit snapshot verify",
        "$ cvgit snapshot export snapshot/2025-11-20-a-postdoc-in-kyoto -o \(folder.path)/demo/.git/sent.zip",
        "$ cvgit snapshot list", "$ cvgit snapshot diff 2024-12-31",
      ])
    #expect(run.output.contains("rendered/cv.html  "))
    #expect(run.output.contains("no PDF, because Typst is not installed"))
    #expect(
      run.output.hasSuffix("9 added, 1 accepted, 5 updated\n")
        || run.output.contains("Publications\n  ↑ Under Review → Accepted"))
    #expect(FileManager.default.fileExists(atPath: folder.path + "/demo/.git/sent.zip"))
  }
}
