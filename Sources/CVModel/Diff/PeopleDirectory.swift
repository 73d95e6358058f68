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
    PersonIdentity(name: PersonName(name), person: names.person[name.wordFolded])
  }

  /// The same as one text: a name that a record claims need not be taken apart.
  func identityText(of name: String) -> String {
    names.person[name.wordFolded] ?? PersonIdentity(name: PersonName(name), person: nil).text
  }
}

/// The names that records claim, looked through when someone is first asked for: most diffs never do.
private final class KnownNames: Sendable {
  private let sides: [CV]
  private let found = Mutex<[String: String]?>(nil)

  init(_ sides: [CV]) { self.sides = sides }

  /// The person behind each name as it is folded, by the smallest of that person's names.
  var person: [String: String] {
    found.withLock { found in
      if let found { return found }
      let persons = Self.persons(sides)
      found = persons
      return persons
    }
  }

  private static func persons(_ sides: [CV]) -> [String: String] {
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
    return personByName
  }

  /// The names that each record claims alone on its side.
  private static func names(_ cv: CV) -> [EntryKey: Set<String>] {
    var claims: [String: Set<EntryKey>] = [:]
    for entry in cv.entries.values where entry.key.kind == "people" || entry.key == .profile {
      for value in (entry["name"]?.items ?? []) + (entry["aliases"]?.items ?? []) {
        guard let name = value.text?.wordFolded, !name.isEmpty else { continue }
        claims[name, default: []].insert(entry.key)
      }
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

/// A person as a list names them: the name, and the record that claims it.
struct PersonIdentity: Hashable, Sendable {
  let name: PersonName
  /// Nil where no record claims the name.
  let person: String?

  /// One text for all spellings of a person: the record's own, or family name and first initial.
  var text: String { person ?? nameText }

  /// The family name and the first initial, which all spellings of one name share.
  var nameText: String { "\(name.family) \(name.given.first?.prefix(1) ?? "")" }

  /// True where two names are one person's: by a record, or by one family name and fitting given names.
  func isSamePerson(as other: PersonIdentity) -> Bool {
    if let person, let theirs = other.person { return person == theirs }
    return name.isSpelledLike(other.name) || name.isCompatible(with: other.name)
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
