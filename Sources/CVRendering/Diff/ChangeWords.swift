internal import CVHistory
internal import CVModel

/// Describes the changes of entries in words.
struct ChangeWords {
  let report: DiffReport
  let least: Significance
  let isExplained: Bool

  /// The outline of a change; for the profile and the document, one outline for each field.
  func outlines(_ change: EntryChange) -> [EntryOutline] {
    let kind = DiffOutline.kind(change.key.kind, report)
    if let kind, case .file = kind.role, case .modified(let fields) = change.change {
      let addedAndRemoved = fields.filter { $0.from == nil || $0.to == nil }.map(\.path)
      let words = OwnRecordWords(
        kind: kind, schema: report.cv.schema, privateFields: privateFields(change),
        addedAndRemoved: Set(addedAndRemoved))
      return fields.filter { $0.significance >= least }.flatMap(words.outlines)
    }
    return [outline(change, kind)]
  }

  private func outline(_ change: EntryChange, _ kind: Kind?) -> EntryOutline {
    let entry = DiffOutline.entry(of: change, report)
    let summary = EntrySummary(entry, kind: kind)
    let (detail, place) = (summary.text, summary.place)
    let name = Self.name(change, kind)
    switch change.change {
    case .added:
      return EntryOutline(
        symbol: .added, name: name, detail: detail, event: "Added", place: place, fields: [])
    case .removed:
      return EntryOutline(
        symbol: .removed, name: name, detail: detail, event: "Removed", place: place, fields: [])
    case .modified(let fields):
      let lead = Lead(fields, entry: entry, kind: kind)
      return EntryOutline(
        symbol: lead?.symbol ?? (change.movedFrom == nil ? .changed : .moved), lead: lead?.text,
        name: name, detail: lead?.detail, event: lead?.event ?? "Updated", place: place,
        fields: shown(fields.filter { $0.path != lead?.path }, of: change, kind),
        explanation: isExplained ? Self.explanation(change, fields, kind) : nil)
    }
  }

  /// How the two sides were matched, and the words from which a status was read.
  private static func explanation(
    _ change: EntryChange, _ fields: [FieldChange], _ kind: Kind?
  ) -> String? {
    let status = fields.contains { kind?.isStatus($0) == true } ? change.origin?.statusWords : nil
    let parts = [change.matchedBy?.explanation, status.map { "status from \($0)" }]
    let words = parts.compactMap(\.self).joined(separator: "; ")
    return words.isEmpty ? nil : words
  }

  /// The entry's name; for the document, which has no name, its file.
  private static func name(_ change: EntryChange, _ kind: Kind?) -> String {
    var name = change.name
    if case .file(let file)? = kind?.role, kind?.nameFields.isEmpty == true { name = file }
    return change.isPrivate ? name + " (private)" : name
  }

  private func shown(
    _ fields: [FieldChange], of change: EntryChange, _ kind: Kind?
  ) -> [FieldOutline] {
    let hidden = privateFields(change)
    var shown = fields.filter { $0.significance >= least }.map { field in
      var outline = FieldWords(kind: kind).outline(field)
      if hidden.contains(field.path) { outline.label += " (private)" }
      return outline
    }
    if let oldKey = change.oldKey, isExplained || least == .cosmetic || change.movedFrom != nil {
      shown.insert(Self.rename(from: oldKey, to: change.key), at: 0)
    }
    return shown
  }

  /// The names of the fields that are or were private.
  private func privateFields(_ change: EntryChange) -> Set<String> {
    let listed = change.fieldChange("private").map { [$0.from, $0.to] } ?? []
    let names = listed.compactMap(\.self).flatMap(\.items).compactMap(\.text)
    return Set(names + DiffOutline.entry(of: change, report).privateFields)
  }

  static func rename(from old: EntryKey, to new: EntryKey) -> FieldOutline {
    let words =
      old.kind == new.kind ? "\(old.id) → \(new.id)" : "\(old) → \(new)"
    return FieldOutline(
      label: old.kind == new.kind ? "renamed" : "moved",
      lines: [FieldOutline.Line(symbol: nil, fragments: [.text(words)])])
  }
}
