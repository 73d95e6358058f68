internal import Text

/// Two entries of a kind without titles that say the same are most likely one: a degree, or a
/// course in one term.
enum UniqueEntries: CVRule {
  static let name = "duplicate-entry"

  /// What two entries that are one have in common: their names and their times.
  private struct Key: Hashable {
    let kind: String
    let names: [String]
    let times: [Plain]
  }

  static func findings(in reading: CVReading) -> [Finding] {
    let kinds = reading.cv.schema.entryKinds.filter { $0.field(named: "title") == nil }
    let byName = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name, $0) })
    var first: [Key: Int] = [:]
    return reading.records.indices.compactMap { index in
      let record = reading.records[index]
      guard let kind = byName[record.entry.key.kind], let key = key(record.entry, kind) else {
        return nil
      }
      guard let other = first[key] else {
        first[key] = index
        return nil
      }
      let earlier = reading.records[other]
      guard isSame(record.entry, earlier.entry, kind), let field = kind.nameFields.first else {
        return nil
      }
      return finding(
        record, field, "this is the same \(kind.singular) as \(earlier.path)",
        hint: "remove one of them, or say in what they differ", severity: .warning)
    }
  }

  private static func key(_ entry: Entry, _ kind: Kind) -> Key? {
    let names = kind.nameFields.map { name in
      (entry[name]?.items.compactMap(\.text) ?? []).joined(separator: " ").wordFolded
    }
    guard !names.isEmpty, names.allSatisfy({ !$0.isEmpty }) else { return nil }
    let times = [kind.dateField, "start", "end", "expected", "counts"].map { field in
      field.flatMap { entry[$0] } ?? .scalar("")
    }
    return Key(kind: kind.name, names: names, times: times)
  }

  /// True if no text that both have tells them apart: the code of a course, the unit of a
  /// university.
  private static func isSame(_ left: Entry, _ right: Entry, _ kind: Kind) -> Bool {
    kind.fields.allSatisfy { field in
      guard field.type == .text || field.type == .texts || field.type == .paragraphs,
        let mine = left[field.name], let theirs = right[field.name]
      else { return true }
      return words(mine) == words(theirs)
    }
  }

  private static func words(_ value: Plain) -> String {
    value.items.compactMap(\.text).joined(separator: " ").wordFolded
  }
}
