import Fixtures
import Foundation
import Testing

/// Inputs that are small on the disk but expensive to process: each is processed in time, or
/// rejected with the limit in the error.
@Suite struct BoundsTests {
  private func career() throws -> ScratchRepository {
    var scratch = try ScratchRepository()
    try scratch.write("cv/profile.yaml", "name: Ada Lovelace\n")
    try scratch.write("cv/cv.yaml", "sections: [{kind: awards}]\n")
    try scratch.write("cv/awards/a.yaml", "title: A\n")
    try scratch.commit("career")
    try scratch.git("tag", "v1")
    return scratch
  }

  private func run(_ scratch: borrowing ScratchRepository, _ arguments: String...) throws
    -> ProcessRun
  {
    try ProcessRun.run(
      "timeout", ["60", BuiltProgram.path] + arguments, in: scratch.path,
      environment: scratch.environment)
  }

  /// A chain of tags that starts at the commit; the last one gets a name.
  private func tags(_ count: Int, in scratch: borrowing ScratchRepository, naming: Bool) throws {
    let script = """
      t=$(git rev-parse HEAD) k=commit i=0
      while [ $i -lt \(count) ]; do
        t=$(printf 'object %s\\ntype %s\\ntag n%s\\ntagger A <a@b> 1700000000 +0000\\n\\nx\\n' $t $k $i |
          git hash-object -w -t tag --stdin) k=tag i=$((i + 1))
        \(naming ? "echo \"create refs/tags/vt$i $t\"" : ":")
      done > ../refs
      \(naming ? "git update-ref --stdin < ../refs" : "git update-ref refs/tags/vdeep $t")
      """
    let run = try ProcessRun.run(
      "bash", ["-c", script], in: scratch.path, environment: scratch.environment)
    try #require(run.status == 0, "\(run.errors)")
  }

  @Test func `each tag of a tag is followed once`() throws {
    let scratch = try career()
    try tags(300, in: scratch, naming: true)
    let run = try run(scratch, "changelog")
    #expect(run.status == 0, "\(run.errors)")
  }

  /// A tree of few objects that names 10^levels files, in the CV's folder.
  private func bomb(_ scratch: borrowing ScratchRepository, levels: Int) throws {
    let blob = try scratch.git("rev-parse", "HEAD:cv/profile.yaml")
    func tree(_ lines: [String]) throws -> String {
      try scratch.git(
        "mktree", input: Data(lines.map { $0 + "\n" }.joined().utf8))
    }
    var inner = try tree((0..<10).map { "100644 blob \(blob)\tf\($0).yaml" })
    for _ in 1..<levels {
      let id = inner
      inner = try tree((0..<10).map { "040000 tree \(id)\td\($0)" })
    }
    let folder = try scratch.git("ls-tree", "HEAD:cv")
    let records = try tree(
      folder.split(separator: "\n").map(String.init) + ["040000 tree \(inner)\tthemes"])
    let top = try tree(["040000 tree \(records)\tcv"])
    let commit = try scratch.git("commit-tree", top, "-p", "HEAD", "-m", "x")
    try scratch.git("update-ref", "HEAD", commit)
  }

  @Test(arguments: [
    ["log"], ["changelog"], ["diff", "v1..HEAD"], ["render", "--at", "HEAD"], ["show", "awards"],
    ["validate", "--at", "HEAD"], ["blame", "awards/a"],
    ["snapshot", "--for", "A", "--at", "HEAD"],
  ])
  func `a tree with too many entries is rejected`(_ arguments: [String]) throws {
    let scratch = try career()
    try bomb(scratch, levels: 9)
    let run = try ProcessRun.run(
      "timeout", ["60", BuiltProgram.path] + arguments, in: scratch.path,
      environment: scratch.environment)
    #expect(run.status == 2 || run.status == 0, "\(run.status): \(run.errors)")
    if run.status == 2 {
      #expect(run.errors.contains("more than 200000 files and folders"), "\(run.errors)")
    }
  }

  @Test func `work grows with the size of the input, not with its square`() throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Scripts/count-instructions.sh").path
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/valgrind") else {
      withKnownIssue("valgrind is not here: skipped") { Issue.record("skipped") }
      return
    }
    let scratch = try ScratchRepository()
    let run = try ProcessRun.run(
      "sh", [script, BuiltProgram.path, "1", "validate", "text"], in: scratch.path,
      environment: scratch.environment)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }
}
