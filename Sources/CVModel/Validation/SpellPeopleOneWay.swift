internal import Text

/// A person's name must have one spelling, or its other spellings must be aliases in `people/` or
/// the profile.
enum SpellPeopleOneWay: CVRule {
  static let name = "person"

  static func findings(in reading: CVReading) -> [Finding] {
    let directory = PeopleDirectory([reading.cv])
    let declared = directory.declaredNames.compactMapValues { reading.record($0)?.path }
    let mentions = PersonMention.all(in: reading, by: directory)
    let undeclared = mentions.filter { declared[$0.name] == nil }
    return respelled(undeclared, declared)
      + shortened(undeclared, declared, among: mentions, by: directory)
  }

  /// The same letters with different dots, accents, capitals or order.
  private static func respelled(
    _ mentions: [PersonMention], _ declared: [String: String]
  ) -> [Finding] {
    var first: [String: (name: String, path: String)] = [:]
    for (name, path) in declared.sorted(by: { $0.key < $1.key }) {
      first[PersonName(name).spelling] = (name, path)
    }
    return mentions.compactMap { mention in
      let spelling = mention.identity.name.spelling
      guard let other = first[spelling] else {
        first[spelling] = (mention.name, mention.record.path)
        return nil
      }
      let isSame = plain(mention.name) == plain(other.name)
      // What is in the name besides it is reported as such.
      guard isSame || NameReader(mention.name).additions.isEmpty else { return nil }
      return finding(
        mention.record, mention.field, at: mention.path,
        "\(quoted(mention.name)) is written \(quoted(other.name)) in \(other.path)",
        hint: hint(mention.name, other, isDeclared: declared[other.name] != nil),
        severity: isSame ? .error : .warning)
    }
  }

  /// The words of a name, in the order of speech. Two names that agree only without a title or a
  /// degree are one person's too, but records may have them.
  private static func plain(_ name: String) -> String {
    name.split(separator: ",", maxSplits: 1).reversed().map { String($0).wordFolded }
      .joined(separator: " ")
  }

  /// Initials that fit one longer name alone: most likely the same person.
  private static func shortened(
    _ mentions: [PersonMention], _ declared: [String: String], among all: [PersonMention],
    by directory: PeopleDirectory
  ) -> [Finding] {
    let short = mentions.filter(\.hasInitial)
    if short.isEmpty { return [] }
    var names = all.map { (name: $0.name, identity: $0.identity, path: $0.record.path) }
    names += declared.sorted { $0.key < $1.key }
      .map { ($0.key, directory.identity(of: $0.key), $0.value) }
    let long = Dictionary(grouping: names.filter { ($0.identity.name.given.first?.count ?? 0) > 1 })
    {
      $0.identity.name.familyAndInitial
    }
    return short.compactMap { mention in
      let family = mention.identity.name.familyAndInitial
      let fitting = long[family, default: []].prefix(100)
        .filter { $0.identity.match(mention.identity) == .likely }
      guard let other = fitting.first,
        Set(fitting.map(\.identity.name.given.first)).count == 1
      else { return nil }
      let path = declared[other.name] ?? other.path
      return finding(
        mention.record, mention.field, at: mention.path,
        "\(quoted(mention.name)) may be \(quoted(other.name)) in \(path)",
        hint: hint(mention.name, (other.name, path), isDeclared: declared[other.name] != nil),
        severity: .warning)
    }
  }

  private static func hint(
    _ name: String, _ other: (name: String, path: String), isDeclared: Bool
  ) -> String {
    isDeclared
      ? "write \(quoted(other.name)), or list \(quoted(name)) under \"aliases\" in \(other.path)"
      : "use one spelling, or list the other under \"aliases\" in people/"
  }
}
