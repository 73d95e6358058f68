internal import Text

/// A list must not name a person twice.
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

  /// A name in a list.
  private struct Listed {
    let place: Int
    let name: String
    let identity: PersonIdentity
  }

  /// The maximum number of names with the same family name and first letter to compare a name with.
  private static let mostNamesakes = 100

  private static func findings(
    in record: Record, _ field: String, _ items: [Plain], _ identity: (String) -> PersonIdentity
  ) -> [Finding] {
    // By a person's record, and by the spelling of each name: names with equal keys certainly
    // match.
    var known: [String: Listed] = [:]
    var namesakes: [String: [Listed]] = [:]
    return items.enumerated().compactMap { place, item in
      guard let name = item.personName, !Person.isElision(name) else { return nil }
      let listed = Listed(place: place, name: name, identity: identity(name))
      let (family, texts) = (listed.identity.name.familyAndInitial, texts(of: listed.identity))
      let others = namesakes[family, default: []]
      if others.count < mostNamesakes { namesakes[family, default: []].append(listed) }
      let same = texts.lazy.compactMap { known[$0] }
        .first { $0.identity.match(listed.identity) == .certain }
      for text in texts where known[text] == nil { known[text] = listed }
      if let same { return finding(record, field, item, listed, "is", same) }
      let likely = others.filter { $0.identity.match(listed.identity) == .likely }
      return likely.count == 1
        ? finding(record, field, item, listed, "may be", likely[0]) : nil
    }
  }

  private static func texts(of identity: PersonIdentity) -> [String] {
    [identity.person.map { "record " + $0 }, "name " + identity.name.spelling].compactMap(\.self)
  }

  private static func finding(
    _ record: Record, _ field: String, _ item: Plain, _ listed: Listed, _ verb: String,
    _ other: Listed
  ) -> Finding {
    let path = [Misread.Step.item(listed.place)] + item.pathToName
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
