@testable import CVGitCLI
import Fixtures
import Foundation
import Testing

/// Every argument takes effect or is rejected; none is ignored.
@Suite struct ArgumentTests {
  private func career() throws -> ScratchRepository {
    var scratch = try ScratchRepository()
    try scratch.commitCareer()
    return scratch
  }

  private func run(
    _ arguments: [String], in scratch: borrowing ScratchRepository
  ) -> CVGitProgram.Run {
    CVGitProgram.run(
      arguments, Surroundings(environment: scratch.environment, directory: scratch.path))
  }

  @Test(arguments: [
    (["diff", "--stat", "--format", "json"], "'--stat'"),
    (["diff", "--title", "Changes", "--format", "json"], "'--title'"),
    (["diff", "--stat", "--explain"], "'--stat'"),
    (["render", "--fonts", "fonts"], "'--fonts' requires PDF output"),
    (["render", "-o", "cv.docx"], "unknown output format for \"cv.docx\""),
    (["log", "publications/never-existed"], "publications/never-existed"),
    (["blame"], "see \"cvgit blame --help\""),
    (["snapshot", "export"], "see \"cvgit snapshot export --help\""),
    (["render", "--format", "docx"], "following: markdown, html"),
  ])
  func `what cannot be done is rejected`(arguments: [String], words: String) throws {
    let scratch = try career()
    let run = run(arguments, in: scratch)
    #expect(run.status == .failure && run.messages.contains(words), "\(run.messages)")
    #expect(run.output == "")
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/cv.docx"))
  }

  @Test func `a kind may be named by its folder, and the profile is blamed without an ID`() throws {
    let scratch = try career()
    #expect(scratch.cvgit("diff", "v1..v2", "cv/publications").verdict == "1 accepted")
    #expect(scratch.cvgit("log", "publications/notes").status == .done)
    #expect(scratch.cvgit("blame", "profile").output.contains("Ada Lovelace"))
  }

  @Test func `folders are found from elsewhere, and through a link`() throws {
    let scratch = try career()
    #expect(scratch.cvgit("show", "publications", "--root", scratch.path + "/cv").status == .done)
    #expect(scratch.cvgit("show", "publications", "--root", "/elsewhere").status == .failure)
    let link = scratch.outside("link")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: scratch.path)
    let checked = scratch.cvgit("validate", link + "/cv")
    #expect(checked.status == .done, "\(checked.messages)")
  }

  @Test func `an invalid date is an error, a missing identity is not`() throws {
    let scratch = try career()
    let run = scratch.cvgit("changelog", "--staged", with: ["GIT_AUTHOR_DATE": "garbage"])
    #expect(run.status == .failure && run.messages.contains("invalid date format"))
  }

  @Test func `init checks its arguments before it creates a repository`() throws {
    let folder = try TemporaryFolder()
    for kinds in ["nonsense", "profile"] {
      let run = cvgit(["init", "--name", "Ada", "--kinds", kinds], in: folder.path)
      #expect(run.status == .failure && !run.messages.contains("document"), "\(run.messages)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `a record whose name git quotes is rendered like any other`() throws {
    let scratch = try ScratchRepository()
    try scratch.write("cv/profile.yaml", "name: Ada Lovelace\n")
    try scratch.write("cv/cv.yaml", "sections: [{kind: awards}]\n")
    try scratch.write("cv/awards/we\"ird.yaml", "title: Prize\ndate: 1843\n")
    let plain = scratch.cvgit("render")
    let asked = scratch.cvgit("render", with: ["GIT_CONFIG_PARAMETERS": "'a.b=c'"])
    #expect(plain.output == asked.output && plain.messages == asked.messages)
    #expect(plain.output.contains("Prize") || !plain.messages.isEmpty)
  }

  @Test func `a hook that cannot be written leaves the existing one`() throws {
    let scratch = try career()
    let hooks = scratch.path + "/.git/hooks"
    try scratch.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 0\n")
    let run = try ProcessRun.run(
      "sh", ["-c", "ulimit -f 0; exec \"$0\" hooks install", BuiltProgram.path],
      in: scratch.path, environment: scratch.environment)
    #expect(run.status == 2)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: hooks).allSatisfy { !$0.hasPrefix(".") })
    #expect(try scratch.text(".git/hooks/pre-commit") == "#!/bin/sh\nexit 0\n")
  }

  @Test(arguments: [200, 244, 245, 250, 255])
  func `an output may have the longest possible file name`(length: Int) throws {
    let scratch = try career()
    let name = String(repeating: "n", count: length - 4) + ".zip"
    let long = String(repeating: "é", count: (length - 5) / 2) + ".html"
    _ = scratch.cvgit("snapshot", "--for", "Somebody", "--date", "2024-03-02")
    for (arguments, output) in [
      (["snapshot", "export", "2024-03-02-somebody", "-o", name], name),
      (["render", "-o", long], long),
      (["render", "-o", long], long),
    ] {
      let run = run(arguments, in: scratch)
      #expect(run.status == .done, "\(run.messages)")
      #expect(FileManager.default.fileExists(atPath: scratch.path + "/" + output))
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
      .filter { $0.hasSuffix(".cvgit-new") }
    #expect(left == [])
  }

  @Test func `a log stops after as many commits as are asked for`() throws {
    var scratch = try ScratchRepository()
    for year in 2020...2024 {
      try scratch.write("cv/awards/prize-\(year).yaml", "title: Prize\ndate: \(year)\n")
      try scratch.commit("\(year)")
    }
    let two = scratch.cvgit("log", "-n", "2")
    #expect(two.output.components(separatedBy: "\n\n").count == 2)
    #expect(scratch.cvgit("log", "--max-count", "0").output == "")
    #expect(
      scratch.cvgit("log", "-n", "9").output == scratch.cvgit("log").output)
    let json = scratch.cvgit("log", "-n", "1", "--format", "json").output
    #expect(json.components(separatedBy: "\"subject\"").count == 2)
    #expect(scratch.cvgit("log", "--max-count=-1").status == .failure)
  }
}
