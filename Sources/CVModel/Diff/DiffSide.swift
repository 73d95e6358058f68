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

  /// A side of records that were read one by one, as a walk through history does.
  package init(_ records: [ReadRecord], unreadable: [Unreadable], schema: Schema) {
    cv = CV(entries: records.map(\.entry), schema: schema)
    self.unreadable = unreadable
    bytes = Dictionary(records.map { ($0.entry.key, $0.stamp) }) { first, _ in first }
    paths = Dictionary(records.map { ($0.entry.key, $0.path) }) { first, _ in first }
    duplicates = [:]
    guard cv.entries.count < records.count else { return }
    let groups = Dictionary(grouping: records) { $0.entry.key }
    duplicates = groups.filter { $0.value.count > 1 }.mapValues { records in
      records.map { ($0.path, $0.entry) }
    }
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

/// A record without its text, to keep many of.
package struct ReadRecord: Hashable, Sendable {
  package let path: String
  package let entry: Entry
  /// What tells one text from another: the id of a blob will do.
  package let stamp: [UInt8]

  package init(path: String, entry: Entry, stamp: [UInt8]) {
    self.path = path
    self.entry = entry
    self.stamp = stamp
  }
}
