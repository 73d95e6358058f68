package import CVModel

/// Puts the change of one field into words.
package struct FieldWords {
  private let kind: Kind?

  package init(kind: Kind?) { self.kind = kind }

  /// A field's name as people read it: `supervisor label`.
  static func label(_ path: String) -> String {
    path.split(whereSeparator: { $0 == "-" || $0 == "." }).joined(separator: " ")
  }

  package func outline(_ change: FieldChange) -> FieldOutline {
    var lines: [FieldOutline.Line]
    if let items = change.items, !items.isEmpty {
      lines = change.effect == .completed ? [completion(items)] : items.map(line)
    } else {
      lines = valueLines(change)
    }
    if change.isUnread == true { lines = lines.map { $0.adding(" (unread)") } }
    if change.isUnpaired == true {
      lines.append(.init(symbol: nil, fragments: [.text("(too long to pair its items)")]))
    }
    return FieldOutline(label: Self.label(change.path), lines: lines)
  }

  // MARK: One value

  private func valueLines(_ change: FieldChange) -> [FieldOutline.Line] {
    switch (change.from, change.to) {
    case (nil, let new?):
      return [.init(symbol: .added, fragments: [.text(words(new, change.path))])]
    case (let old?, nil):
      return [.init(symbol: .removed, fragments: [.text(words(old, change.path))])]
    case (let old?, let new?):
      let (before, after) = (words(old, change.path), words(new, change.path))
      if isProse(change.path), max(before.count, after.count) > 24 {
        return Self.edit(before, after)
      }
      let difference = change.difference.map { " (\($0))" } ?? ""
      return [.init(symbol: nil, fragments: [.text("\(before) → \(after)\(difference)")])]
    case (nil, nil): return []
    }
  }

  private func isProse(_ path: String) -> Bool {
    switch kind?.field(named: path)?.type {
    case .text?, .paragraphs?, .any?: true
    default: false
    }
  }

  /// A value in one line: dates and periods as they are spoken, texts without their markup left in place.
  private func words(_ value: Plain, _ path: String) -> String {
    if path == FieldChange.periodPath, case .map(let pairs) = value {
      let fields = Fields(pairs.map { ($0.key, $0.value) })
      return Period(fields)?.spoken ?? Self.plain(value)
    }
    if case .date? = kind?.field(named: path)?.type, let text = value.text {
      return PartialDate(text)?.spoken ?? text
    }
    return Self.plain(value)
  }

  /// A field's value for people, an item of a list a line; inline markup stays as it is written.
  func lines(of value: Plain, _ path: String) -> [String] {
    guard case .list(let items) = value else { return [words(value, path)] }
    return isListed(path) ? items.map(itemWords) : [items.map(itemWords).joined(separator: ", ")]
  }

  /// True for lists of whole texts; names and tags stand in one line.
  private func isListed(_ path: String) -> Bool {
    if case .texts? = kind?.field(named: path)?.type { true } else { false }
  }

  /// Any value in one line.
  static func plain(_ value: Plain) -> String {
    switch value {
    case .scalar(let text): text
    case .list(let items): items.map(plain).joined(separator: ", ")
    case .map(let pairs):
      pairs.sorted { $0.key < $1.key }.map { "\($0.key): \(plain($0.value))" }
        .joined(separator: ", ")
    }
  }

  /// An edit: word by word, or one text after the other where little was kept.
  static func edit(_ old: String, _ new: String) -> [FieldOutline.Line] {
    let diff = WordDiff(old, new)
    if diff.isMostlyNew {
      return [
        .init(symbol: .removed, fragments: [.text(old)]),
        .init(symbol: .added, fragments: [.text(new)]),
      ]
    }
    var fragments: [FieldOutline.Fragment] = []
    for (index, segment) in diff.segments.enumerated() {
      if index > 0 { fragments.append(.text(" ")) }
      switch segment {
      case .same(let text): fragments.append(.text(text))
      case .changed(let old, let new):
        if !old.isEmpty { fragments.append(.removed(old)) }
        if !new.isEmpty { fragments.append(.added(new)) }
      }
    }
    return [.init(symbol: .changed, fragments: fragments)]
  }

  // MARK: Items

  /// One item of a list, one person, or one key of a mapping.
  func line(_ item: ItemChange) -> FieldOutline.Line {
    let key = item.key.map { "\(Self.label($0))  " } ?? ""
    let (before, after) = (item.from.map(itemWords), item.to.map(itemWords))
    switch item.effect {
    case .added, .set:
      return .init(symbol: .added, fragments: [.text(keyed(key, after ?? ""))])
    case .removed, .cleared:
      return .init(symbol: .removed, fragments: [.text(keyed(key, before ?? ""))])
    case .completed:
      return .init(symbol: .added, fragments: [.text("\(after ?? before ?? "") (completed)")])
    case .moved, .reordered:
      let places = Self.places(item)
      return .init(symbol: nil, fragments: [.text("\(after ?? key.trimmedEnd) moved\(places)")])
    case .respelled:
      return .init(symbol: nil, fragments: [.text("\(before ?? "") → \(after ?? "") (respelled)")])
    default:
      let difference = item.difference.map { " (\($0))" } ?? ""
      if item.key == nil, let before, let after {
        return Self.edit(before, after).count == 1
          ? Self.edit(before, after)[0]
          : .init(symbol: .changed, fragments: [.removed(before), .added(after)])
      }
      return .init(
        symbol: nil,
        fragments: [.text(keyed(key, "\(before ?? "") → \(after ?? "")\(difference)"))])
    }
  }

  /// The profile and the document show the key as the name of the line.
  private func keyed(_ key: String, _ words: String) -> String {
    if case .file? = kind?.role { words } else { key + words }
  }

  /// `(3rd → 1st)`, in the places people count from 1.
  private static func places(_ item: ItemChange) -> String {
    guard let from = item.fromIndex, let to = item.toIndex else { return "" }
    return " (\(from + 1) → \(to + 1))"
  }

  func itemWords(_ value: Plain) -> String {
    guard case .map(let pairs) = value, let name = pairs["name"]?.text else {
      return Self.plain(value)
    }
    let rest = pairs.filter { $0.key != "name" }
    return rest.isEmpty ? name : "\(name) (\(Self.plain(.map(rest))))"
  }

  /// `completed with B, C`.
  private func completion(_ items: [ItemChange]) -> FieldOutline.Line {
    let names = items.filter { $0.effect == .completed }.compactMap(\.to).map(itemWords)
    let respelled = items.filter { $0.effect == .respelled }.count
    let more = respelled > 0 ? ", \(respelled) respelled" : ""
    return .init(
      symbol: nil, fragments: [.text("completed with \(names.joined(separator: ", "))\(more)")])
  }
}

extension FieldOutline.Line {
  func adding(_ text: String) -> FieldOutline.Line {
    FieldOutline.Line(symbol: symbol, fragments: fragments + [.text(text)])
  }
}

extension String {
  var trimmedEnd: String {
    String(prefix(upTo: lastIndex { $0 != " " }.map(index(after:)) ?? startIndex))
  }
}
