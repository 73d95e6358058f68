/// A reference names an entry that is there.
enum ReferencesExist: ValidationRule {
  static let name = "reference"

  static func findings(in reading: CVReading) -> [Finding] {
    let present = Set(reading.records.map(\.entry.key) + reading.unreadable.map(\.key))
    lazy var idsByKind = Dictionary(grouping: present, by: \.kind).mapValues {
      $0.map(\.id).sorted()
    }
    return reading.records.flatMap { record -> [Finding] in
      guard let kind = reading.cv.schema[record.entry.key.kind] else { return [] }
      return kind.referenceFields.compactMap { field in
        guard let value = record.entry[field.name],
          case .reference(let key)? = field.type.meaning(of: value), !present.contains(key)
        else { return nil }
        let meant = suggestion(for: key.id, among: idsByKind[key.kind] ?? [])
        let prefix = value.text?.contains("/") == true ? "\(key.kind)/" : ""
        return finding(
          record, field.name, "there is no entry \(quoted(key.description))",
          hint: meant.map { "did you mean \(quoted(prefix + $0))?" }
            ?? "create \(quoted("\(key.kind)/\(key.id).yaml")), or remove the reference")
      }
    }
  }
}
