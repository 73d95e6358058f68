internal import Git

/// GnuPG, or for X.509 its `gpgsm`: `PROGRAM --status-fd=2 -bsau KEY`.
struct OpenPGPProgram: SigningProgram {
  private let program: String
  private let key: String

  init(_ configuration: Configuration, format: String, identity: Signature) {
    let named = configuration.string("gpg.\(format).program")
    let oldName = format == "openpgp" ? configuration.string("gpg.program") : nil
    program = named ?? oldName ?? (format == "openpgp" ? "gpg" : "gpgsm")
    key = configuration.string("user.signingkey") ?? "\(identity.name) <\(identity.email)>"
  }

  func sign(
    _ payload: [UInt8], environment: [String: String], in folder: borrowing PrivateFolder
  ) throws -> [UInt8] {
    let run = try ProgramRun(
      program, ["--status-fd=2", "-bsau", key], input: payload, environment: environment)
    // It may exit with 0 without signing; git checks for this line too.
    let isCreated = run.errors.split(whereSeparator: \.isNewline)
      .contains { $0.hasPrefix("[GNUPG:] SIG_CREATED ") }
    guard run.status == 0, isCreated, !run.output.isEmpty else { throw failure(program, run) }
    return run.output
  }
}
