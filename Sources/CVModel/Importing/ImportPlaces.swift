/// Which record each entry of a file is, or becomes.
struct ImportPlaces {
  /// An entry of the file with its place among the records.
  struct Placed {
    let theirs: RecordedEntry
    /// What it was in the file before; nil if it is new there, or if that is not known.
    let base: RecordedEntry?
    let place: Place
  }

  enum Place {
    case record(EntryKey)
    case new(EntryKey)
    /// There was a record, which was deleted. The key is the one that it would have now.
    case deleted(EntryKey)

    var key: EntryKey {
      switch self {
      case .record(let key), .new(let key), .deleted(let key): key
      }
    }
  }

  private(set) var entries: [Placed] = []
  /// The records of entries that the file does not hold any more.
  private(set) var gone: [(base: RecordedEntry, key: EntryKey)] = []

  /// The entries that are new or changed in the file.
  var changed: [RecordedEntry] {
    entries.filter { $0.base?.entry.fields != $0.theirs.entry.fields }.map(\.theirs)
  }

  init(_ file: ImportedFile, in cv: CV, unreadable: Set<EntryKey>) {
    let people = PeopleDirectory([cv])
    let records = cv.entries.values.sorted { $0.key < $1.key }
    let theirs = file.entries
    let base = file.base ?? []
    let recordsOfBase = ImportMatching(
      base.map(\.entry), records, schema: cv.schema, people: people
    ).partners
    let before = Self.entriesBefore(
      theirs.map(\.entry), base.map(\.entry), cv.schema, people)
    // An entry is the record of what it was before; a record is looked for only if there is none.
    var known: [Int: Int?] = [:]
    for (index, place) in before.enumerated() {
      if let place, let record = recordsOfBase[place] { known[index] = .some(record) }
    }
    let recordsOfTheirs = ImportMatching(
      theirs.map(\.entry), records, schema: cv.schema, people: people, known: known,
      taken: Set(recordsOfBase.compactMap(\.self))
    ).partners
    var taken = Set(cv.entries.keys).union(unreadable)
    var places: [Place] = []
    for (index, entry) in theirs.enumerated() {
      let key = entry.entry.key
      if let record = recordsOfTheirs[index] {
        places.append(.record(records[record].key))
      } else if unreadable.contains(key) {
        places.append(.record(key))
      } else if before[index] != nil {
        places.append(.deleted(Self.free(key, &taken)))
      } else {
        places.append(.new(Self.free(key, &taken)))
      }
    }
    var keys = KeyMapping()
    for (entry, place) in zip(theirs, places) { keys.theirs[entry.entry.key] = place.key }
    for (index, place) in before.enumerated() {
      if let place { keys.base[base[place].entry.key] = places[index].key }
    }
    for (index, entry) in theirs.enumerated() {
      entries.append(
        Placed(
          theirs: keys.applied(to: entry, keys.theirs, cv.schema),
          base: before[index].map { keys.applied(to: base[$0], keys.base, cv.schema) },
          place: places[index]))
    }
    let present = Set(before.compactMap(\.self))
    let used = Set(recordsOfTheirs.compactMap(\.self))
    for (index, entry) in base.enumerated()
    where !present.contains(index) && !file.unreadable.contains(entry.entry.key) {
      guard let record = recordsOfBase[index], !used.contains(record) else { continue }
      gone.append((keys.applied(to: entry, keys.base, cv.schema), records[record].key))
    }
  }

  /// For each entry what it was before: as an import matches it, and then as a diff of the file
  /// would.
  private static func entriesBefore(
    _ theirs: [Entry], _ base: [Entry], _ schema: Schema, _ people: PeopleDirectory
  ) -> [Int?] {
    var partners = ImportMatching(
      theirs, base, schema: schema, people: people, isOfOneFile: true
    ).partners
    let taken = Set(partners.compactMap(\.self))
    let freeBase = base.indices.filter { !taken.contains($0) }
    let freeTheirs = theirs.indices.filter { partners[$0] == nil }
    guard !freeBase.isEmpty, !freeTheirs.isEmpty else { return partners }
    let pairing = Pairing(
      freeBase.map { base[$0] }, freeTheirs.map { theirs[$0] }, otherKeys: [], oldSchema: schema,
      newSchema: schema, directory: people)
    for pair in pairing.pairs where pairing.old[pair.old].key.kind == pairing.new[pair.new].key.kind
    {
      partners[freeTheirs[pair.new]] = freeBase[pair.old]
    }
    return partners
  }

  /// The key, with a number behind its ID if another record has it.
  private static func free(_ key: EntryKey, _ taken: inout Set<EntryKey>) -> EntryKey {
    var free = key
    var number = 1
    while !taken.insert(free).inserted {
      number += 1
      free.id = "\(key.id)-\(number)"
    }
    return free
  }
}

/// The keys of records for the keys that the entries of a file have there.
private struct KeyMapping {
  var theirs: [EntryKey: EntryKey] = [:]
  var base: [EntryKey: EntryKey] = [:]

  /// An entry that refers to others by the keys of their records.
  func applied(
    to entry: RecordedEntry, _ keys: [EntryKey: EntryKey], _ schema: Schema
  ) -> RecordedEntry {
    guard let kind = schema[entry.entry.key.kind] else { return entry }
    var result = entry
    for field in kind.referenceFields {
      guard case .reference(let target) = field.type, let text = entry.entry[field.name]?.text,
        let key = key(text, target).flatMap({ keys[$0] })
      else { continue }
      result.entry[field.name] = .scalar(text.contains("/") ? key.description : key.id)
    }
    for field in kind.fields where field.type == .sections {
      guard let sections = entry.entry[field.name]?.items else { continue }
      result.entry[field.name] = .list(sections.map { section($0, keys) })
    }
    return result
  }

  private func key(_ text: String, _ target: String?) -> EntryKey? {
    let parts = text.split(separator: "/").map(String.init)
    if parts.count == 2 { return EntryKey(kind: parts[0], id: parts[1]) }
    return target.map { EntryKey(kind: $0, id: text) }
  }

  private func section(_ section: Plain, _ keys: [EntryKey: EntryKey]) -> Plain {
    guard case .map(var parts) = section, let kind = parts["kind"]?.text,
      let ids = parts["entries"]?.items
    else { return section }
    parts["entries"] = .list(
      ids.map { id in
        id.text.flatMap { keys[EntryKey(kind: kind, id: $0)]?.id }.map(Plain.scalar) ?? id
      })
    return .map(parts)
  }
}
