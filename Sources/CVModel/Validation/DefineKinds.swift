internal import Text

/// A custom kind must have a free name, and may only refer to fields that it defines.
enum DefineKinds: CVRule {
  static let name = "kind"

  static func findings(in reading: CVReading) -> [Finding] {
    let keys = reading.recordIndex.filter { $0.key.kind == "kinds" }
    return keys.map { reading.records[$0.value] }.flatMap { record -> [Finding] in
      var findings: [Finding] = []
      let id = record.entry.key.id
      if Schema.builtIn[id] != nil || Placement.isOtherFolder(id) {
        findings.append(
          Finding(
            "the name \(quoted(id)) is taken: it is \(Schema.builtIn[id] == nil ? "a folder of cvgit's own" : "a built-in kind")",
            hint: "give the file another name", rule: name, path: record.path))
      }
      findings += definitions(record, reading.cv.schema)
      guard let kind = Kind(definedBy: record.entry) else { return findings }
      let names = record.entry["name"]?.items.compactMap(\.text) ?? []
      for (index, field) in names.enumerated() where kind.field(named: field) == nil {
        findings.append(unknown(field, kind, record, "name", at: [.item(index)]))
      }
      if let date = record.entry["date"]?.text, date != Kind.periodWord,
        kind.field(named: date)?.type != .date
      {
        findings.append(unknown(date, kind, record, "date", type: "date"))
      }
      if let people = record.entry["people"]?.text, kind.field(named: people)?.type != .people {
        findings.append(unknown(people, kind, record, "people", type: "people"))
      }
      return findings
    }
  }

  /// Definitions of common fields, and references to unknown kinds.
  private static func definitions(_ record: Record, _ schema: Schema) -> [Finding] {
    guard case .map(let definitions)? = record.entry["fields"] else { return [] }
    let common = Set(Kind.commonFields.map(\.name))
    return definitions.sorted { $0.key < $1.key }.compactMap { name, definition in
      if common.contains(name) {
        return finding(
          record, "fields", at: [.key(name)], "every entry has a field \(quoted(name))",
          hint: "remove it, or give it another name")
      }
      guard case .reference(let kind?)? = FieldType(definition: definition), schema[kind] == nil
      else { return nil }
      return finding(
        record, "fields", at: [.value(name), .value("kind")], "unknown kind \(quoted(kind))",
        hint: suggestion(for: kind, among: schema.entryKinds.map(\.name))
          .map { "did you mean \(quoted($0))?" } ?? "define it in \(quoted("kinds/\(kind).yaml"))")
    }
  }

  private static func unknown(
    _ field: String, _ kind: Kind, _ record: Record, _ key: String, at path: [Misread.Step] = [],
    type: String? = nil
  ) -> Finding {
    if let type, kind.field(named: field) != nil {
      return finding(
        record, key, at: path, "the field \(quoted(field)) is not of type \(type)",
        hint: "define it as \"\(field): {type: \(type)}\"")
    }
    return finding(
      record, key, at: path,
      "\(kind.name) has no \(type.map { "\($0) " } ?? "")field \(quoted(field))",
      hint: suggestion(for: field, among: kind.fields.map(\.name))
        .map { "did you mean \(quoted($0))?" } ?? "define it under \"fields\"")
  }
}
