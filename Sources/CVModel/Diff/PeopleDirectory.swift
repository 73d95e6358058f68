/// Who is who: the spellings that a record under `people/`, or the profile, takes for one person.
package struct PeopleDirectory: Sendable {
  private var personByName: [String: EntryKey] = [:]

  package init(_ sides: [CV]) {
    for cv in sides {
      for entry in cv.entries.values where entry.key.kind == "people" || entry.key == .profile {
        let names = [entry["name"]].compactMap(\.self) + (entry["aliases"]?.items ?? [])
        for name in names.compactMap(\.text) { personByName[name.wordFolded] = entry.key }
      }
    }
  }

  /// The record of a person, nil where none claims the name.
  package func person(named name: String) -> EntryKey? { personByName[name.wordFolded] }

  /// What `identity(of:)` gives for the owner of the CV.
  static let owner = EntryKey.profile.description

  /// One text for all spellings of a person: the record's key, or family name and first initial.
  func identity(of name: String) -> String {
    if let person = person(named: name) { return person.description }
    let name = PersonName(name)
    return "\(name.family) \(name.given.first?.prefix(1) ?? "")"
  }

  /// True where two names are one person's: by a record, or by one family name and fitting given names.
  func isSamePerson(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    if let mine = person(named: left), let theirs = person(named: right) { return mine == theirs }
    let (mine, theirs) = (PersonName(left), PersonName(right))
    return mine.isSpelledLike(theirs) || mine.isCompatible(with: theirs)
  }
}
