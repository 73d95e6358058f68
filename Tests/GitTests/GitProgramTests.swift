import Fixtures
import Foundation
import Git
import Testing

@Suite struct GitProgramTests {
  @Test func `without git there is one clear error`() throws {
    let scratch = try ScratchRepository()
    let error = #expect(throws: GitError.self) {
      try scratch.open(in: "", ["PATH": scratch.outside("home")]).configuration
    }
    #expect(error?.description == "git is not installed, or not on PATH")
    #expect(error?.hint == "install git 2.30 or newer")
  }

  @Test func `a git that is too old is rejected`() throws {
    let scratch = try ScratchRepository()
    let folder = try scratch.program(
      """
      case "$*" in *version) echo "git version 2.29.3";; *) echo "error: unknown option" >&2; exit 129;; esac
      """)
    let error = #expect(throws: GitError.self) {
      try scratch.open(in: "", ["PATH": "\(folder):/usr/bin:/bin"]).configuration
    }
    #expect(error?.description == "git 2.29.3 is too old: expected 2.30 or newer")
  }

  @Test func `git is asked once for each fact, and only if needed`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    try scratch.commit("one")
    try scratch.git("tag", "v1")
    let folder = try scratch.program("echo \"$*\" >> \"$HOME/asked\"; exec /usr/bin/git \"$@\"")
    let repository = try scratch.open(in: "", ["PATH": "\(folder):/usr/bin:/bin"])
    func asked() -> Int {
      let text = FileManager.default.contents(atPath: scratch.outside("home/asked")) ?? Data()
      return text.split(separator: 10).count
    }
    let head = try #require(try repository.headCommit())
    for name in ["HEAD", "main", "v1", "refs/heads/main", head.id.hex] {
      #expect(try repository.resolve(name) == head.id)
    }
    #expect(try repository.files(in: head.tree).count == 1)
    #expect(asked() == 0)
    _ = (try repository.configuration, try repository.configuration)
    #expect(asked() == 1)
    _ = (
      try repository.workTreeFiles(), try repository.workTreeFiles(), try repository.hasChanges()
    )
    #expect(asked() == 3)
  }

  @Test func `git's output is drained, however long it is`() throws {
    let scratch = try ScratchRepository()
    let folder = try scratch.program(
      """
      if [ "$3" = config ]; then
        i=0; while [ $i -lt 3000 ]; do echo "warning: $i $(printf '%0100d' 0)" >&2; i=$((i+1)); done
      fi
      exec /usr/bin/git "$@"
      """)
    let repository = try scratch.open(in: "", ["PATH": "\(folder):/usr/bin:/bin"])
    #expect(try repository.workTree == scratch.path)
  }

  @Test func `a reading command takes no lock and leaves the index as it was`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    try scratch.commit("one")
    // The index has an older time than the file, so git would refresh it.
    try scratch.git("update-index", "--refresh")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)],
      ofItemAtPath: scratch.path + "/cv/a.yaml")
    let index = scratch.path + "/.git/index"
    let before = FileManager.default.contents(atPath: index)
    #expect(try !scratch.open().hasChanges())
    #expect(FileManager.default.contents(atPath: index) == before)
  }
}

extension ScratchRepository {
  /// A program called git, in a separate folder, which is returned.
  fileprivate func program(_ script: String) throws -> String {
    let folder = outside("programs")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(("#!/bin/sh\n" + script + "\n").utf8)
      .write(to: URL(fileURLWithPath: folder + "/git"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder + "/git")
    return folder
  }
}
