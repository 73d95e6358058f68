/// A kind of the user's own, as `kinds/NAME.yaml` declares it.
extension Kind {
  /// The kind that a record declares; what its types refuse is left out, nil where no field is left.
  package init?(definedBy entry: Entry) {
    guard case .map(let definitions)? = entry["fields"] else { return nil }
    var fields = definitions.sorted { $0.key < $1.key }.compactMap { name, definition in
      FieldType(definition: definition).map {
        Field(name, $0, isRequired: definition["required"]?.text?.lowercased() == "true")
      }
    }
    guard !fields.isEmpty else { return nil }
    let date = entry["date"]?.text
    if date == Self.periodWord {
      fields += [Field("start", .date), Field("end", .end), Field("expected", .date)]
        .filter { period in !fields.contains { $0.name == period.name } }
    }
    let names = entry["name"]?.items.compactMap(\.text) ?? []
    let rank = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    fields.sort {
      (rank[$0.name] ?? names.count, $0.name) < (rank[$1.name] ?? names.count, $1.name)
    }
    let label = entry["label"]
    self.init(
      entry.key.id, one: label?["one"]?.text ?? entry.key.id,
      many: label?["many"]?.text ?? entry.key.id, name: names,
      date: date == Self.periodWord ? nil : date, people: entry["people"]?.text, fields: fields)
  }

  /// What `date:` holds where the kind has a period.
  static let periodWord = "period"
}

extension FieldType {
  /// The types that a definition may name without saying more.
  static let definable: [FieldType] =
    [
      .text, .paragraphs, .texts, .date, .people, .score, .count, .counts, .money, .url, .email,
      .links, .tags, .integer,
    ] + IdentifierScheme.allCases.map(FieldType.identifier)

  static var definableNames: [String] {
    definable.map(\.name) + ["choice", "status", "reference"]
  }

  /// The type that a definition declares: `{type: choice, values: [oil, print]}`, `{type: status, lifecycle: grant}`,
  /// `{type: reference, kind: publications}`, or a type's name alone.
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

/// The fields of a kind of the user's own.
extension ValueReader {
  private static let definitionKeys = ["type", "required", "values", "lifecycle", "kind"]

  mutating func definitions(_ value: Plain) -> Meaning? {
    guard case .map(let pairs) = value, !pairs.isEmpty else {
      refuseShape(value, wanted: type.phrase)
      return nil
    }
    for (name, definition) in pairs.sorted(by: { $0.key < $1.key }) {
      path = [.value(name)]
      if !EntryKey.isValidID(name) {
        misname(name)
      }
      self.definition(definition)
    }
    path = []
    return .plain(value)
  }

  private mutating func misname(_ name: String) {
    path = []
    refuse(
      "\(quoted(name)) is no field name", hint: "use a-z, 0-9 and single hyphens", at: .key(name))
    path = [.value(name)]
  }

  private mutating func definition(_ definition: Plain) {
    if case .map(let pairs) = definition {
      for key in pairs.keys.sorted() where !Self.definitionKeys.contains(key) {
        refuseKey(key, known: Self.definitionKeys)
      }
    }
    guard let named = definition["type"] ?? (definition.text == nil ? nil : definition) else {
      refuse("a field without a type", hint: "add \"type: text\"", rule: "required")
      return
    }
    let steps: [Misread.Step] = definition.text == nil ? [.value("type")] : []
    path += steps
    defer { path.removeLast(steps.count) }
    guard let name = named.text else {
      refuseShape(named, wanted: "a type's name")
      return
    }
    guard FieldType.definableNames.contains(name) else {
      refuse(
        "unknown type \(quoted(name))",
        hint: didYouMean(name, among: FieldType.definableNames)
          ?? "one of: \(FieldType.definableNames.joined(separator: ", "))")
      return
    }
    if FieldType(definition: definition) == nil {
      refuse(
        name == "choice" ? "a choice without values" : "a status without a known lifecycle",
        hint: name == "choice"
          ? "add \"values: [A, B]\""
          : "add \"lifecycle: \(Lifecycle.all.map(\.name).joined(separator: "\" or \""))\"")
    }
  }
}
