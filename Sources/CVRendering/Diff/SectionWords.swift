internal import CVModel
internal import Text

/// Describes changes of the document's sections in words: one outline for each section, with its
/// settings below.
struct SectionWords {
  /// The schema that names the kinds.
  let schema: Schema

  func outlines(_ items: [ItemChange]) -> [EntryOutline] {
    var order: [String] = []
    var fields: [String: [FieldOutline]] = [:]
    var whole: [EntryOutline] = []
    for item in items {
      guard let key = item.key else { continue }
      let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
      if parts.count == 1, item.effect != .moved {
        whole.append(section(item, parts[0]))
        continue
      }
      if fields[parts[0]] == nil { order.append(parts[0]) }
      fields[parts[0], default: []].append(setting(item, parts.count == 1 ? nil : parts[1]))
    }
    return order.map { key in
      EntryOutline(symbol: .changed, name: name(key), fields: fields[key] ?? [])
    } + whole
  }

  /// A section that was added or removed.
  private func section(_ item: ItemChange, _ key: String) -> EntryOutline {
    let value = item.to ?? item.from
    let heading = value?["heading"]?.text ?? name(key)
    var fields: [FieldOutline] = []
    if item.to != nil {
      for setting in ["intro", "groups", "where", "limit", "sort"] {
        guard let value = value?[setting] else { continue }
        fields.append(self.setting(ItemChange(.set, key: key, to: value), setting))
      }
    }
    return EntryOutline(
      symbol: item.to == nil ? .removed : .added, name: "Section \(quoted(heading))",
      fields: fields)
  }

  /// The name of a kind's section; a second section of the same kind is numbered.
  private func name(_ key: String) -> String {
    let parts = key.split(separator: " ", maxSplits: 1).map(String.init)
    let heading = schema[parts[0]]?.heading ?? parts[0]
    return parts.count > 1 ? "\(heading) (\(parts[1]))" : heading
  }

  private func setting(_ item: ItemChange, _ name: String?) -> FieldOutline {
    switch name {
    case nil:
      let places = [item.fromIndex, item.toIndex].compactMap {
        $0.map { ItemWords.ordinal($0 + 1) }
      }
      return FieldOutline(
        label: "place",
        lines: [.init(symbol: nil, fragments: [.text(places.joined(separator: " → "))])])
    case "groups"?:
      return FieldOutline(
        label: "groups", lines: Self.groups(item.from?.items ?? [], item.to?.items ?? []))
    default:
      let label = name ?? ""
      let words = { (value: Plain) in label == "where" ? Self.filter(value) : value.text ?? "" }
      return FieldOutline(label: label, lines: Self.lines(item.from.map(words), item.to.map(words)))
    }
  }

  private static func lines(_ old: String?, _ new: String?) -> [FieldOutline.Line] {
    switch (old, new) {
    case (let old?, let new?): EditWords(old, new).lines
    case (nil, let new?): [.init(symbol: .added, fragments: [.text(new)])]
    case (let old?, nil): [.init(symbol: .removed, fragments: [.text(old)])]
    case (nil, nil): []
    }
  }

  /// Matches groups by heading, then by content.
  private static func groups(_ old: [Plain], _ new: [Plain]) -> [FieldOutline.Line] {
    var rest = old
    var lines: [FieldOutline.Line] = []
    for group in new {
      let partner =
        rest.firstIndex { $0 == group } ?? rest.firstIndex { $0["heading"] == group["heading"] }
        ?? rest.firstIndex { $0["where"] == group["where"] }
      guard let partner else {
        lines.append(.init(symbol: .added, fragments: [.text(words(group))]))
        continue
      }
      let before = rest.remove(at: partner)
      if before != group { lines += EditWords(words(before), words(group)).lines }
    }
    lines += rest.map { .init(symbol: .removed, fragments: [.text(words($0))]) }
    return lines.isEmpty ? [.init(symbol: nil, fragments: [.text("in another order")])] : lines
  }

  /// `Conference Papers · type: conference`.
  private static func words(_ group: Plain) -> String {
    let heading = group["heading"]?.text ?? "without heading"
    let intro = group["intro"]?.text.map { " · \($0)" } ?? ""
    return heading + (group["where"].map { " · \(filter($0))" } ?? "") + intro
  }

  /// `type: journal, conference; status: Accepted`.
  private static func filter(_ value: Plain) -> String {
    guard case .map(let pairs) = value else { return ValueWords.plain(value) }
    return pairs.sorted { $0.key < $1.key }.map { "\($0.key): \(ValueWords.plain($0.value))" }
      .joined(separator: "; ")
  }
}
