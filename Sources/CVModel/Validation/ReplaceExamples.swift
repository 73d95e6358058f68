/// The example records that `init` lays out are replaced by real ones.
enum ReplaceExamples: ValidationRule {
  static let name = "example"

  static func findings(in reading: CVReading) -> [Finding] {
    reading.records.compactMap { record in
      let tags = record.entry["tags"]?.items.compactMap(\.text) ?? []
      guard tags.contains(name) else { return nil }
      return finding(
        record, "tags", "an example stands among the entries",
        hint: "make it your own and remove the tag \"example\", or delete the file",
        severity: .warning)
    }
  }
}
