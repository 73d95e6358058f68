/// A person's name is written in one way throughout, or its other spellings are aliases in `people/` or the profile.
enum SpellPeopleOneWay: ValidationRule {
  static let name = "person"

  static func findings(in reading: CVReading) -> [Finding] {
    let aliases = aliases(in: reading)
    var first: [String: (name: String, path: String)] = [:]
    var told: Set<String> = []
    var findings: [Finding] = []
    for record in reading.records {
      guard let kind = reading.cv.schema[record.entry.key.kind] else { continue }
      for field in kind.fields where field.type == .people {
        for (index, name) in names(record.entry[field.name]).enumerated() {
          guard let name, !aliases.contains(name) else { continue }
          let folded = spellingKey(name)
          guard let other = first[folded] else {
            first[folded] = (name, record.path)
            continue
          }
          guard other.name != name, told.insert(name).inserted else { continue }
          findings.append(
            finding(
              record, field.name, at: [.item(index)],
              "\(quoted(name)) is written \(quoted(other.name)) in \(other.path)",
              hint: "write one of them throughout, or list the other under \"aliases\" in people/"))
        }
      }
    }
    return findings
  }

  private static func names(_ value: Plain?) -> [String?] {
    value?.items.map { $0.text ?? $0["name"]?.text } ?? []
  }

  /// Equal for names that differ in points, accents, case or hyphens, and for `Family, Given`.
  private static func spellingKey(_ name: String) -> String {
    let name = PersonName(name)
    return (name.given + [name.family]).joined(separator: " ")
  }

  /// Every spelling that a record under `people/`, or the profile, takes for its own.
  private static func aliases(in reading: CVReading) -> Set<String> {
    var result: Set<String> = []
    for record in reading.records {
      guard record.entry.key.kind == "people" || record.entry.key == .profile else { continue }
      result.formUnion(record.entry["aliases"]?.items.compactMap(\.text) ?? [])
    }
    return result
  }
}
