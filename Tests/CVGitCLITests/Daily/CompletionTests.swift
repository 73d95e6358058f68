@testable import CVGitCLI
import Fixtures
import Foundation
import Testing

@Suite struct CompletionTests {
  private func career() throws -> HookScratch {
    var career = try HookScratch(installs: false)
    try career.scratch.write(
      "cv/publications/c.yaml", HookScratch.paper("On Looms", "tags: [weaving]\n"))
    try career.scratch.write(
      "cv/kinds/shows.yaml",
      "label: {one: show, many: shows}\nname: [title]\nfields: {title: text}\n")
    try career.scratch.commit("more")
    try career.scratch.git("tag", "v1844")
    try career.scratch.git("tag", "snapshot/2024-03-01-mit")
    return career
  }

  @Test(arguments: [
    ("cvgit va", ["validate"]),
    ("cvgit set publications/", ["publications/a", "publications/b", "publications/c"]),
    ("cvgit -C . set prof", ["profile"]),
    ("cvgit set publications/a stat", ["status="]),
    ("cvgit set publications/a status=Under", ["status=Under Review"]),
    ("cvgit set publications/a type=jo", ["type=journal"]),
    ("cvgit set publications/a tags+=", ["tags+=weaving"]),
    ("cvgit set publications/c tags-=", ["tags-=weaving"]),
    ("cvgit set awards/medal publication=", ["publication=a", "publication=b", "publication=c"]),
    ("cvgit new sho", ["shows"]), ("cvgit new shows tit", ["title="]),
    ("cvgit diff v", ["v1844", "volunteering", "variants"]),
    ("cvgit diff v1844..20", ["v1844..2024-03-01-mit"]),
    ("cvgit diff --only he", ["headline"]), ("cvgit validate --form", ["--format"]),
    ("cvgit validate --format g", ["github", "gitlab"]), ("cvgit validate --at v1", ["v1844"]),
    ("cvgit validate ", [":files"]), ("cvgit hooks st", ["status"]),
    ("cvgit completions f", ["fish"]),
    ("cvgit snapshot ", ["make", "list", "show", "diff", "verify", "export", "delete"]),
    ("cvgit --r", ["--root"]),
    ("x; y && cvgit schema pub", ["publications"]),
    ("cvgit set 'publications/a' \"status=Und", ["status=Under Review"]),
    ("cvgit nonsense ", []),
    ("cvgit diff ma", ["main"]), ("cvgit log v1844..ma", ["v1844..main"]),
    ("cvgit -C cv/publications set pub", ["publications/a", "publications/b", "publications/c"]),
    ("cvgit -C .. --root elsewhere set pub", []),
    ("cvgit snapshot export 2", ["2024-03-01-mit"]), ("cvgit snapshot export --out", ["--output"]),
    ("cvgit snapshot export 2024-03-01-mit -o ", [":files"]),
    ("cvgit snapshot --att", ["--attach"]), ("cvgit snapshot --attach ", [":files"]),
    ("cvgit snapshot list ", []), ("cvgit theme ", ["eject"]),
    ("cvgit edit publications/a", ["publications/a"]), ("cvgit fields publ", ["publications"]),
    ("cvgit list --status=Und", ["--status=Under Review"]),
    ("cvgit validate --format=g", ["--format=github", "--format=gitlab"]),
  ])
  func `completions are the possible next words`(line: String, words: [String]) throws {
    let career = try career()
    let run = try career.cvgit("__complete", "--line=\(line)")
    #expect(run.status == 0)
    let found = run.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    #expect(found == words)
  }

  @Test func `without a repository nothing fails`() throws {
    let folder = try TemporaryFolder()
    let run = try BuiltProgram.run(
      ["__complete", "--line=cvgit set pro"], in: folder.path,
      environment: ["PATH": "/usr/bin:/bin"])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("profile\t"))
    #expect(run.errors == "")
  }

  /// bash's own words for a line, and its replacement for the last one.
  @Test(arguments: [
    ("cvgit set publications/a status=Under", "status = Under", "Under\\ Review"),
    ("cvgit set publications/a stat", "stat", "status="), ("cvgit sch", "sch", "schema"),
  ])
  func `bash completes`(line: String, words: String, expected: String) throws {
    let career = try career()
    let script = try career.cvgit("completions", "bash").output
    let run = try ProcessRun.run(
      "bash",
      [
        "-c",
        """
        \(script)
        compopt() { :; }
        COMP_LINE='\(line)'; COMP_POINT=${#COMP_LINE}
        COMP_WORDS=('\(BuiltProgram.path)' set publications/a \(words)); COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
        _cvgit
        printf '%s\\n' "${COMPREPLY[@]}"
        """,
      ], in: career.path, environment: career.scratch.environment)
    #expect(run.errors == "")
    #expect(run.output == expected + "\n")
  }

  @Test(arguments: ["zsh", "fish"])
  func `the script for another shell parses where it is installed`(shell: String) throws {
    let career = try HookScratch(installs: false)
    let script = try career.cvgit("completions", shell).output
    try career.scratch.write("script", script)
    let run = try ProcessRun.run(
      "sh", ["-c", "command -v \(shell) >/dev/null || exit 0; \(shell) -n script"], in: career.path,
      environment: career.scratch.environment)
    #expect(run.status == 0, "\(run.errors)")
  }
}
