internal import CVModel
internal import Text

/// Describes changes of the profile and the document in words. Each is one record, so every field
/// gets its own line.
struct OwnRecordWords {
  let kind: Kind
  let schema: Schema
  /// The names of the fields that are or were private.
  let privateFields: Set<String>
  /// The names of added and removed fields, whose privacy is shown next to their value.
  let addedAndRemoved: Set<String>

  func outlines(_ change: FieldChange) -> [EntryOutline] {
    let type = kind.field(named: change.path)?.type
    let items = change.items ?? []
    switch type {
    case .sections?: return SectionWords(schema: schema).outlines(items)
    case .fieldNames? where change.path == "private":
      return items.compactMap(privacy)
    case .named?, .metrics?, .links?, .settings?: return items.map { keyed($0, change, type) }
    default: return [whole(change)]
    }
  }

  /// A field: its name, and its value or the lines of its items.
  private func whole(_ change: FieldChange) -> EntryOutline {
    let outline = FieldWords(kind: kind).outline(change)
    let symbols = Set(outline.lines.map(\.symbol))
    let symbol = symbols.count == 1 ? symbols.first ?? nil : nil
    let name = outline.label.capitalizedFirst + mark(change.path)
    return EntryOutline(
      symbol: symbol ?? .changed, name: name,
      fields: [
        FieldOutline(
          label: "", lines: symbol == nil ? outline.lines : outline.lines.map(\.unmarked))
      ])
  }

  /// One account, metric, link or setting.
  private func keyed(
    _ item: ItemChange, _ change: FieldChange, _ type: FieldType?
  ) -> EntryOutline {
    let words = ItemWords(words: ValueWords(path: change.path, type: type), showsKeys: false)
    let lines = words.lines(item)
    let symbol = lines.first?.symbol ?? .changed
    return EntryOutline(
      symbol: symbol, name: name(item.key ?? "", change.path, type) + mark(change.path),
      fields: [FieldOutline(label: "", lines: lines.map(\.unmarked))])
  }

  private func name(_ key: String, _ path: String, _ type: FieldType?) -> String {
    switch type {
    case .links?: "Link \(quoted(key))"
    case .settings?: "\(path.capitalizedFirst) \(FieldWords.label(key))"
    default: FieldNames.headed(key)
    }
  }

  /// A field that became private or public.
  private func privacy(_ item: ItemChange) -> EntryOutline? {
    guard let name = (item.to ?? item.from)?.text, item.effect != .moved,
      !addedAndRemoved.contains(name)
    else { return nil }
    return EntryOutline(
      symbol: .changed, name: FieldWords.label(name).capitalizedFirst,
      fields: [
        FieldOutline(
          label: "",
          lines: [
            .init(
              symbol: nil, fragments: [.text(item.to == nil ? "no longer private" : "now private")])
          ])
      ])
  }

  private func mark(_ path: String) -> String {
    privateFields.contains(path) ? " (private)" : ""
  }
}
