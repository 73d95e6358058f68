/// A person's name is written in one way throughout, or its other spellings are aliases in `people/` or the profile.
enum SpellPeopleOneWay: CVRule {
  static let name = "person"

  static func findings(in reading: CVReading) -> [Finding] {
    let declared = declared(in: reading)
    let mentions = PersonMention.all(in: reading)
    let undeclared = mentions.filter { declared[$0.name] == nil }
    return respelled(undeclared, declared) + shortened(undeclared, declared, among: mentions)
  }

  /// The names and aliases in `people/` and the profile, each with its record's path.
  private static func declared(in reading: CVReading) -> [String: String] {
    var paths: [String: String] = [:]
    for (key, index) in reading.recordIndex where key.kind == "people" || key == .profile {
      let record = reading.records[index]
      let names = [record.entry["name"], record.entry["aliases"]].compactMap { $0 }
      for name in names.flatMap(\.items).compactMap(\.text) {
        paths[name] = min(record.path, paths[name] ?? record.path)
      }
    }
    return paths
  }

  /// The same letters with other points, accents, capitals or order.
  private static func respelled(
    _ mentions: [PersonMention], _ declared: [String: String]
  ) -> [Finding] {
    var first: [String: (name: String, path: String)] = [:]
    for (name, path) in declared.sorted(by: { $0.key < $1.key }) {
      let parts = PersonName(name)
      first[(parts.given + [parts.family]).joined(separator: " ")] = (name, path)
    }
    return mentions.compactMap { mention in
      let spelling = mention.spelling
      guard let other = first[spelling] else {
        first[spelling] = (mention.name, mention.record.path)
        return nil
      }
      return finding(
        mention.record, mention.field, at: mention.path,
        "\(quoted(mention.name)) is written \(quoted(other.name)) in \(other.path)",
        hint: hint(mention.name, other, isDeclared: declared[other.name] != nil))
    }
  }

  /// Initials that fit one longer name alone: most likely the same person.
  private static func shortened(
    _ mentions: [PersonMention], _ declared: [String: String], among all: [PersonMention]
  ) -> [Finding] {
    let short = mentions.filter(\.hasInitial)
    if short.isEmpty { return [] }
    var names = all.map { (name: $0.name, parts: $0.parts, path: $0.record.path) }
    names += declared.sorted { $0.key < $1.key }.map { ($0.key, PersonName($0.key), $0.value) }
    let long = Dictionary(grouping: names.filter { ($0.parts.given.first?.count ?? 0) > 1 }) {
      bucket($0.parts)
    }
    return short.compactMap { mention in
      let fitting = long[bucket(mention.parts), default: []].prefix(100).filter {
        $0.parts.isCompatible(with: mention.parts) && !$0.parts.isSpelledLike(mention.parts)
      }
      guard let other = fitting.first, Set(fitting.map(\.parts.given.first)).count == 1 else {
        return nil
      }
      let path = declared[other.name] ?? other.path
      return finding(
        mention.record, mention.field, at: mention.path,
        "\(quoted(mention.name)) may be \(quoted(other.name)) in \(path)",
        hint: hint(mention.name, (other.name, path), isDeclared: declared[other.name] != nil),
        severity: .warning)
    }
  }

  /// What two compatible names share: the family name and the first letter.
  private static func bucket(_ name: PersonName) -> String {
    "\(name.given.first?.prefix(1) ?? "") \(name.family)"
  }

  private static func hint(
    _ name: String, _ other: (name: String, path: String), isDeclared: Bool
  ) -> String {
    isDeclared
      ? "write \(quoted(other.name)), or list \(quoted(name)) under \"aliases\" in \(other.path)"
      : "write it in one way, or list the other under \"aliases\" in people/"
  }
}
