/// The example records that `init` writes must be replaced.
enum ReplaceExamples: RecordRule {
  static let name = "example"

  static func findings(in record: Record, of kind: Kind) -> [Finding] {
    guard let tags = record.entry["tags"], tags.items.contains(.scalar(name)) else { return [] }
    return [
      finding(
        record, "tags", "this is still the example that \"cvgit init\" wrote",
        hint: "edit it and remove the tag \"example\", or delete the file",
        severity: .warning)
    ]
  }
}
