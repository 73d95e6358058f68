/// A published paper must have a venue and a date.
enum PublishedSomewhere: RecordRule {
  static let name = "published"

  static func findings(in record: Record, of kind: Kind) -> [Finding] {
    guard kind.needsPlace, let lifecycle = kind.lifecycle, let field = kind.statusField,
      let status = record.entry[field]?.text,
      lifecycle.step(named: status)?.label == lifecycle.impliedLabel
    else { return [] }
    let places = kind.placeFields
    let isNowhere = places.allSatisfy { record.pair($0) == nil }
    let missing =
      (isNowhere ? places.prefix(1) : [])
      + [kind.dateField].compactMap(\.self).filter { record.pair($0) == nil }
    if missing.isEmpty { return [] }
    return [
      finding(
        record, field, "published without a \(missing.joined(separator: " or a "))",
        hint: "add \(missing.map { "\"\($0): …\"" }.joined(separator: " and "))")
    ]
  }
}
