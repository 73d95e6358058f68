package import CVModel

/// Puts the change of one field into words.
package struct FieldWords {
  private let kind: Kind?

  package init(kind: Kind?) { self.kind = kind }

  /// A field's name as people read it: `supervisor label`, `DOI`.
  static func label(_ path: String) -> String { FieldNames.spoken(path) }

  package func outline(_ change: FieldChange) -> FieldOutline {
    var lines: [FieldOutline.Line]
    if let items = change.items, !items.isEmpty {
      lines = ItemWords(words: words(change.path)).lines(items, isCompletion: change.isCompletion)
    } else {
      lines = valueLines(change)
    }
    if change.isUnread == true { lines = lines.map { $0.adding(" (unread)") } }
    if change.isUnpaired == true {
      lines.append(.init(symbol: nil, fragments: [.text("(too long to pair its items)")]))
    }
    return FieldOutline(label: Self.label(change.path), lines: lines)
  }

  private func words(_ path: String) -> ValueWords {
    ValueWords(path: path, type: kind?.field(named: path)?.type)
  }

  /// One item of a list, one person, or one key of a mapping, in one line.
  func line(_ item: ItemChange) -> FieldOutline.Line {
    ItemWords(words: words("")).lines(item)[0]
  }

  /// A person or another item in a few words.
  func itemWords(_ value: Plain) -> String { words("").item(value) }

  /// A field's value for people, an item of a list a line; inline markup stays as it is written.
  func lines(of value: Plain, _ path: String) -> [String] {
    let type = kind?.field(named: path)?.type
    let words = ValueWords(path: path, type: type, keepsMarkup: true)
    guard case .list(let items) = value else { return [words(value)] }
    // Whole texts have a line each; names and tags stand in one.
    if case .texts? = type { return items.map(words.item) }
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

  /// A mapping key by key: the fields of a kind, and what the user's own fields hold.
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
    case .text?, .paragraphs?, .any?: true
    default: false
    }
  }

  /// An entry is public unless it says otherwise.
  private static func visibility(_ change: FieldChange) -> FieldOutline.Line {
    let isPrivate = change.to?.text?.lowercased() == "private"
    return .init(symbol: nil, fragments: [.text(isPrivate ? "now private" : "now public")])
  }
}

extension FieldChange {
  /// True where people were named that an elision had left out.
  fileprivate var isCompletion: Bool { effect == .completed }
}

extension FieldOutline.Line {
  func adding(_ text: String) -> FieldOutline.Line {
    FieldOutline.Line(symbol: symbol, fragments: fragments + [.text(text)])
  }

  /// The line without its symbol, where what stands before it says the same.
  var unmarked: FieldOutline.Line { FieldOutline.Line(symbol: nil, fragments: fragments) }
}
