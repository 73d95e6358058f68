package import CVModel

/// Describes the change of one field in words.
package struct FieldWords {
  private let kind: Kind?

  package init(kind: Kind?) { self.kind = kind }

  /// The display name of a field: `supervisor label`, `DOI`.
  static func label(_ path: String) -> String { FieldNames.spoken(path) }

  package func outline(_ change: FieldChange) -> FieldOutline {
    var lines: [FieldOutline.Line]
    if let items = change.items, !items.isEmpty {
      lines = ItemWords(words: words(change.path)).lines(items, isCompletion: change.isCompletion)
    } else {
      lines = valueLines(change)
    }
    if change.isUnread == true { lines = lines.map { $0.adding(" (unrecognized)") } }
    if change.isUnpaired == true {
      lines.append(.init(symbol: nil, fragments: [.text("(too long to pair its items)")]))
    }
    return FieldOutline(label: Self.label(change.path), lines: lines)
  }

  private func words(_ path: String) -> ValueWords {
    ValueWords(path: path, type: kind?.field(named: path)?.type)
  }

  /// One line for a list item, a person, or a key of a mapping.
  func line(_ item: ItemChange) -> FieldOutline.Line {
    ItemWords(words: words("")).lines(item)[0]
  }

  /// A short description of a person or another list item.
  func itemWords(_ value: Plain) -> String { words("").item(value) }

  /// A field's value for display, one line for each list item; inline markup is kept as written.
  func lines(of value: Plain, _ path: String) -> [String] {
    let type = kind?.field(named: path)?.type
    let words = ValueWords(path: path, type: type, keepsMarkup: true)
    guard case .list(let items) = value else { return [words(value)] }
    // Whole texts have a line each; names and tags stand in one.
    if type == .texts || type == .bullets { return items.map(words.item) }
    return [items.map(itemWords).joined(separator: ", ")]
  }

  private func valueLines(_ change: FieldChange) -> [FieldOutline.Line] {
    let words = words(change.path)
    if change.path == "visibility" { return [Self.visibility(change)] }
    switch (change.from, change.to) {
    case (nil, let new?): return [.init(symbol: .added, fragments: [.text(words(new))])]
    case (let old?, nil): return [.init(symbol: .removed, fragments: [.text(words(old))])]
    case (.map(let old)?, .map(let new)?) where change.path != FieldChange.periodPath:
      return Self.keyLines(old, new)
    case (let old?, let new?):
      let (before, after) = words(old, new)
      if isProse(change.path) { return EditWords(before, after).lines }
      let difference = change.difference.map { " (\($0))" } ?? ""
      return [.init(symbol: nil, fragments: [.text("\(before) → \(after)\(difference)")])]
    case (nil, nil): return []
    }
  }

  /// The lines for a mapping, key by key: the fields of a kind, and the content of custom fields.
  private static func keyLines(
    _ old: [String: Plain], _ new: [String: Plain]
  ) -> [FieldOutline.Line] {
    let items = Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map { key in
      let effect: Effect = old[key] == nil ? .added : new[key] == nil ? .removed : .changed
      return ItemChange(effect, key: key, from: old[key], to: new[key])
    }
    return ItemWords(words: ValueWords(path: "", type: nil)).lines(items, isCompletion: false)
  }

  private func isProse(_ path: String) -> Bool {
    switch kind?.field(named: path)?.type {
    case .text?, .lines?, .paragraphs?, .any?: true
    default: false
    }
  }

  /// Describes a change of visibility. Entries are public by default.
  private static func visibility(_ change: FieldChange) -> FieldOutline.Line {
    let isPrivate = change.to?.text?.lowercased() == "private"
    return .init(symbol: nil, fragments: [.text(isPrivate ? "now private" : "now public")])
  }
}

extension FieldChange {
  /// Whether names were added that "et al." had left out.
  fileprivate var isCompletion: Bool { effect == .completed }
}

extension FieldOutline.Line {
  func adding(_ text: String) -> FieldOutline.Line {
    FieldOutline.Line(symbol: symbol, fragments: fragments + [.text(text)])
  }

  /// The line without its symbol, if the text before it already has one.
  var unmarked: FieldOutline.Line { FieldOutline.Line(symbol: nil, fragments: fragments) }
}
