internal import CVModel
internal import Git
internal import Text

/// Signs tags as git does if configured: `tag.gpgSign`, `tag.forceSignAnnotated`.
struct TagSigner {
  private let program: any SigningProgram
  private let environment: [String: String]

  /// Nil if signing is not configured.
  ///
  /// - Parameter identity: selects the key if none is configured.
  init?(_ repository: Repository, identity: Signature, surroundings: Surroundings) throws {
    let configuration = try repository.configuration
    let asks = try ["tag.gpgsign", "tag.forcesignannotated"].contains {
      try configuration.bool($0) ?? false
    }
    guard asks else { return nil }
    environment = surroundings.environment
    let format = configuration.string("gpg.format") ?? "openpgp"
    switch format {
    case "openpgp", "x509":
      program = OpenPGPProgram(configuration, format: format, identity: identity)
    case "ssh":
      program = try SSHProgram(
        configuration, home: environment["HOME"],
        folder: try repository.workTree ?? repository.gitDirectory)
    default:
      throw Failure(
        "invalid value for 'gpg.format': '\(format)'", hint: "git supports openpgp, x509 and ssh")
    }
  }

  /// The signature of a tag's bytes.
  ///
  /// - Throws: the program's own message, if it fails.
  func sign(_ payload: [UInt8]) throws -> [UInt8] {
    let folder = try PrivateFolder(environment)
    let signature = try program.sign(payload, environment: environment, in: folder)
    // A program on Windows adds CRs, which would change the signature.
    return signature.filter { $0 != UInt8(ascii: "\r") }
  }
}

/// A program that signs, run as git runs it.
protocol SigningProgram {
  func sign(
    _ payload: [UInt8], environment: [String: String], in folder: borrowing PrivateFolder
  ) throws -> [UInt8]
}

extension SigningProgram {
  /// git's message for a failure, with the program's own.
  func failure(_ program: String, _ run: ProgramRun) -> Failure {
    let said = run.errors.split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("[GNUPG:]") }.joined(separator: "; ")
    return Failure(
      "\(quoted(program)) failed to sign the tag" + (said.isEmpty ? "" : ": \(said)"),
      hint: "no snapshot was made; see 'git config --get-regexp \"^(gpg|user.signingkey|tag)\"'")
  }
}
