import CVGitCLI
import Fixtures
import Foundation
import Testing

@Suite struct SnapshotSigningTests {
  private static let name = "snapshot/2024-03-01-mit"

  private static func hasProgram(_ name: String) -> Bool {
    ["/usr/bin/", "/usr/local/bin/", "/bin/"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + name)
    }
  }

  private func run(
    _ scratch: borrowing ScratchRepository, _ program: String, _ arguments: String...
  ) throws {
    let run = try ProcessRun.run(
      program, arguments, in: scratch.path, environment: scratch.environment)
    #expect(run.status == 0, "\(program): \(run.errors)")
  }

  private func expectSigned(_ scratch: borrowing ScratchRepository) throws {
    let made = scratch.snapshot("--for", "MIT")
    #expect(made.status == .done, "\(made.messages)")
    let check = try scratch.git(in: scratch.path, ["tag", "--verify", Self.name])
    #expect(check.status == 0, "\(check.errors)")
    #expect(check.errors.contains("Good"))
    #expect(scratch.snapshot("verify").status == .done)
    #expect(scratch.snapshot("show", "2024").output.contains("signed    yes;"))
    #expect(try scratch.git("fsck", "--strict", "--no-dangling").isEmpty)
  }

  @Test(.enabled(if: hasProgram("gpg"), "gnupg is not there"))
  func `git accepts an OpenPGP signature`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    let home = scratch.outside("home/.gnupg")
    try FileManager.default.createDirectory(
      atPath: home, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    try run(
      scratch, "gpg", "--batch", "--quiet", "--pinentry-mode", "loopback", "--passphrase", "",
      "--quick-generate-key", "Ada Lovelace <ada@example.org>", "ed25519", "sign", "never")
    try scratch.git("config", "tag.gpgSign", "true")
    try expectSigned(scratch)
    // git runs the program by its path, without a shell: a space in it is not a separator.
    try FileManager.default.createDirectory(
      atPath: scratch.outside("my programs"), withIntermediateDirectories: false)
    let wrapper = scratch.outside("my programs/gpg $(touch owned)")
    try Data("#!/bin/sh\nexec gpg \"$@\"\n".utf8).write(to: URL(fileURLWithPath: wrapper))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: wrapper)
    try scratch.git("config", "gpg.program", wrapper)
    let second = scratch.snapshot("--for", "MIT", "--at", "HEAD")
    #expect(second.output == Self.name + "-2\n", "\(second.messages)")
    try scratch.git("tag", "--verify", Self.name + "-2")
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/owned"))
    try scratch.git("config", "user.signingKey", "nobody@example.org")
    expectNoTag(scratch, "failed to sign the tag")
    try run(scratch, "gpgconf", "--kill", "gpg-agent")
  }

  @Test(.enabled(if: hasProgram("ssh-keygen"), "openssh-client is not there"))
  func `git accepts an SSH signature`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    let key = scratch.outside("home/id")
    try run(scratch, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key)
    let publicKey = try String(contentsOfFile: key + ".pub", encoding: .utf8)
    try Data("ada@example.org \(publicKey)".utf8)
      .write(to: URL(fileURLWithPath: scratch.outside("home/allowed")))
    try scratch.git("config", "gpg.ssh.allowedSignersFile", scratch.outside("home/allowed"))
    try scratch.git("config", "gpg.format", "ssh")
    try scratch.git("config", "tag.forceSignAnnotated", "true")
    expectNoTag(scratch, "user.signingKey needs to be set for ssh signing")
    try scratch.git("config", "user.signingKey", "~/id.pub")
    try expectSigned(scratch)
    try scratch.git("config", "user.signingKey", scratch.outside("home/no-such-key"))
    expectNoTag(scratch, "\"ssh-keygen\" failed to sign the tag")
    try scratch.git("config", "gpg.ssh.program", "no-such-program")
    expectNoTag(scratch, "cannot run 'no-such-program'")
    try scratch.git("config", "gpg.format", "pencil")
    expectNoTag(scratch, "invalid value for 'gpg.format'")
  }

  /// Expects that a failing signer creates no tag.
  private func expectNoTag(_ scratch: borrowing ScratchRepository, _ words: String) {
    let run = scratch.snapshot("--for", "unsigned")
    #expect(run.status == .failure && run.output.isEmpty)
    #expect(run.messages.contains(words), "\(run.messages)")
    #expect(scratch.snapshot("show", "2024-03-01-unsigned").status == .failure)
  }

  @Test func `a program that falsely reports a signature creates no tag`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    try scratch.git("config", "tag.gpgSign", "true")
    for (program, words) in [
      ("true", "\"true\" failed"), ("false", "\"false\" failed"),
      ("/nowhere/gpg", "no such program"),
    ] {
      try scratch.git("config", "gpg.program", program)
      expectNoTag(scratch, words)
    }
    #expect(try scratch.git("tag").isEmpty)
  }
}
