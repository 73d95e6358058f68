/// One side of a diff: a CV, whole or only the records that may differ, with what could not be read of it.
package struct DiffSide: Sendable {
  package var cv: CV
  package var unreadable: [Unreadable]
  /// The bytes of each record, to tell a change of formatting alone.
  var bytes: [EntryKey: [UInt8]]
  /// Keys that stand in several files, with the entry of each file by path.
  var duplicates: [EntryKey: [(path: String, entry: Entry)]]

  package init(_ cv: CV) {
    self.cv = cv
    unreadable = []
    bytes = [:]
    duplicates = [:]
  }

  package init(_ reading: CVReading) {
    cv = reading.cv
    unreadable = reading.unreadable
    bytes = Dictionary(reading.records.map { ($0.entry.key, $0.bytes) }) { first, _ in first }
    let groups = Dictionary(grouping: reading.records) { $0.entry.key }
    duplicates = groups.filter { $0.value.count > 1 }.mapValues { records in
      records.map { ($0.path, $0.entry) }
    }
    paths = Dictionary(reading.records.map { ($0.entry.key, $0.path) }) { first, _ in first }
  }

  /// As a variant shows it; the side has to be whole.
  package func narrowed(by variant: Variant) -> DiffSide {
    var result = self
    result.cv = cv.narrowed(by: variant)
    result.duplicates = duplicates.filter { result.cv[$0.key] != nil }
    return result
  }

  /// The file of each record.
  package private(set) var paths: [EntryKey: String] = [:]

  /// With each of these keys taken apart by path, so that two files of one id are paired by path.
  mutating func partByPath(_ keys: Set<EntryKey>) {
    for key in keys {
      let files = duplicates[key] ?? cv[key].map { [(paths[key] ?? "", $0)] } ?? []
      cv[key] = nil
      for (path, entry) in files {
        let parted = EntryKey(kind: key.kind, id: "\(key.id) (\(path))")
        cv[parted] = Entry(key: parted, fields: entry.fields)
      }
    }
  }
}
