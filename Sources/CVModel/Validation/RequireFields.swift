internal import Text

/// A record must have every field that its kind requires.
enum RequireFields: RecordRule {
  static let name = "required"

  static func findings(in record: Record, of kind: Kind) -> [Finding] {
    let absent = kind.requiredIndices.filter { !record.fieldIndices.contains($0) }
    if absent.isEmpty { return [] }
    let names = record.fieldIndices.compactMap { $0 }.map { kind.fields[$0].name }
    let missing = absent.filter { kind.fields[$0].isMissing(among: names) }
    let misspelled = KnowKeys.fieldsMeant(in: record, kind)
    return missing.map { kind.fields[$0] }.filter { !misspelled.contains($0.name) }.map { field in
      Finding(
        "the field \(quoted(field.name)) is missing",
        hint: "add \"\(field.name): …\", \(field.type.phrase)" + others(field), rule: name,
        path: record.path, span: record.firstKeySpan)
    }
  }

  /// `; or "editors: …"`
  private static func others(_ field: Field) -> String {
    if field.alternatives.isEmpty { return "" }
    return "; or " + field.alternatives.map { "\"\($0): …\"" }.joined(separator: " or ")
  }
}
