internal import CVModel
internal import Text

/// Makes IDs for entries of formats without IDs, from their name and the year in which they begin.
struct EntryIDs {
  private var taken: Set<EntryKey> = []
  /// The number that was given last to a key, so that many equal ones are numbered in one go.
  private var numbers: [EntryKey: Int] = [:]

  /// The key of an entry, with a number if another entry has the same.
  ///
  /// Numbers follow the order of the source, so that entries appended later change no ID.
  mutating func claim(_ key: EntryKey) -> EntryKey {
    var result = key
    var number = numbers[key] ?? 1
    while !taken.insert(result).inserted {
      number += 1
      result.id = "\(key.id)-\(number)"
      numbers[key] = number
    }
    return result
  }

  /// The key that an entry makes: five words of its name and its year.
  static func key(for fields: Fields, of kind: Kind) -> EntryKey {
    if kind.name == EntryKey.profile.kind { return .profile }
    let entry = Entry(key: EntryKey(kind: kind.name, id: ""), fields: fields)
    var words = kind.title(of: entry).idWords.prefix(5).map(\.self)
    if words.isEmpty { words = kind.singular.idWords }
    let date = ["start", kind.dateField ?? "date", "end", "expected"].lazy
      .compactMap { fields[$0]?.text.flatMap(PartialDate.init) }.first
    if let date, words.last != String(date.year) { words.append(String(date.year)) }
    return EntryKey(kind: kind.name, id: words.joined(separator: "-"))
  }

  /// The key with an ID made from the source's own key: folded to ASCII, with other characters
  /// replaced by hyphens.
  static func key(from sourceKey: String, for fields: Fields, of kind: Kind) -> EntryKey {
    var id = sourceKey.asciiFolded.lowercased().utf8.split { !Self.isPlain($0) }
      .map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: "-")
    id = String(id.prefix(100))
    if id.hasSuffix("-") { id.removeLast() }
    return id.isEmpty ? key(for: fields, of: kind) : EntryKey(kind: kind.name, id: id)
  }

  /// The key with an ID that an export of ours named.
  static func key(named id: String, of kind: Kind) -> EntryKey {
    kind.name == EntryKey.profile.kind ? .profile : EntryKey(kind: kind.name, id: id)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte)
  }
}

extension String {
  /// The words of an ID: ASCII letters and digits, in lower case.
  var idWords: [String] {
    asciiFolded.foldedWords.map { $0.filter { $0.isASCII && ($0.isLetter || $0.isNumber) } }
      .filter { !$0.isEmpty }
  }

  /// Words joined by hyphens: `google-scholar` for `Google Scholar`.
  var slug: String { idWords.joined(separator: "-") }
}
