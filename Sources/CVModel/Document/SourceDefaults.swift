/// The parts of a document that a source lacks: an owner, and sections by type.
package struct SourceDefaults {
  /// The owner's record: the one in the settings, or the person who is named in at least half of
  /// the entries.
  package private(set) var profile: Entry?
  /// How many entries name the owner, if the owner was found this way.
  package private(set) var mentions: (count: Int, of: Int)?

  /// - Parameters:
  ///   - name: the owner's name, from the settings.
  ///   - aliases: other spellings of it.
  package init(_ cv: CV, name: String?, aliases: [String]) {
    if let name {
      profile = Self.profile(name, aliases)
      return
    }
    let lists = cv.schema.entryKinds.flatMap { kind in
      cv.entries(of: kind.name).compactMap { entry in
        kind.peopleField.flatMap { entry[$0]?.items }
      }
    }.map { Set($0.compactMap { $0.personName.flatMap(Mention.init) }) }
    guard lists.count > 1 else { return }
    let counts = Dictionary(lists.flatMap { list in Set(list.map(\.key)).map { ($0, 1) } }) {
      $0 + $1
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let most, 2 * most.value >= lists.count else { return }
    let spellings = Dictionary(
      lists.flatMap { list in list.filter { $0.key == most.key }.map { ($0.name, 1) } }
    ) { $0 + $1 }
    let sorted = spellings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    guard let name = sorted.first else { return }
    profile = Self.profile(name, aliases + sorted.dropFirst())
    mentions = (most.value, lists.count)
  }

  private static func profile(_ name: String, _ aliases: [String]) -> Entry {
    var fields = Fields([("name", .scalar(name))])
    if !aliases.isEmpty { fields["aliases"] = .list(aliases.map(Plain.scalar)) }
    return Entry(key: .profile, fields: fields)
  }

  /// A name with its key in a list of papers: the family name and the first initial.
  private struct Mention: Hashable {
    let name: String
    let key: String

    init?(_ name: String) {
      guard !Person.isElision(name) else { return nil }
      let parts = PersonName(name)
      guard let initial = parts.given.first?.first, !parts.family.isEmpty else { return nil }
      self.name = name
      key = "\(parts.family) \(initial)"
    }
  }

  /// The default document of a CV: a section for each kind, with publications grouped by type.
  package static func document(for cv: CV) -> Entry {
    let sections = cv.schema.entryKinds.compactMap { kind -> Plain? in
      let entries = cv.entries(of: kind.name)
      guard !entries.isEmpty else { return nil }
      guard let types = groups[kind.name] else { return ["kind": .scalar(kind.name)] }
      let used = Set(entries.compactMap { $0["type"]?.text })
      let shown = types.filter { !used.isDisjoint(with: $0.types) }
      let all = Set(shown.flatMap(\.types))
      // A single heading for everything is useless.
      guard shown.count > 1, used.isSubset(of: all) else { return ["kind": .scalar(kind.name)] }
      let list = shown.map { plain($0.heading, $0.types) }
      return ["kind": .scalar(kind.name), "groups": .list(list)]
    }
    return Entry(key: .document, fields: Fields([("sections", .list(sections))]))
  }

  /// The group that such a document has for a type of a kind.
  static func group(for type: String, of kind: String) -> Plain? {
    groups[kind]?.first { $0.types.contains(type) }.map { plain($0.heading, $0.types) }
  }

  private static func plain(_ heading: String, _ types: [String]) -> Plain {
    ["heading": .scalar(heading), "where": ["type": .list(types.map(Plain.scalar))]]
  }

  private static let groups: [String: [(heading: String, types: [String])]] = [
    "publications": [
      ("Journal Articles", ["journal"]),
      ("Conference Papers", ["conference", "workshop", "poster"]),
      ("Books and Chapters", ["book", "chapter"]),
      ("Preprints", ["preprint"]),
      ("Theses", ["thesis"]),
      ("Reports", ["report"]),
      ("Software and Data", ["software", "dataset"]),
      ("Patents", ["patent"]),
      ("Other", ["editorial", "other"]),
    ]
  ]
}
