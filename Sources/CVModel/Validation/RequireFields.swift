/// A record has every field that its kind requires.
enum RequireFields: ValidationRule {
  static let name = "required"

  static func findings(in reading: CVReading) -> [Finding] {
    reading.records.flatMap { record -> [Finding] in
      guard let kind = reading.cv.schema[record.entry.key.kind] else { return [] }
      return kind.fields.filter { $0.isRequired && record.pair($0.name) == nil }.map { field in
        Finding(
          "the field \(quoted(field.name)) is missing",
          hint: "add \"\(field.name): …\", \(field.type.phrase)", rule: name, path: record.path,
          span: record.firstKeySpan)
      }
    }
  }
}
