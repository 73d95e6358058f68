/// A published paper must have a venue and a date.
enum PublishedSomewhere: RecordRule {
  static let name = "published"

  static func findings(in record: Record, of kind: Kind) -> [Finding] {
    guard record.entry.key.kind == "publications",
      let status = record.entry["status"]?.text,
      Lifecycle.publication.step(named: status)?.label == "Published"
    else { return [] }
    let isNowhere = record.pair("venue") == nil && record.pair("publisher") == nil
    let missing = (isNowhere ? ["venue"] : []) + (record.pair("date") == nil ? ["date"] : [])
    if missing.isEmpty { return [] }
    return [
      finding(
        record, "status", "published without a \(missing.joined(separator: " or a "))",
        hint: "add \(missing.map { "\"\($0): …\"" }.joined(separator: " and "))")
    ]
  }
}
