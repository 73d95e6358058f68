internal import CVModel

/// Words for the change of a field in a changelog: short values in full, longer ones by field name.
struct ChangelogFieldWords {
  private let kind: Kind?
  private let words: FieldWords

  init(kind: Kind?) {
    self.kind = kind
    words = FieldWords(kind: kind)
  }

  /// The maximum length of a value that is shown.
  private static let longest = 60

  /// `date: 2022 → 2023`, `2025: + 5`, `highlights: 2 added, 1 edited`, `summary`.
  func text(_ change: FieldChange) -> String {
    let label = FieldWords.label(change.path)
    if let items = change.items, items.contains(where: { $0.key != nil }) {
      return items.map(keyed).joined(separator: ", ")
    }
    return value(change).map { "\(label): \($0)" } ?? label
  }

  /// The lines for a field of the profile, which has no entry name to be listed under.
  func ownLines(_ change: FieldChange, _ day: String) -> [ChangelogLine] {
    guard let items = change.items, items.contains(where: { $0.key != nil }) else {
      let label = FieldWords.label(change.path).capitalizedFirst
      return [ChangelogLine(day: day, lead: label, name: value(change) ?? "changed")]
    }
    return items.map { item in
      let label = FieldWords.label(item.key ?? change.path).capitalizedFirst
      return ChangelogLine(
        day: day, lead: label, name: short(item.from, item.to, item.difference) ?? "changed")
    }
  }

  private func keyed(_ item: ItemChange) -> String {
    let label = FieldWords.label(item.key ?? "")
    return short(item.from, item.to, item.difference).map { "\(label): \($0)" } ?? label
  }

  private func value(_ change: FieldChange) -> String? {
    if change.effect == .completed { return words.outline(change).lines.first?.plainText }
    guard let items = change.items, !items.isEmpty else {
      let (from, to) = (
        change.from.map { text(of: $0, change.path) }, change.to.map { text(of: $0, change.path) }
      )
      return short(from, to, change.difference)
    }
    let spelled = items.map { item in
      switch item.effect {
      case .added, .removed, .set, .cleared, .edited, .changed:
        short(item.from, item.to, item.difference)
      default: words.line(item).plainText
      }
    }
    if spelled.allSatisfy({ $0 != nil }) {
      let text = spelled.compactMap(\.self).joined(separator: ", ")
      if text.count <= Self.longest { return text }
    }
    return counts(items)
  }

  /// `2 added, 1 edited`.
  private func counts(_ items: [ItemChange]) -> String {
    var counts: [(effect: Effect, count: Int)] = []
    for item in items {
      if let place = counts.firstIndex(where: { $0.effect == item.effect }) {
        counts[place].count += 1
      } else {
        counts.append((item.effect, 1))
      }
    }
    return counts.map { "\($0.count) \($0.effect.rawValue)" }.joined(separator: ", ")
  }

  private func text(of value: Plain, _ path: String) -> String {
    words.lines(of: value, path).joined(separator: ", ")
  }

  private func short(_ from: Plain?, _ to: Plain?, _ difference: String?) -> String? {
    short(from.map(words.itemWords), to.map(words.itemWords), difference)
  }

  /// `A → B (+1)`, `+ B`, `− A`; nil if that is too long.
  private func short(_ from: String?, _ to: String?, _ difference: String?) -> String? {
    let text =
      switch (from, to) {
      case (let from?, let to?): "\(from) → \(to)" + (difference.map { " (\($0))" } ?? "")
      case (nil, let to?): "+ \(to)"
      case (let from?, nil): "− \(from)"
      case (nil, nil): ""
      }
    return text.count <= Self.longest ? Inline.parse(text).plainText : nil
  }
}

extension FieldOutline.Line {
  /// The words of a line, ignoring which of them are new or old.
  var plainText: String {
    fragments.map { fragment in
      switch fragment {
      case .text(let words), .removed(let words), .added(let words): words
      }
    }.joined()
  }
}
