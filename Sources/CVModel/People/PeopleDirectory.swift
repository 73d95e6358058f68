internal import Synchronization

/// Who is who: the spellings that a record under `people/`, or the profile, takes for one person.
package struct PeopleDirectory: Sendable {
  private let names: KnownNames

  /// What stands for the owner of the CV in place of a name.
  static let owner = EntryKey.profile.description

  /// Reads who is who from the two sides of a diff, or from one CV; their order makes no difference.
  ///
  /// A name that two records of one side claim tells nobody apart and counts for neither, unless one is the profile. Records of the two sides are one
  /// person where they share a name; of those that share none with any, those of one key.
  package init(_ sides: [CV]) { names = KnownNames(sides) }

  /// Who a name stands for.
  func identity(of name: String) -> PersonIdentity {
    PersonIdentity(name: PersonName(name), person: names.found.persons[name.wordFolded])
  }

  /// The record that claims a name in this spelling or one that folds to it; nil if none does, or if several do.
  func record(named name: String) -> EntryKey? { names.found.records[name.wordFolded] }

  /// The records by the names and aliases that they list, as written; of several, the first by key.
  var declaredNames: [String: EntryKey] { names.declared }

  /// The same as one text: a name that a record claims need not be taken apart.
  func identityText(of name: String) -> String {
    names.found.persons[name.wordFolded] ?? PersonIdentity(name: PersonName(name), person: nil).text
  }
}

/// The names that records claim, looked through when someone is first asked for: most diffs never do.
private final class KnownNames: Sendable {
  private let sides: [CV]
  private let known = Mutex<Found?>(nil)

  init(_ sides: [CV]) { self.sides = sides }

  /// What the records say, by names as they are folded.
  struct Found: Sendable {
    /// The person behind each name, by the smallest of that person's names.
    let persons: [String: String]
    /// The record that claims each name; of two sides, the last one's.
    let records: [String: EntryKey]
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
    return Found(persons: personByName, records: records)
  }

  /// The names and aliases that the people's records and the profile list, as written.
  private static func claims(_ cv: CV) -> [(name: String, key: EntryKey)] {
    cv.entries.values.filter { $0.key.kind == "people" || $0.key == .profile }.flatMap { entry in
      ((entry["name"]?.items ?? []) + (entry["aliases"]?.items ?? [])).compactMap(\.text)
        .map { ($0, entry.key) }
    }
  }

  /// The names that each record claims alone on its side.
  private static func names(_ cv: CV) -> [EntryKey: Set<String>] {
    var claims: [String: Set<EntryKey>] = [:]
    for (name, key) in self.claims(cv) {
      let folded = name.wordFolded
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

/// Names parted into groups, each of one person (a union-find forest).
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

  /// The smallest name of each name's group.
  var smallestNames: [String: String] {
    Dictionary(parent.keys.map { ($0, root(of: $0)) }) { first, _ in first }
  }
}
