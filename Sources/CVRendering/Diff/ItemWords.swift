internal import CVModel

/// Describes changes of list items, people, or keys of a mapping in words.
struct ItemWords {
  let words: ValueWords
  /// Whether to show keys; false if the key is already the name before the line, as for accounts
  /// and metrics.
  var showsKeys = true

  /// The lines of a field; names and tags that were added or removed together share one line.
  func lines(_ items: [ItemChange], isCompletion: Bool) -> [FieldOutline.Line] {
    var items = items
    var lines: [FieldOutline.Line] = []
    if isCompletion {
      lines.append(completion(items))
      items.removeAll { $0.effect == .completed }
    }
    guard isShort else { return lines + items.flatMap(self.lines) }
    while let first = items.first {
      let run = items.prefix { $0.effect == first.effect }
      items.removeFirst(run.count)
      lines += joined(Array(run)).map { [$0] } ?? run.flatMap(self.lines)
    }
    return lines
  }

  /// Whether the list's items are single words or names.
  private var isShort: Bool {
    switch words.type {
    case .people?, .tags?, .fieldNames?: true
    default: false
    }
  }

  private func joined(_ run: [ItemChange]) -> FieldOutline.Line? {
    switch run[0].effect {
    case .added, .set:
      .init(symbol: .added, fragments: [.text(list(run.compactMap(\.to)))])
    case .removed, .cleared:
      .init(symbol: .removed, fragments: [.text(list(run.compactMap(\.from)))])
    default: nil
    }
  }

  private func list(_ values: [Plain]) -> String {
    values.map(words.item).joined(separator: ", ")
  }

  /// The lines for one item, person, or key.
  func lines(_ item: ItemChange) -> [FieldOutline.Line] {
    let key = item.key.map { showsKeys ? "\($0): " : "" } ?? ""
    switch item.effect {
    case .added, .set: return [line(.added, key, item.to)]
    case .removed, .cleared: return [line(.removed, key, item.from)]
    case .completed: return [line(.added, key, item.to ?? item.from).adding(" (completed)")]
    case .moved, .reordered:
      guard let old = item.from, let new = item.to, old != new else {
        return [line(.moved, key, item.to).adding(Self.places(item))]
      }
      let words = "\(key)\(words.item(old)) → \(words.item(new))\(Self.places(item))"
      return [.init(symbol: .moved, fragments: [.text(words)])]
    default: break
    }
    guard let old = item.from, let new = item.to else { return [line(.changed, key, item.to)] }
    if item.effect == .respelled { return [arrow(key, old, new, " (respelled)")] }
    if item.key != nil { return [arrow(key, old, new, item.difference.map { " (\($0))" } ?? "")] }
    if case .people? = words.type { return [arrow(key, old, new, "")] }
    let (before, after) = words(old, new)
    return EditWords(before, after).lines
  }

  private func line(
    _ symbol: EntryOutline.Symbol, _ key: String, _ value: Plain?
  ) -> FieldOutline.Line {
    .init(symbol: symbol, fragments: [.text(key + (value.map(words.item) ?? ""))])
  }

  private func arrow(
    _ key: String, _ old: Plain, _ new: Plain, _ remark: String
  ) -> FieldOutline.Line {
    .init(
      symbol: showsKeys ? .changed : nil,
      fragments: [.text("\(key)\(words.item(old)) → \(words.item(new))\(remark)")])
  }

  /// ` (moved from 3rd to 1st)`, counted from 1.
  private static func places(_ item: ItemChange) -> String {
    guard let from = item.fromIndex, let to = item.toIndex else { return " (moved)" }
    return " (moved from \(ordinal(from + 1)) to \(ordinal(to + 1)))"
  }

  /// `1st`, `2nd`, `11th`.
  static func ordinal(_ number: Int) -> String {
    if (11...13).contains(number % 100) { return "\(number)th" }
    switch number % 10 {
    case 1: return "\(number)st"
    case 2: return "\(number)nd"
    case 3: return "\(number)rd"
    default: return "\(number)th"
    }
  }

  private func completion(_ items: [ItemChange]) -> FieldOutline.Line {
    let names = items.filter { $0.effect == .completed }.compactMap(\.to)
    return .init(symbol: nil, fragments: [.text("completed with \(list(names))")])
  }
}
