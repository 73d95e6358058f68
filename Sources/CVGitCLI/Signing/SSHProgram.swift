internal import CVModel
internal import Git

/// OpenSSH: `ssh-keygen -Y sign -n git -f KEY FILE`, which writes `FILE.sig`.
struct SSHProgram: SigningProgram {
  private let program: String
  private let key: Key

  private enum Key {
    case file(String)
    /// A public key whose private half is in an agent.
    case literal(String)
  }

  /// - Parameters:
  ///   - home: the folder for `~` in the key's path.
  ///   - folder: the folder for relative paths.
  init(_ configuration: Configuration, home: String?, folder: String) throws {
    program = configuration.string("gpg.ssh.program") ?? "ssh-keygen"
    guard let key = configuration.string("user.signingkey"), !key.isEmpty else {
      throw Failure(
        "user.signingKey needs to be set for ssh signing",
        hint: "run 'git config user.signingKey ~/.ssh/id_ed25519.pub'")
    }
    if key.hasPrefix("key::") {
      self.key = .literal(String(key.dropFirst("key::".count)))
    } else if key.hasPrefix("ssh-") {
      self.key = .literal(key)
    } else if key.hasPrefix("~/"), let home {
      self.key = .file(home + key.dropFirst())
    } else {
      self.key = .file(key.hasPrefix("/") ? key : folder + "/" + key)
    }
  }

  func sign(
    _ payload: [UInt8], environment: [String: String], in folder: borrowing PrivateFolder
  ) throws -> [UInt8] {
    try folder.write(payload, to: "payload")
    var arguments = ["-Y", "sign", "-n", "git", "-f"]
    switch key {
    case .file(let path): arguments.append(path)
    case .literal(let text):
      try folder.write(Array((text + "\n").utf8), to: "key")
      arguments += [folder.place("key"), "-U"]
    }
    let run = try ProgramRun(
      program, arguments + [folder.place("payload")], environment: environment)
    guard run.status == 0, let signature = folder.content(of: "payload.sig"), !signature.isEmpty
    else { throw failure(program, run) }
    return signature
  }
}
