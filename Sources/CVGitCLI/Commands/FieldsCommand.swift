internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// `cvgit fields`.
struct FieldsCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields",
    abstract: "List the fields of a kind, with what they take",
    discussion: """
      A star marks a field that an entry must have. Without a kind, lists the kinds.

      Examples:
        cvgit fields publications
        cvgit fields
      """)

  static let usesPager = true

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Kind, such as publications")
  var kind: String?

  func run(in session: inout Session) throws -> ExitStatus {
    let isInRepository = try session.isInRepository
    let schema =
      isInRepository ? try session.openCV(isDetecting: false).schemaToShow() : Schema.builtIn
    let renderer = FieldsTextRenderer(width: session.surroundings.width)
    guard let kind else {
      session.print(renderer.kinds(schema))
      return .done
    }
    session.print(renderer.fields(try RecordName.kind(kind, in: schema)))
    return .done
  }
}

extension CVRepository {
  /// The built-in kinds and those of the work tree, or of `HEAD` if there is none.
  func schemaToShow() throws -> Schema {
    try repository.isBare ? schema(of: versionToShow(nil).version) : workTreeSchema()
  }
}
