/// `private` must name fields that the kind has: a misspelled one would be printed.
enum NamePrivateFields: RecordRule {
  static let name = "private"

  static func findings(in record: Record, of kind: Kind) -> [Finding] {
    record.entry.privateFields.enumerated().compactMap { index, field in
      guard kind.field(named: field) == nil else { return nil }
      return finding(
        record, name, at: [.item(index)], kind.lacksField(field),
        hint: field.contains(",")
          ? ValueReader.listHint(field, separator: ",")
          : kind.field(meantBy: field).map { "did you mean \(quoted($0))?" }
            ?? "name fields of this record; \"visibility: private\" hides all of it")
    }
  }
}
