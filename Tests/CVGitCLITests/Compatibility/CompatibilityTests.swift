import CVGitCLI
import Fixtures
import Foundation
import Testing

/// What earlier releases wrote stays readable: snapshots, changelogs and hooks.
///
/// `0.1.0/` holds a repository that cvgit 0.1.0 made, as `git fast-export` printed it, and its
/// installed hooks.
@Suite struct CompatibilityTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("0.1.0")

  private func repository() throws -> ScratchRepository {
    let scratch = try ScratchRepository()
    let history = try Data(contentsOf: Self.folder.appendingPathComponent("repository.fast-export"))
    try scratch.git("fast-import", "--quiet", input: history)
    try scratch.git("reset", "--hard", "--quiet")
    let hooks = try FileManager.default.contentsOfDirectory(
      at: Self.folder.appendingPathComponent("hooks"), includingPropertiesForKeys: nil)
    for hook in hooks {
      let place = ".git/hooks/" + hook.lastPathComponent
      try scratch.write(place, Data(contentsOf: hook))
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: scratch.path + "/" + place)
    }
    return scratch
  }

  @Test func `a snapshot of an earlier release is not altered`() throws {
    let scratch = try repository()
    let run = scratch.cvgit("snapshot", "verify")
    #expect(run.status == .done)
    #expect(run.lines.count { $0.contains("rendered by another version") } == 2)
    #expect(!run.output.contains("altered"))
  }

  @Test func `a snapshot of an earlier release is listed, shown, compared and exported`() throws {
    let scratch = try repository()
    #expect(scratch.cvgit("snapshot", "list").output.contains("Grant report 2024"))
    let shown = scratch.cvgit("snapshot", "show", "2024-10-01-grant-report-2024")
    #expect(shown.status == .done)
    #expect(shown.output.contains("letter.txt"))
    let news = scratch.cvgit("diff", "snapshot/2024-07-01-example-university-search..HEAD")
    #expect(news.output.contains("Accepted → Published"))
    let archive = scratch.outside("sent.zip")
    let export = scratch.cvgit(
      "snapshot", "export", "2024-10-01-grant-report-2024", "-o", archive)
    #expect(export.status == .done)
    #expect(FileManager.default.fileExists(atPath: archive))
  }

  @Test func `the changelog of an earlier release is current`() throws {
    let run = try repository().cvgit("changelog", "--check")
    #expect(run.status == .done)
  }

  @Test func `the hooks of an earlier release are recognized and updated`() throws {
    let scratch = try repository()
    let status = scratch.cvgit("hooks", "status").output
    for hook in ["pre-commit", "pre-merge-commit", "prepare-commit-msg"] {
      #expect(
        status.split(separator: "\n").contains {
          $0.contains(" \(hook) ") && $0.contains("installed from another version")
        })
    }
    #expect(scratch.cvgit("hooks", "install").status == .done)
    #expect(!scratch.cvgit("hooks", "status").output.contains("from another version"))
  }
}
