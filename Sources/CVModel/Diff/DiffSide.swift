/// One side of a diff: a whole CV or only the records that may differ, with the records that could
/// not be read.
package struct DiffSide: Sendable {
  package var cv: CV
  package var unreadable: [Unreadable]
  /// The keys of records that are the same on both sides and were not read, for kinds in which
  /// records were added or removed.
  package var unchangedKeys: Set<EntryKey> = []
  /// The file of each record.
  private var files: [EntryKey: File] = [:]
  /// The source of each entry that was not read from a record.
  private(set) var origins: [EntryKey: SourceOrigin] = [:]
  /// The records whose key is in several files, some of which may be unreadable.
  private var twins: [EntryKey: [ReadRecord]] = [:]

  package init(_ cv: CV) {
    self.cv = cv
    unreadable = []
  }

  package init(_ reading: CVReading) {
    self.init(
      reading.records.map { record in
        ReadRecord(
          path: record.path, entry: record.entry, stamp: record.bytes,
          origin: record.origin)
      },
      unreadable: reading.unreadable, schema: reading.cv.schema)
  }

  /// A side of records that were read one by one, as in a walk through history.
  package init(_ records: [ReadRecord], unreadable: [Unreadable], schema: Schema) {
    cv = CV(entries: records.map(\.entry), schema: schema)
    self.unreadable = unreadable
    files = Dictionary(
      records.map { ($0.entry.key, File(path: $0.path, stamp: $0.stamp)) }
    ) { first, _ in first }
    for record in records where origins[record.entry.key] == nil {
      origins[record.entry.key] = record.origin
    }
    let unreadableKeys = Set(unreadable.map(\.key))
    guard cv.entries.count < records.count || !unreadableKeys.isDisjoint(with: cv.entries.keys)
    else {
      twins = [:]
      return
    }
    twins = Dictionary(grouping: records, by: \.entry.key).filter { key, files in
      files.count > 1 || unreadableKeys.contains(key)
    }
  }

  private struct File {
    let path: String
    let stamp: [UInt8]
  }

  /// A stamp of a record's bytes, to detect changes of formatting only.
  func stamp(of key: EntryKey) -> [UInt8]? { files[key]?.stamp }

  /// The keys that are in several files.
  var sharedKeys: Set<EntryKey> { Set(twins.keys) }

  /// The side as a variant shows it; it must be a whole CV.
  package func narrowed(by variant: Variant) -> DiffSide {
    var result = self
    result.cv = cv.narrowed(by: variant)
    result.twins = twins.filter { result.cv[$0.key] != nil }
    return result
  }

  /// Splits each of these keys by path, so that two files with one ID are paired by path.
  mutating func partByPath(_ keys: Set<EntryKey>) {
    unreadable = unreadable.map { file in
      guard keys.contains(file.key) else { return file }
      return Unreadable(
        path: file.path, key: Self.part(file.key, file.path), finding: file.finding)
    }
    for key in keys {
      if let records = twins.removeValue(forKey: key) {
        for record in records {
          add(record.entry.fields, of: key, File(path: record.path, stamp: record.stamp))
        }
      } else if let entry = cv[key] {
        add(entry.fields, of: key, files[key] ?? File(path: "", stamp: []))
      }
      cv[key] = nil
      files[key] = nil
    }
  }

  private mutating func add(_ fields: Fields, of key: EntryKey, _ file: File) {
    let part = Self.part(key, file.path)
    cv[part] = Entry(key: part, fields: fields)
    files[part] = file
  }

  private static func part(_ key: EntryKey, _ path: String) -> EntryKey {
    EntryKey(kind: key.kind, id: "\(key.id) (\(path))")
  }
}

/// Both sides of a diff, prepared for comparison: every key is unique.
struct DiffSides {
  var old: DiffSide
  var new: DiffSide
  /// The keys that were in several files, with the keys that replace them.
  var twins: [EntryKey: Set<EntryKey>] = [:]

  init(_ old: DiffSide, _ new: DiffSide) {
    (self.old, self.new) = (old, new)
    let shared = old.sharedKeys.union(new.sharedKeys)
    guard !shared.isEmpty else { return }
    let before = Set(old.cv.entries.keys).union(new.cv.entries.keys)
    self.old.partByPath(shared)
    self.new.partByPath(shared)
    let parts = Set(self.old.cv.entries.keys).union(self.new.cv.entries.keys).subtracting(before)
    for key in shared {
      twins[key] = parts.filter { $0.kind == key.kind && $0.id.hasPrefix("\(key.id) (") }
    }
  }

  /// The keys of entries that are on both sides and are not compared.
  var otherKeys: Set<EntryKey> {
    old.unchangedKeys.union(new.unchangedKeys)
      .union((old.unreadable + new.unreadable).map(\.key))
  }

  /// Without the entries that are unreadable on one side: they are neither added nor removed.
  var readable: DiffSides {
    var result = self
    for unreadable in old.unreadable + new.unreadable {
      result.old.cv[unreadable.key] = nil
      result.new.cv[unreadable.key] = nil
    }
    return result
  }
}

/// A record without its text, so that many can be kept.
package struct ReadRecord: Hashable, Sendable {
  package let path: String
  package let entry: Entry
  /// Differs if the text differs, such as the ID of a blob.
  package let stamp: [UInt8]
  /// The source from which the entry was read; `nil` for a record.
  package let origin: SourceOrigin?

  package init(path: String, entry: Entry, stamp: [UInt8], origin: SourceOrigin? = nil) {
    self.path = path
    self.entry = entry
    self.stamp = stamp
    self.origin = origin
  }
}
