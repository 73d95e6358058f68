/// A person's name at its first occurrence in a CV.
struct PersonMention {
  let name: String
  let identity: PersonIdentity
  let record: Record
  let field: String
  /// The path from the field's value to the name.
  let path: [Misread.Step]

  /// Whether a given name is only a letter.
  var hasInitial: Bool { identity.name.given.contains(where: \.isInitial) }

  /// All different names in the lists of people, in the order of the records.
  static func all(in reading: CVReading, by directory: PeopleDirectory) -> [PersonMention] {
    var seen: Set<String> = []
    var mentions: [PersonMention] = []
    let fields = Dictionary(
      uniqueKeysWithValues: reading.cv.schema.kinds.map { ($0.name, $0.peopleFields) })
    for number in reading.records.indices {
      for field in fields[reading.records[number].entry.key.kind] ?? [] {
        guard let value = reading.records[number].entry[field.name] else { continue }
        for (index, item) in value.items.enumerated() {
          guard let name = item.personName, !Person.isElision(name),
            seen.insert(name).inserted
          else { continue }
          let path = [Misread.Step.item(index)] + item.pathToName
          mentions.append(
            PersonMention(
              name: name, identity: directory.identity(of: name), record: reading.records[number],
              field: field.name, path: path))
        }
      }
    }
    return mentions
  }
}

extension String {
  /// Whether it is one letter of a script with capitals; a one-letter Chinese given name is a name.
  fileprivate var isInitial: Bool {
    unicodeScalars.count == 1 && unicodeScalars.allSatisfy(\.properties.isCased)
  }
}
