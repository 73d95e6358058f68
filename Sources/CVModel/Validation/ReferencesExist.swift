internal import Text

/// A reference must name an existing entry.
enum ReferencesExist: CVRule {
  static let name = "reference"

  static func findings(in reading: CVReading) -> [Finding] {
    let fields = Dictionary(
      uniqueKeysWithValues: reading.cv.schema.kinds.filter { !$0.referenceFields.isEmpty }
        .map { ($0.name, $0.referenceFields) })
    var idsByKind: [String: [String]]?
    var findings: [Finding] = []
    for index in reading.records.indices {
      for field in fields[reading.records[index].entry.key.kind] ?? [] {
        guard let value = reading.records[index].entry[field.name],
          case .reference(let key)? = field.type.meaning(of: value), !reading.has(key)
        else { continue }
        let ids =
          idsByKind
          ?? Dictionary(grouping: reading.cv.entries.keys, by: \.kind)
          .mapValues { $0.map(\.id).sorted() }
        idsByKind = ids
        findings.append(
          dangling(key, value, field.name, reading.records[index], ids[key.kind] ?? []))
      }
    }
    return findings
  }

  private static func dangling(
    _ key: EntryKey, _ value: Plain, _ field: String, _ record: Record, _ ids: [String]
  ) -> Finding {
    let prefix = value.text?.contains("/") == true ? "\(key.kind)/" : ""
    return finding(
      record, field, "there is no entry \(quoted(key.description))",
      hint: suggestion(for: key.id, among: ids).map { "did you mean \(quoted(prefix + $0))?" }
        ?? "create \(quoted("\(key).yaml")), or remove the reference")
  }
}
