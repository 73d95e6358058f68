/// A reference names an entry that is there.
enum ReferencesExist: ValidationRule {
  static let name = "reference"

  static func findings(in reading: CVReading) -> [Finding] {
    let present = Set(reading.records.map(\.entry.key) + reading.unreadable.map(\.key))
    return reading.records.flatMap { record -> [Finding] in
      guard let kind = reading.cv.schema[record.entry.key.kind] else { return [] }
      return kind.fields.compactMap { field in
        guard case .reference = field.type, let value = record.entry[field.name],
          case .reference(let key)? = field.type.meaning(of: value), !present.contains(key)
        else { return nil }
        let ids = present.filter { $0.kind == key.kind }.map(\.description).sorted()
        return finding(
          record, field.name, "there is no entry \(quoted(key.description))",
          hint: suggestion(for: key.description, among: ids).map { "did you mean \(quoted($0))?" })
      }
    }
  }
}
