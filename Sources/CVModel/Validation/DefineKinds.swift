/// A kind of the user's own has a name that is free, and names fields that it declares.
enum DefineKinds: ValidationRule {
  static let name = "kind"

  static func findings(in reading: CVReading) -> [Finding] {
    reading.records.filter { $0.entry.key.kind == "kinds" }.flatMap { record -> [Finding] in
      var findings: [Finding] = []
      if Schema.builtIn[record.entry.key.id] != nil {
        findings.append(
          finding(
            record, "label", "\(quoted(record.entry.key.id)) is a built-in kind",
            hint: "give the file another name"))
      }
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

  private static func unknown(
    _ field: String, _ kind: Kind, _ record: Record, _ key: String, at path: [Misread.Step] = [],
    type: String? = nil
  ) -> Finding {
    finding(
      record, key, at: path,
      "\(kind.name) has no \(type.map { "\($0) " } ?? "")field \(quoted(field))",
      hint: suggestion(for: field, among: kind.fields.map(\.name))
        .map { "did you mean \(quoted($0))?" } ?? "declare it under \"fields\"")
  }
}
