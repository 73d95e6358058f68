internal import CVModel
internal import Text

/// A record named by an argument: `KIND/ID`, `profile`, or `document`.
struct RecordName {
  let key: EntryKey
  let kind: Kind

  init(_ argument: String, in schema: Schema) throws {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    kind = try Self.kind(parts[0], in: schema)
    switch (kind.role, parts.count) {
    case (.file, 1): key = kind.name == EntryKey.profile.kind ? .profile : .document
    case (.file, _):
      throw Failure(
        "expected \(quoted(kind.name)), found \(quoted(argument))",
        hint: "there is only one \(kind.singular)")
    case (_, 2) where EntryKey.isValidID(parts[1]): key = EntryKey(kind: kind.name, id: parts[1])
    case (_, 1):
      throw Failure(
        "expected KIND/ID, found \(quoted(argument))", hint: "write \(quoted("\(argument)/ID"))")
    default:
      throw Failure(
        "expected KIND/ID, found \(quoted(argument))",
        hint: "an ID consists of a-z, 0-9 and single hyphens")
    }
  }

  /// A record named as any command takes it: by its path, as `KIND/ID`, or by a unique ID.
  init(_ argument: String, in files: RecordFiles) throws {
    let schema = files.reading.cv.schema
    switch try EntryNames(files.cv, files.reading).term(argument) {
    case .entry(let key)?: try self.init(key.description, in: schema, key)
    case .kind(let kind)?: try self.init(kind, in: schema)
    case nil: try self.init(argument, in: schema)
    }
  }

  /// - Parameter key: what the name was found to be.
  private init(_ name: String, in schema: Schema, _ key: EntryKey) throws {
    if [.profile, .document].contains(key) {
      try self.init(key.kind, in: schema)
    } else {
      try self.init(name, in: schema)
    }
  }

  /// The kind with a name, its singular or plural, or the beginning of one.
  static func kind(_ name: String, in schema: Schema) throws -> Kind {
    if let kind = try EntryNames.kind(name, in: schema) { return kind }
    let names = schema.kinds.map(\.name)
    throw Failure(
      "unknown kind \(quoted(name))",
      hint: suggestion(for: name, among: names).map { "did you mean \(quoted($0))?" }
        ?? "kinds: \(names.joined(separator: ", "))")
  }
}

extension FieldAssignment {
  /// Parses the arguments of a command.
  static func all(_ arguments: [String]) throws -> [FieldAssignment] {
    try arguments.map { argument in
      guard let assignment = FieldAssignment(argument) else {
        throw Failure(
          "expected FIELD=VALUE, found \(quoted(argument))",
          hint: "write it as \"status=Accepted\"")
      }
      return assignment
    }
  }
}

extension Failure {
  init(_ refusal: EditRefusal) { self.init(refusal.message, hint: refusal.hint) }
}
