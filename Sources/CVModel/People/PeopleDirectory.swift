internal import Synchronization

/// Maps names to people: the spellings that a record in `people/`, or the profile, claims for one
/// person.
package struct PeopleDirectory: Sendable {
  private let names: KnownNames

  /// The key of the CV's owner, in place of a name.
  static let owner = EntryKey.profile.description

  /// Reads the people from the two sides of a diff, or from one CV; their order does not matter.
  ///
  /// A name that two records of one side claim is ambiguous and ignored, unless one is the profile.
  /// Records of the two sides are the same person if they share a name; records that share a name
  /// with no other are matched by key.
  package init(_ sides: [CV]) { names = KnownNames(sides) }

  /// The person with a name.
  func identity(of name: String) -> PersonIdentity {
    PersonIdentity(name: PersonName(name), person: names.found.persons[name.nameFolded])
  }

  /// The record that claims a name in this spelling or an equivalent one; nil if none does, or
  /// several do.
  func record(named name: String) -> EntryKey? { names.found.records[name.nameFolded] }

  /// The parts of a listed person's name: those that the list gives, or with the family name that
  /// the person's record gives.
  package func parts(of person: Person.Named) -> NameParts {
    guard person.givenParts == nil, let key = record(named: person.name),
      let family = names.found.families[key]
    else { return person.parts }
    return NameParts(person.name, family: family)
  }

  /// The records by the names and aliases that they list, as written; of several, the first by key.
  var declaredNames: [String: EntryKey] { names.declared }

  /// The identity as a text: a name that a record claims need not be parsed.
  func identityText(of name: String) -> String {
    names.found.persons[name.nameFolded] ?? PersonIdentity(name: PersonName(name), person: nil).text
  }
}

/// The names that records claim, read when first needed: most diffs never do.
private final class KnownNames: Sendable {
  private let sides: [CV]
  private let known = Mutex<Found?>(nil)

  init(_ sides: [CV]) { self.sides = sides }

  /// The content of the records, by folded name.
  struct Found: Sendable {
    /// The person with each name, identified by the smallest of the person's names.
    let persons: [String: String]
    /// The record that claims each name; of two sides, the last one's.
    let records: [String: EntryKey]
    /// The family names that records give; of two sides, the last one's.
    let families: [EntryKey: String]
  }

  var found: Found {
    known.withLock { known in
      if let known { return known }
      let found = Self.found(sides)
      known = found
      return found
    }
  }

  var declared: [String: EntryKey] {
    var keys: [String: EntryKey] = [:]
    for (name, key) in sides.flatMap(Self.claims) { keys[name] = min(key, keys[name] ?? key) }
    return keys
  }

  private static func found(_ sides: [CV]) -> Found {
    var groups = NameGroups()
    var namesOfSides: [[EntryKey: Set<String>]] = []
    for cv in sides {
      let names = Self.names(cv)
      for names in names.values { groups.join(names) }
      namesOfSides.append(names)
    }
    if let first = namesOfSides.first, let last = namesOfSides.dropFirst().first {
      let (before, after) = (Self.allNames(first), Self.allNames(last))
      for (key, names) in first {
        guard let others = last[key], names.isDisjoint(with: after), others.isDisjoint(with: before)
        else { continue }
        groups.join(names.union(others))
      }
    }
    var personByName = groups.smallestNames
    let owners = namesOfSides.flatMap { $0[.profile] ?? [] }.map { personByName[$0] }
    for (name, person) in personByName where owners.contains(person) {
      personByName[name] = PeopleDirectory.owner
    }
    var records: [String: EntryKey] = [:]
    for names in namesOfSides {
      for (key, names) in names {
        for name in names { records[name] = key }
      }
    }
    var families: [EntryKey: String] = [:]
    for entry in sides.flatMap({ $0.entries.values }) where isPerson(entry.key) {
      if let family = entry["family"]?.text { families[entry.key] = family }
    }
    return Found(persons: personByName, records: records, families: families)
  }

  /// The names and aliases in the people's records and the profile, as written.
  private static func claims(_ cv: CV) -> [(name: String, key: EntryKey)] {
    cv.entries.values.filter { isPerson($0.key) }.flatMap { entry in
      ((entry["name"]?.items ?? []) + (entry["aliases"]?.items ?? [])).compactMap(\.text)
        .map { ($0, entry.key) }
    }
  }

  /// Whether a record is about one person.
  private static func isPerson(_ key: EntryKey) -> Bool { key.kind == "people" || key == .profile }

  /// The names that only one record claims on its side.
  private static func names(_ cv: CV) -> [EntryKey: Set<String>] {
    var claims: [String: Set<EntryKey>] = [:]
    for (name, key) in self.claims(cv) {
      let folded = name.nameFolded
      if !folded.isEmpty { claims[folded, default: []].insert(key) }
    }
    var names: [EntryKey: Set<String>] = [:]
    for (name, keys) in claims {
      let key = keys.contains(.profile) ? .profile : keys.count == 1 ? keys.first : nil
      if let key { names[key, default: []].insert(name) }
    }
    return names
  }

  private static func allNames(_ names: [EntryKey: Set<String>]) -> Set<String> {
    names.values.reduce(into: []) { $0.formUnion($1) }
  }
}

/// Groups of names of the same person (a union-find forest).
private struct NameGroups {
  private var parent: [String: String] = [:]

  mutating func join(_ names: Set<String>) {
    guard let first = names.min() else { return }
    for name in names {
      let (left, right) = (root(of: first), root(of: name))
      parent[max(left, right)] = min(left, right)
    }
  }

  private func root(of name: String) -> String {
    var name = name
    while let next = parent[name], next != name { name = next }
    return name
  }

  /// The smallest name in the group of each name.
  var smallestNames: [String: String] {
    Dictionary(parent.keys.map { ($0, root(of: $0)) }) { first, _ in first }
  }
}
