import Fixtures
import Foundation
import Git
import Testing

/// Only root can give a repository to another user.
@Suite(.enabled(if: geteuid() == 0, "needs root, to give a repository to another user"))
struct OwnershipTests {
  @Test func `a repository of another user is rejected as in git`() throws {
    let scratch = try ScratchRepository.ofAnotherUser()
    let error = #expect(throws: GitError.self) { try scratch.open() }
    let message = "detected dubious ownership in repository at '\(scratch.path)'"
    #expect(error?.description == message)
    #expect(error?.hint?.contains("git config --global --add safe.directory") == true)
    let failure = #expect(throws: GitFailure.self) { try scratch.git("status") }
    #expect(failure?.run.errors.contains(message) == true)
  }

  @Test(arguments: ["*", "PATH"])
  func `safe.directory in the environment or the user's configuration makes it safe`(
    value: String
  ) throws {
    let scratch = try ScratchRepository.ofAnotherUser()
    let value = value == "PATH" ? scratch.path : value
    let variables = [
      "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": value,
    ]
    #expect(throws: Never.self) { try scratch.open(in: "", variables) }
    try scratch.git("config", "--global", "safe.directory", value)
    #expect(throws: Never.self) { try scratch.open() }
    try scratch.git("config", "--global", "--add", "safe.directory", "")
    #expect(throws: GitError.self) { try scratch.open() }
  }

  @Test func `the repository's own settings cannot make it safe`() throws {
    let scratch = try ScratchRepository.ofAnotherUser()
    let file = URL(fileURLWithPath: scratch.path + "/.git/config")
    let content = try Data(contentsOf: file) + Data("[safe]\n\tdirectory = *\n".utf8)
    try content.write(to: file)
    #expect(throws: GitError.self) { try scratch.open() }
  }

  @Test func `an explicit GIT_DIR and the user behind sudo are trusted, as in git`() throws {
    let scratch = try ScratchRepository.ofAnotherUser()
    #expect(throws: Never.self) { try scratch.open(in: "", ["GIT_DIR": ".git"]) }
    #expect(throws: Never.self) { try scratch.open(in: "", ["SUDO_UID": "65534"]) }
    #expect(try scratch.git("rev-parse", "--git-dir", with: ["SUDO_UID": "65534"]) == ".git")
    #expect(throws: GitError.self) { try scratch.open(in: "", ["SUDO_UID": "1234"]) }
  }
}

extension ScratchRepository {
  fileprivate static func ofAnotherUser() throws -> ScratchRepository {
    let scratch = try ScratchRepository()
    for path in [scratch.path, scratch.path + "/.git"] {
      try FileManager.default.setAttributes([.ownerAccountID: 65534], ofItemAtPath: path)
    }
    return scratch
  }
}
