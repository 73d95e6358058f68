internal import CVHistory
internal import CVModel

extension CVRepository {
  /// The built-in kinds, and those that the work tree defines.
  func workTreeSchema() throws -> Schema { try schema(of: .workTree) }

  /// The built-in kinds, and those that a version defines.
  func schema(of version: CVVersion) throws -> Schema {
    let files = try files(in: "kinds", at: version, limit: 1 << 20)
    return Schema.builtIn.adding(
      CVReader(root: "").kinds(
        files.filter { $0.key.hasSuffix(".yaml") }.sorted { $0.key < $1.key }
          .map { SourceFile(path: "kinds/\($0.key)", content: .bytes($0.value)) }))
  }
}
