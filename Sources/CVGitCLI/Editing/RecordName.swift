internal import CVModel

/// The record that an argument names: `KIND/ID`, `profile`, or `document`.
struct RecordName {
  let key: EntryKey
  let kind: Kind

  init(_ argument: String, in schema: Schema) throws {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    kind = try Self.kind(parts[0], in: schema)
    switch (kind.role, parts.count) {
    case (.file, 1): key = kind.name == EntryKey.profile.kind ? .profile : .document
    case (.file, _):
      throw Failure("\(quoted(kind.name)) is one record", hint: "write \(quoted(kind.name))")
    case (_, 2) where EntryKey.isValidID(parts[1]): key = EntryKey(kind: kind.name, id: parts[1])
    case (_, 1):
      throw Failure(
        "\(quoted(argument)) names no record", hint: "write \(quoted("\(argument)/ID"))")
    default:
      throw Failure(
        "\(quoted(argument)) is no KIND/ID", hint: "ids are a-z, 0-9 and single hyphens")
    }
  }

  /// A kind by its name.
  static func kind(_ name: String, in schema: Schema) throws -> Kind {
    if let kind = schema[name] { return kind }
    let names = schema.kinds.map(\.name)
    throw Failure(
      "unknown kind \(quoted(name))",
      hint: suggestion(for: name, among: names).map { "did you mean \(quoted($0))?" }
        ?? "kinds: \(names.joined(separator: ", "))")
  }
}

extension FieldAssignment {
  /// Reads the arguments of a command.
  static func all(_ arguments: [String]) throws -> [FieldAssignment] {
    try arguments.map { argument in
      guard let assignment = FieldAssignment(argument) else {
        throw Failure("\(quoted(argument)) is no FIELD=VALUE", hint: "such as \"status=Accepted\"")
      }
      return assignment
    }
  }
}

extension Failure {
  init(_ refusal: EditRefusal) { self.init(refusal.message, hint: refusal.hint) }
}
