internal import CVModel

/// An entry in another program's format: its members, and which fields of the record they give
/// back.
struct ExportedEntry {
  let record: Entry
  private(set) var members: [(String, JSONValue?)] = []
  /// The fields that a reader gets from the members.
  private(set) var given: [String: Plain] = [:]

  init(_ record: Entry) { self.record = record }

  /// Adds a member that gives back no field.
  mutating func add(_ name: String, _ value: JSONValue?) {
    if let value { members.append((name, value)) }
  }

  /// Adds a member that a reader takes for a field.
  ///
  /// - Parameter isList: true if the field is a list of which the member is the one item.
  mutating func add(_ name: String, _ value: JSONValue?, as field: String, isList: Bool = false) {
    guard let value else { return }
    members.append((name, value))
    give(field, isList ? .list([value.plain]) : value.plain)
  }

  /// Notes that a reader gets a field from what is there.
  mutating func give(_ field: String, _ value: Plain?) { given[field] = value }

  /// The members, without what reading back needs.
  var plain: Plain { JSONValue.object(members).plain }

  /// True if the members alone do not give the record back.
  var needsMark: Bool {
    ExportMark(record, kind: nil, item: plain, given: given).checksum != nil
  }

  /// What reading back needs.
  ///
  /// - Parameter kind: the kind to name; nil if the format gives it back.
  func mark(naming kind: String? = nil) -> JSONValue {
    let mark = ExportMark(record, kind: kind, item: plain, given: given)
    return .object([
      ("kind", JSONValue(mark.kind)), ("id", JSONValue(mark.id)),
      ("fields", mark.fields.isEmpty ? nil : JSONValue(.map(mark.fields))),
      ("absent", JSONValue(mark.absent)), ("checksum", JSONValue(mark.checksum)),
    ])
  }
}
