/// A list names each person once.
enum ListPeopleOnce: CVRule {
  static let name = "duplicate-person"

  static func findings(in reading: CVReading) -> [Finding] {
    let directory = PeopleDirectory([reading.cv])
    let fields = Dictionary(
      uniqueKeysWithValues: reading.cv.schema.kinds.map { ($0.name, $0.peopleFields) })
    var identities: [String: PersonIdentity] = [:]
    func identity(_ name: String) -> PersonIdentity {
      if let known = identities[name] { return known }
      let identity = directory.identity(of: name)
      identities[name] = identity
      return identity
    }
    return reading.records.indices.flatMap { index -> [Finding] in
      let record = reading.records[index]
      return (fields[record.entry.key.kind] ?? []).flatMap { field -> [Finding] in
        let items = record.entry[field.name]?.items ?? []
        guard items.count > 1 else { return [] }
        return findings(in: record, field.name, items, identity)
      }
    }
  }

  /// A name of a list.
  private struct Listed {
    let place: Int
    let name: String
    let identity: PersonIdentity
  }

  /// The most names of one family name and first letter that a name is compared with.
  private static let mostNamesakes = 100

  private static func findings(
    in record: Record, _ field: String, _ items: [Plain], _ identity: (String) -> PersonIdentity
  ) -> [Finding] {
    var byPerson: [String: Listed] = [:]
    var byName: [String: [Listed]] = [:]
    var findings: [Finding] = []
    for (place, item) in items.enumerated() {
      guard let name = item.text ?? item["name"]?.text, !Person.isElision(name) else { continue }
      let listed = Listed(place: place, name: name, identity: identity(name))
      let namesakes = byName[listed.identity.nameText, default: []]
      if let same = listed.identity.person.flatMap({ byPerson[$0] })
        ?? namesakes.first(where: { isCertain($0.identity, listed.identity) })
      {
        findings.append(finding(record, field, item, listed, "is", same))
      } else if let other = onlyFit(listed.identity, namesakes) {
        findings.append(finding(record, field, item, listed, "may be", other))
      }
      if let person = listed.identity.person, byPerson[person] == nil { byPerson[person] = listed }
      if namesakes.count < mostNamesakes {
        byName[listed.identity.nameText, default: []].append(listed)
      }
    }
    return findings
  }

  /// True for two spellings of one name, none of which is another person's by record.
  private static func isCertain(_ left: PersonIdentity, _ right: PersonIdentity) -> Bool {
    left.isSamePerson(as: right) && left.name.isSpelledLike(right.name)
  }

  /// The one listed person whose name fits; nil if there are several, or none.
  private static func onlyFit(_ identity: PersonIdentity, _ namesakes: [Listed]) -> Listed? {
    let fitting = namesakes.filter {
      $0.identity.isSamePerson(as: identity) && !isOnRecord(shorter($0.identity, identity))
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// A short name with a record of its own is that person, not someone whose longer name it fits.
  private static func isOnRecord(_ identity: PersonIdentity) -> Bool { identity.person != nil }

  private static func shorter(_ left: PersonIdentity, _ right: PersonIdentity) -> PersonIdentity {
    left.givenLength < right.givenLength ? left : right
  }

  private static func finding(
    _ record: Record, _ field: String, _ item: Plain, _ listed: Listed, _ verb: String,
    _ other: Listed
  ) -> Finding {
    let path = [Misread.Step.item(listed.place)] + (item.text == nil ? [.value("name")] : [])
    let isRepeated = listed.name == other.name
    return finding(
      record, field, at: path,
      isRepeated
        ? "\(quoted(listed.name)) is listed twice in \(quoted(field))"
        : "\(quoted(listed.name)) \(verb) \(quoted(other.name)), listed earlier in \(quoted(field))",
      hint: verb == "is" ? "remove one of them" : "remove one of them, or write both names in full",
      severity: .warning)
  }
}

extension PersonIdentity {
  /// The letters of all given names.
  fileprivate var givenLength: Int { name.given.reduce(0) { $0 + $1.count } }
}
