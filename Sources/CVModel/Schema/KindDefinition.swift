internal import Text

/// A custom kind, as defined in `kinds/NAME.yaml`.
extension Kind {
  /// The kind that a record defines; nil without `fields`. A field with an invalid type accepts any
  /// value.
  ///
  /// The common fields cannot be redefined: a custom `private` would hide nothing.
  package init?(definedBy entry: Entry) {
    guard case .map(let definitions)? = entry["fields"] else { return nil }
    let common = Self.commonFields.map(\.name)
    var fields = definitions.filter { !common.contains($0.key) }.sorted { $0.key < $1.key }
      .map { name, definition in
        Field(
          name, FieldType(definition: definition) ?? .any,
          isRequired: ["true", "yes"].contains(definition["required"]?.text?.lowercased()))
      }
    guard !fields.isEmpty else { return nil }
    let date = entry["date"]?.text
    let names = entry["name"]?.items.compactMap(\.text) ?? []
    let rank = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    fields.sort {
      (rank[$0.name] ?? names.count, $0.name) < (rank[$1.name] ?? names.count, $1.name)
    }
    if date == Self.periodWord {
      fields += [Field("start", .date), Field("end", .end), Field("expected", .date)]
        .filter { period in !fields.contains { $0.name == period.name } }
    }
    let label = entry["label"]
    let people = entry["people"]?.text
    self.init(
      entry.key.id, one: label?["one"]?.text ?? entry.key.id,
      many: label?["many"]?.text ?? entry.key.id, name: names,
      date: date == Self.periodWord ? nil : date, people: people, isOfWorks: people != nil,
      fields: fields)
  }

  /// The value of `date:` for a kind with a period.
  static let periodWord = "period"
}

extension FieldType {
  /// The types that a definition may name without further settings.
  static let definable: [FieldType] =
    [
      .text, .lines, .paragraphs, .texts, .bullets, .date, .people, .score, .count, .counts, .money,
      .url,
      .email, .emails,
      .links, .tags, .integer,
    ] + IdentifierScheme.allCases.map(FieldType.identifier)

  package static var definableNames: [String] {
    definable.map(\.name) + ["choice", "status", "reference"]
  }

  /// The type of a definition: `{type: choice, values: [oil, print]}`, `{type: status, lifecycle:
  /// grant}`, `{type: reference, kind: publications}`, or only the name of a type.
  init?(definition: Plain) {
    guard let name = (definition["type"] ?? definition).text else { return nil }
    switch name {
    case "choice":
      let values = definition["values"]?.items.compactMap(\.text) ?? []
      guard !values.isEmpty else { return nil }
      self = .choice(values)
    case "status":
      let wanted = definition["lifecycle"]?.text
      guard let lifecycle = Lifecycle.all.first(where: { $0.name == wanted }) else { return nil }
      self = .status(lifecycle)
    case "reference":
      self = .reference(kind: definition["kind"]?.text)
    default:
      guard let type = Self.definable.first(where: { $0.name == name }) else { return nil }
      self = type
    }
  }
}

/// Reads the fields of a custom kind.
extension ValueReader {
  private static let definitionKeys = ["type", "required", "values", "lifecycle", "kind"]

  mutating func definitions(_ value: Plain) -> Meaning? {
    guard case .map(let pairs) = value, !pairs.isEmpty else {
      refuseShape(value, wanted: type.phrase)
      return nil
    }
    for (name, definition) in pairs.sorted(by: { $0.key < $1.key }) {
      if !EntryKey.isValidID(name) {
        refuse(
          "invalid field name \(quoted(name))", hint: "use a-z, 0-9 and single hyphens",
          at: .key(name))
      }
      path = [.value(name)]
      self.definition(definition)
      path = []
    }
    return .plain(value)
  }

  private mutating func definition(_ definition: Plain) {
    switch definition {
    case .scalar(""): refuseMissingType()
    case .scalar(let name): checkType(name, definition)
    case .list: refuseShape(definition, wanted: "a type, or a mapping such as {type: text}")
    case .map(let pairs):
      refuseKeys(of: pairs, but: Self.definitionKeys)
      _ = flag(pairs, "required")
      guard let type = pairs["type"] else {
        if !holdsMisspelling(of: "type", pairs, among: Self.definitionKeys) { refuseMissingType() }
        return
      }
      guard let name = scalar(type, wanted: "a type's name", at: .value("type")) else { return }
      checkType(name, definition, at: .value("type"))
    }
  }

  private mutating func refuseMissingType() {
    refuse("a field without a type", hint: "add \"type: text\"", rule: "required")
  }

  /// Reports an unknown type, or one that needs more than its name.
  private mutating func checkType(_ name: String, _ definition: Plain, at steps: Misread.Step...) {
    let outer = path
    defer { path = outer }
    path += steps
    guard FieldType.definableNames.contains(name) else {
      return refuse(
        "unknown type \(quoted(name))",
        hint: didYouMean(name, among: FieldType.definableNames)
          ?? "one of: \(FieldType.definableNames.joined(separator: ", "))")
    }
    guard FieldType(definition: definition) == nil else { return }
    if name == "choice" {
      return refuse("a choice without values", hint: "write {type: choice, values: [A, B]}")
    }
    let names = Lifecycle.all.map(\.name)
    guard let given = definition["lifecycle"]?.text else {
      return refuse(
        "a status without a lifecycle",
        hint: "add \"lifecycle: \(names.joined(separator: "\" or \""))\"")
    }
    path = outer
    refuse(
      "unknown lifecycle \(quoted(given))",
      hint: didYouMean(given, among: names) ?? "one of: \(names.joined(separator: ", "))",
      at: .value("lifecycle"))
  }
}
