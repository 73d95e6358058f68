@testable import CVGitCLI
import CVHistory
import Fixtures
import Foundation
import Testing

/// What `cvgit hooks` writes, keeps, and does not touch.
@Suite struct HookInstallTests {
  @Test(arguments: Hook.allCases)
  func `the compiled-in scripts equal those in the folder`(hook: Hook) throws {
    #expect(try PackageFolder.text("hooks/\(hook.rawValue)") == hook.script)
    #expect(Hook.isOurs(hook.script))
    let run = try ProcessRun.run(
      "sh", ["-n", PackageFolder.path + "/hooks/\(hook.rawValue)"], in: "/",
      environment: ["PATH": "/usr/bin:/bin"])
    #expect(run.errors == "")
  }

  /// Every file of the folder with its mode, and its target or content.
  private func listing(_ career: borrowing HookScratch) throws -> String {
    let run = try ProcessRun.run(
      "sh", ["-c", "ls -l .git/hooks | awk '{print $1,$9,$10,$11}'; cat .git/hooks/*"],
      in: career.path, environment: career.scratch.environment)
    return run.output
  }

  private func put(_ name: String, _ text: String, _ mode: Int, _ career: borrowing HookScratch)
    throws
  {
    try career.scratch.write(".git/hooks/\(name)", text)
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: career.path + "/.git/hooks/\(name)")
  }

  @Test func `existing hooks run first, count, and are restored exactly`() throws {
    let career = try HookScratch(installs: false)
    try put("pre-commit", "#!/bin/sh\necho first >&2\n[ ! -e stop ]\n", 0o750, career)
    try put("prepare-commit-msg", "#!/bin/sh\nexit 1\n", 0o644, career)
    try career.scratch.write("tools/merge", "#!/bin/sh\n")
    try career.scratch.link(".git/hooks/pre-merge-commit", to: "../../tools/merge")
    let before = try listing(career)
    let run = try career.cvgit("hooks", "install")
    #expect(run.status == 0)
    #expect(
      run.output == """
        installed in .git/hooks: pre-commit, pre-merge-commit, prepare-commit-msg, pre-push
        the existing hook runs first: pre-commit, pre-merge-commit, prepare-commit-msg

        """)
    try career.expectDone(career.cvgit("hooks", "install"))
    try career.stage("cv/publications/a.yaml", HookScratch.broken)
    let commit = try career.git("commit", "-m", "x")
    #expect(commit.errors.hasPrefix("first\n"))
    #expect(commit.errors.contains("unknown status"))
    try career.stage("cv/publications/a.yaml", HookScratch.paper("Notes"))
    try career.scratch.write("stop", "")
    #expect(try career.git("commit", "-m", "x").status != 0)
    try career.scratch.remove("stop")
    #expect(try career.git("commit", "-m", "x").status == 0)
    let removal = try career.cvgit("hooks", "uninstall")
    #expect(removal.output.contains("restored: pre-commit, pre-merge-commit, prepare-commit-msg"))
    #expect(try listing(career) == before)
    #expect(
      try career.cvgit("hooks", "uninstall").output
        == "no cvgit hooks in .git/hooks\n")
  }

  @Test func `an older version is brought up to date`() throws {
    let career = try HookScratch()
    // The last line proves that the file was not edited.
    let old = "#!/bin/sh\n# cvgit: of another version\nexit 0\n"
    let sum = String(CRC32.checksum(of: Array(old.utf8)), radix: 16)
    try put("pre-commit", old + "# checksum \(sum)\n", 0o755, career)
    let status = try career.cvgit("hooks", "status")
    #expect(status.status == 1)
    #expect(status.output.contains("pre-commit          installed from another version\n"))
    try career.expectDone(career.cvgit("hooks", "install"))
    #expect(try career.cvgit("hooks", "status").status == 0)
    #expect(try career.scratch.text(".git/hooks/pre-commit") == Hook.preCommit.script)
  }

  @Test(arguments: Hook.allCases)
  func `an edited hook is never changed`(hook: Hook) throws {
    let career = try HookScratch()
    let edited = hook.script.replacingOccurrences(of: "\n\n", with: "\necho mine >&2\n\n")
    try put(hook.rawValue, edited, 0o755, career)
    for action in ["install", "uninstall"] {
      let run = try career.cvgit("hooks", action)
      #expect(run.status == 1)
      #expect(run.errors.contains(", since they were edited: \(hook.rawValue)\nhint:"))
      #expect(try career.scratch.text(".git/hooks/\(hook.rawValue)") == edited)
    }
    let status = try career.cvgit("hooks", "status").output
    #expect(status.contains(" installed, and edited\n"))
    try put(hook.rawValue, "#!/bin/sh\n# cvgit: x\nexit 0\n", 0o755, career)
    #expect(try career.cvgit("hooks", "status").output.contains("edited, and no longer runs cvgit"))
  }

  @Test func `status shows what git will run, and fails if that is not the check`() throws {
    let career = try HookScratch()
    func pre() throws -> (status: Int32, words: String) {
      let run = try career.cvgit("hooks", "status")
      let line = run.output.split(separator: "\n").first { $0.contains("pre-commit ") } ?? ""
      return (run.status, String(line.dropFirst(22)))
    }
    #expect(try pre() == (0, "installed"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: career.path + "/.git/hooks/pre-commit")
    #expect(try pre() == (1, "not executable, so git ignores it"))
    for (file, text, good) in [
      (".husky/pre-commit", "echo lint\n", "npx cvgit --quiet validate --staged\n"),
      (
        "lefthook.yml", "pre-commit:\n",
        "pre-commit:\n  commands:\n    cvgit:\n      run: cvgit --quiet validate --staged\n"
      ),
      (".pre-commit-config.yaml", "# cvgit-validate\nrepos: []\n", "  - id: cvgit-validate\n"),
    ] {
      let isHusky = file.hasPrefix(".husky")
      let folder = isHusky ? ".husky/_" : "hooks-\(file.filter(\.isLetter))"
      let name = isHusky ? "husky" : file == "lefthook.yml" ? "lefthook" : "pre-commit"
      let mark =
        [
          "lefthook": "call_lefthook",
          "pre-commit": "File generated by pre-commit: https://pre-commit.com",
        ][name] ?? ""
      try career.scratch.git("config", "core.hooksPath", folder)
      try career.scratch.write("\(folder)/pre-commit", "#!/bin/sh\n# \(mark)\n")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: "\(career.path)/\(folder)/pre-commit")
      try career.scratch.write(file, text)
      #expect(try pre() == (1, "managed by \(name), which does not run cvgit"))
      try career.scratch.write(file, good)
      #expect(try pre().words == "run by \(name)")
    }
  }

  @Test func `install records another folder, which the hooks then check`() throws {
    let career = try HookScratch(installs: false)
    try career.scratch.git("mv", "cv", "resume")
    let before = try career.cvgit("--root", "resume", "hooks", "status")
    #expect(before.status == 1 && before.output.contains("folder              cv, not resume\n"))
    let run = try career.cvgit("--root", "resume", "hooks", "install")
    #expect(run.output.hasPrefix("set cvgit.root in git's config: resume\n"))
    #expect(try career.git("commit", "--quiet", "-m", "moved").status == 0)
    try career.stage("resume/publications/a.yaml", HookScratch.broken)
    let commit = try career.git("commit", "-m", "x")
    #expect(commit.status != 0)
    #expect(
      commit.errors.hasSuffix(
        """
        error: cvgit stopped this commit
        hint: correct the records and "git add" them; "git commit --no-verify" skips the check

        """))
    #expect(try career.cvgit("hooks").status == 0)
  }

  @Test func `core.hooksPath inside the repository is used`() throws {
    let career = try HookScratch(installs: false)
    try career.scratch.git("config", "core.hooksPath", ".githooks")
    #expect(
      try career.cvgit("hooks", "install").output.contains("installed in .githooks: pre-commit"))
    try career.stage("cv/publications/a.yaml", HookScratch.broken)
    #expect(try career.git("commit", "-m", "x").status != 0)
  }

  @Test func `a folder outside the repository is never written to`() throws {
    let career = try HookScratch(installs: false)
    let outside = career.scratch.outside("hooks")
    try career.scratch.git("config", "core.hooksPath", outside)
    let run = try career.cvgit("hooks", "install")
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "add to \(outside)/pre-commit:\n  cvgit --quiet validate --staged || exit\n"))
    #expect(!FileManager.default.fileExists(atPath: outside))
    try career.scratch.git("config", "core.hooksPath", ".githooks")
    try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
    try career.scratch.link(".githooks", to: outside)
    #expect(try career.cvgit("hooks", "install").status == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside) == [])
  }

  @Test(arguments: [
    ("#!/bin/sh\n. \"$(dirname -- \"$0\")/_/husky.sh\"\n", "add to .husky/pre-commit:"),
    ("#!/bin/sh\ncall_lefthook run \"pre-commit\" \"$@\"\n", "add to lefthook.yml:"),
    (
      "#!/usr/bin/env bash\n# File generated by pre-commit: https://pre-commit.com\n",
      "add under \"repos\" in .pre-commit-config.yaml:"
    ),
  ])
  func `a hook manager's file is left alone`(text: String, advice: String) throws {
    let career = try HookScratch(installs: false)
    try put("pre-commit", text, 0o755, career)
    let run = try career.cvgit("hooks", "install")
    #expect(run.status == 1)
    #expect(run.errors.contains(advice))
    #expect(
      run.output.contains(
        "installed in .git/hooks: pre-merge-commit, prepare-commit-msg, pre-push\n"))
    #expect(try career.scratch.text(".git/hooks/pre-commit") == text)
  }

  @Test func `husky's own folder is unchanged`() throws {
    let career = try HookScratch(installs: false)
    try career.scratch.git("config", "core.hooksPath", ".husky/_")
    let run = try career.cvgit("hooks", "install")
    #expect(run.status == 1)
    #expect(
      run.errors.contains("add to .husky/prepare-commit-msg:\n  cvgit --quiet propose \"$@\"\n"))
    #expect(!FileManager.default.fileExists(atPath: career.path + "/.husky"))
  }

  @Test func `a fresh clone reports what is missing, and one command fixes it`() throws {
    var career = try HookScratch()
    try career.expectDone(career.cvgit("hooks", "install", "--attributes"))
    #expect(try career.scratch.text(".gitattributes") == "/cv/**/*.yaml diff=cvgit\n")
    try career.scratch.commit("attributes")
    let clone = try ScratchRepository(cloning: career.scratch)
    let status = try BuiltProgram.run(
      ["hooks", "status"], in: clone.path, environment: clone.environment)
    #expect(status.status == 1)
    #expect(
      status.output.contains(
        "git diff            .gitattributes names cvgit, but this clone is not set up"))
    #expect(status.errors == "hint: run \"cvgit hooks install\"\n")
    _ = try BuiltProgram.run(["hooks", "install"], in: clone.path, environment: clone.environment)
    let after = try BuiltProgram.run(
      ["hooks", "status"], in: clone.path, environment: clone.environment)
    #expect(after.status == 0)
  }

  @Test func `a bare repository is rejected`() throws {
    let bare = try ScratchRepository("--bare")
    let run = try BuiltProgram.run(
      ["hooks", "install"], in: bare.path, environment: bare.environment)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("error: a bare repository has no commits to check\nhint:"))
  }

  /// The folders in which `uvx cvgit` installs programs: the default one, and one set by a
  /// variable.
  @Test(arguments: [".cache/uv/archive-v0/8dxUq/bin", "moved/environments-v2/cvgit-1f/bin"])
  func `a path in a cache is not recorded`(_ folder: String) throws {
    let career = try HookScratch(installs: false)
    let files = FileManager.default
    func program(_ folder: String) throws -> String {
      let path = career.scratch.outside(folder)
      try files.createDirectory(atPath: path, withIntermediateDirectories: true)
      try files.createSymbolicLink(
        atPath: path + "/cvgit", withDestinationPath: folder == "bin" ? "/bin/true" : "../cvgit")
      return path
    }
    let cached = try program(folder)
    try Data().write(to: URL(fileURLWithPath: cached + "/../cvgit"))
    try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: cached + "/../cvgit")
    var variables = career.scratch.environment
    variables["UV_CACHE_DIR"] = career.scratch.outside("moved")
    variables["PATH"] = cached + ":/usr/bin:/bin"
    func install() -> CVGitProgram.Run {
      var surroundings = Surroundings(environment: variables, directory: career.path)
      surroundings.findExecutable = { cached + "/cvgit" }
      return CVGitProgram.run(["hooks", "install"], surroundings)
    }
    let run = install()
    #expect(run.status == .findings)
    #expect(
      run.messages == """
        this cvgit is in a cache, where the hooks may not find it later: \(cached)/cvgit
        hint: install it, for example with "uv tool install cvgit" or "pipx install cvgit"

        """)
    let setting = try career.git("config", "cvgit.program")
    #expect(setting.status == 1)

    // The same cache, with a permanent program beside it.
    let lasting = try program("bin")
    variables["PATH"] = "\(cached):\(lasting):/usr/bin:/bin"
    #expect(install().status == .done)
    #expect(try career.git("config", "cvgit.program").output == lasting + "/cvgit\n")
  }
}
