/// A record must have every field that its kind requires.
enum RequireFields: RecordRule {
  static let name = "required"

  static func findings(in record: Record, of kind: Kind) -> [Finding] {
    let missing = kind.requiredIndices.filter { !record.fieldIndices.contains($0) }
    if missing.isEmpty { return [] }
    let misspelled = KnowKeys.fieldsMeant(in: record, kind)
    return missing.map { kind.fields[$0] }.filter { !misspelled.contains($0.name) }.map { field in
      Finding(
        "the field \(quoted(field.name)) is missing",
        hint: "add \"\(field.name): …\", \(field.type.phrase)", rule: name, path: record.path,
        span: record.firstKeySpan)
    }
  }
}
