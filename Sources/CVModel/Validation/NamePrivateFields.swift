internal import Text

/// `private` must name fields that the kind has: a misspelled one would be printed.
enum NamePrivateFields: RecordRule {
  static let name = "private"

  static func findings(in record: Record, of kind: Kind) -> [Finding] {
    unknownShown(record, kind)
      + record.entry.privateFields.enumerated().compactMap { index, field in
        guard kind.field(named: field) == nil else { return nil }
        return finding(
          record, name, at: [.item(index)], kind.lacksField(field),
          hint: field.contains(",")
            ? ValueReader.listHint(field, separator: ",")
            : kind.field(meantBy: field).map { "did you mean \(quoted($0))?" }
              ?? "name fields of this record; \"visibility: private\" hides all of it")
      }
  }

  /// Names in `show` that hide nothing without it.
  private static func unknownShown(_ record: Record, _ kind: Kind) -> [Finding] {
    guard kind.hasField("show") else { return [] }
    let personal = kind.fields.filter(\.isPersonal).map(\.name)
    return (record.entry["show"]?.items ?? []).compactMap(\.text).enumerated().compactMap {
      index, field in
      guard !personal.contains(field) else { return nil }
      return finding(
        record, "show", at: [.item(index)],
        kind.field(named: field) == nil
          ? kind.lacksField(field) : "\(quoted(field)) is shown without \"show\"",
        hint: "\"show\" takes \(personal.joined(separator: ", "))")
    }
  }
}
