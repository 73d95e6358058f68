/// The people of whom a file says more than one name: an ORCID iD, an address, or a second
/// spelling.
struct ImportedPeople {
  private var facts: [RecordedEntry.PersonFacts] = []
  /// The spellings of each name that has several, by what they have in common.
  private var spellings: [[String]] = []
  private let unreadable: Set<EntryKey>

  /// - Parameters:
  ///   - entries: what is new in a file.
  ///   - cv: the records, with these entries among them.
  init(_ entries: [RecordedEntry], in cv: CV, unreadable: Set<EntryKey>) {
    self.unreadable = unreadable
    facts = entries.flatMap(\.people)
    let names = Set(entries.flatMap { Self.names(in: $0.entry, cv.schema) })
    guard !names.isEmpty else { return }
    let wanted = Set(names.map { PersonName($0).spelling })
    var counts: [String: [String: Int]] = [:]
    for entry in cv.entries.values {
      for name in Self.names(in: entry, cv.schema) {
        let spelling = PersonName(name).spelling
        if wanted.contains(spelling) { counts[spelling, default: [:]][name, default: 0] += 1 }
      }
    }
    // A name that a record claims in one spelling claims the others too.
    for name in PeopleDirectory([cv]).declaredNames.keys {
      let spelling = PersonName(name).spelling
      if counts[spelling] != nil { counts[spelling]?[name, default: 0] += 0 }
    }
    spellings = counts.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { _, names in
      names.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
  }

  private static func names(in entry: Entry, _ schema: Schema) -> [String] {
    (schema[entry.key.kind]?.peopleFields ?? []).flatMap { field in
      (entry[field.name]?.items ?? []).compactMap { $0.text ?? $0["name"]?.text }
        .filter { !Person.isElision($0) }
    }
  }

  /// Adds the people to their records.
  func add(to cv: inout CV) {
    guard let kind = cv.schema["people"], !facts.isEmpty || !spellings.isEmpty else { return }
    var records = Dictionary(
      PeopleDirectory([cv]).declaredNames.map { (PersonName($0).spelling, $1) },
      uniquingKeysWith: min)
    var ids = Set(cv.entries(of: kind.name).map(\.key.id))
    for key in unreadable where key.kind == kind.name { ids.insert(key.id) }
    /// The record of a person, which is made if there is none.
    func record(_ name: String) -> EntryKey {
      let spelling = PersonName(name).spelling
      if let known = records[spelling] { return known }
      var entry = Entry(key: EntryKey(kind: kind.name, id: ""))
      entry["name"] = .scalar(name)
      entry.key.id = kind.newID(for: entry) { ids.contains($0) }
      ids.insert(entry.key.id)
      cv[entry.key] = entry
      records[spelling] = entry.key
      return entry.key
    }
    for names in spellings {
      let key = record(names[0])
      let entry = cv[key]
      let known = Set(["name", "aliases"].flatMap { entry?[$0]?.items ?? [] }.compactMap(\.text))
      let aliases = names.filter { !known.contains($0) }.map(Plain.scalar)
      if !aliases.isEmpty {
        cv[key]?["aliases"] = .list((entry?["aliases"]?.items ?? []) + aliases)
      }
    }
    for person in facts {
      let key = record(person.name)
      if cv[key]?["orcid"] == nil, let orcid = person.orcid { cv[key]?["orcid"] = .scalar(orcid) }
      if cv[key]?["url"] == nil, let url = person.url { cv[key]?["url"] = .scalar(url) }
    }
  }
}
