/// A record has every field that its kind requires.
enum RequireFields: ValidationRule {
  static let name = "required"

  static func findings(in reading: CVReading) -> [Finding] {
    reading.records.flatMap { record -> [Finding] in
      guard let kind = reading.cv.schema[record.entry.key.kind] else { return [] }
      let missing = kind.requiredFields.filter { record.pair($0.name) == nil }
      if missing.isEmpty { return [] }
      let misspelled = KnowKeys.fieldsMeant(in: record, kind)
      return missing.filter { !misspelled.contains($0.name) }.map { field in
        Finding(
          "the field \(quoted(field.name)) is missing",
          hint: "add \"\(field.name): …\", \(field.type.phrase)", rule: name, path: record.path,
          span: record.firstKeySpan)
      }
    }
  }
}
