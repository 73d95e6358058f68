import CVModel
import Testing

/// The only field change of an entry that is on both sides.
func fieldChange(
  _ kind: String, _ old: Fields, _ new: Fields, people: [Entry] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> FieldChange {
  let change = try entryChange(kind, old, new, people: people, sourceLocation: sourceLocation)
  try #require(change.fieldChanges.count == 1, sourceLocation: sourceLocation)
  return change.fieldChanges[0]
}

/// The change of an entry that is on both sides with the same ID.
func entryChange(
  _ kind: String, _ old: Fields, _ new: Fields, people: [Entry] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> EntryChange {
  let key = EntryKey(kind: kind, id: "a")
  let changes = CVDiff(
    from: CV(entries: people + [Entry(key: key, fields: old)]),
    to: CV(entries: people + [Entry(key: key, fields: new)])
  ).changes
  try #require(changes.count == 1, sourceLocation: sourceLocation)
  return changes[0]
}

extension FieldChange {
  /// The change in one line: effect, significance, difference.
  var words: String {
    [effect.rawValue, significance.rawValue, difference].compactMap(\.self).joined(separator: " ")
  }

  /// Its items, one line each: effect, positions, key, texts, difference.
  var itemWords: [String] { (items ?? []).map(\.words) }
}

extension ItemChange {
  var words: String {
    var words = [effect.rawValue]
    if fromIndex != nil || toIndex != nil {
      words.append("\(fromIndex.map(String.init) ?? "")→\(toIndex.map(String.init) ?? "")")
    }
    words += [key, from?.text, to?.text, difference].compactMap(\.self)
    return words.joined(separator: " ")
  }
}
