internal import Text

/// Every kind must have a section, every section and group must select an entry, and every entry
/// must be in a group.
enum RenderEverySection: CVRule {
  static let name = "section"

  static func findings(in reading: CVReading) -> [Finding] {
    guard let record = reading.record(.document), let value = record.entry["sections"],
      case .sections(let sections)? = FieldType.sections.meaning(of: value)
    else { return [] }
    let present = Set(reading.cv.entries.keys.map(\.kind))
    let unreadableKinds = Set(reading.unreadable.map(\.key.kind) + reading.strayFolders)
    // Kinds whose sections select less than their author meant.
    var faulty: Set<String> = []
    let found = sections.enumerated().flatMap { index, section -> [Finding] in
      let unknown = unknownNames(record, index, section, reading.cv)
      guard let kind = reading.cv.schema[section.kind], kind.role == .entries else {
        return unknown
      }
      let selection = SectionSelection(section, kind, of: reading.records)
      // A record that cannot be read may be the missing one.
      let isComplete = unknown.isEmpty && !unreadableKinds.contains(section.kind)
      if !unknown.isEmpty || selection.isEmpty { faulty.insert(section.kind) }
      return unknown + (isComplete ? empty(record, index, section, selection) : [])
        + selection.ungrouped.map { ungrouped($0, section) }
    }
    return found + unlisted(record, sections, present, reading.cv.schema)
      + unshown(record, sections, unreadableKinds.union(faulty), reading)
  }

  /// The public entries that no section selects, neither in the document nor in a variant, though
  /// their kind has one.
  private static func unshown(
    _ record: Record, _ sections: [Section], _ uncertainKinds: Set<String>, _ reading: CVReading
  ) -> [Finding] {
    let variants = reading.cv.entries(of: Variant.kindName).flatMap { variant -> [Section] in
      guard let value = variant["sections"],
        case .sections(let sections)? = FieldType.sections.meaning(of: value)
      else { return [] }
      return sections
    }
    let byKind = Dictionary(grouping: sections + variants, by: \.kind)
    return reading.cv.schema.entryKinds.flatMap { kind -> [Finding] in
      guard let own = byKind[kind.name], sections.contains(where: { $0.kind == kind.name }),
        !uncertainKinds.contains(kind.name),
        !own.contains(where: { $0.filter.values.isEmpty && $0.entries.isEmpty && $0.dates.isOpen })
      else { return [] }
      let hidden = reading.cv.entries(of: kind.name).filter { entry in
        !reading.cv.schema.isPrivate(entry) && !own.contains { $0.selects(entry, kind) }
      }
      guard let first = hidden.first,
        let index = sections.firstIndex(where: { $0.kind == kind.name })
      else { return [] }
      let ids = hidden.prefix(5).map(\.key.id).joined(separator: ", ")
      let more = hidden.count > 5 ? " and \(hidden.count - 5) more" : ""
      let message =
        hidden.count == 1
        ? "no section shows \(quoted(first.key.description))"
        : "no section shows \(hidden.count) of the \(kind.plural): \(ids)\(more)"
      return [
        finding(
          record, "sections", at: [.item(index)], message,
          hint:
            "add a section that selects it, or loosen a \"where\"; \"visibility: private\" hides an entry on purpose",
          severity: .warning)
      ]
    }
  }

  /// The kinds, fields, values and entries that a section names but that do not exist.
  static func unknownNames(
    _ record: Record, _ index: Int, _ section: Section, _ cv: CV
  ) -> [Finding] {
    guard let kind = cv.schema[section.kind], kind.role == .entries else {
      return [unknownKind(record, index, section.kind, cv.schema)]
    }
    return SelectKnownFields.findings(record, index, section, kind)
      + unknownEntries(record, index, section, cv)
      + reversed(section.dates, record, "sections", at: [.item(index), .value("until")])
  }

  /// A range of dates that ends before it begins, and so selects nothing with a date.
  static func reversed(
    _ dates: DateRange, _ record: Record, _ field: String, at path: [Misread.Step] = []
  ) -> [Finding] {
    guard let since = dates.since, let until = dates.until, since.isSurelyAfter(until) else {
      return []
    }
    return [
      finding(
        record, field, at: path,
        "\"until\", \(until.spoken), is before \"since\", \(since.spoken)",
        hint: "correct one of the two")
    ]
  }

  private static func unknownEntries(
    _ record: Record, _ index: Int, _ section: Section, _ cv: CV
  ) -> [Finding] {
    if section.entries.isEmpty { return [] }
    let ids = cv.entries(of: section.kind).map(\.key.id)
    return section.entries.enumerated().filter { !ids.contains($1) }.map { number, id in
      finding(
        record, "sections", at: [.item(index), .value("entries"), .item(number)],
        "\(section.kind) has no entry \(quoted(id))",
        hint: suggestion(for: id, among: ids).map { "did you mean \(quoted($0))?" }
          ?? "remove it, or add \(section.kind)/\(id).yaml")
    }
  }

  private static func unknownKind(
    _ record: Record, _ index: Int, _ kind: String, _ schema: Schema
  ) -> Finding {
    let meant = suggestion(for: kind, among: schema.entryKinds.map(\.name))
    let isOther = schema[kind] != nil
    return finding(
      record, "sections", at: [.item(index), .value("kind")],
      isOther ? "no section can show \(quoted(kind))" : "unknown kind \(quoted(kind))",
      hint: meant.map { "did you mean \(quoted($0))?" }
        ?? (isOther ? "remove the section" : "define it in \(quoted("kinds/\(kind).yaml"))"))
  }

  private static func empty(
    _ record: Record, _ index: Int, _ section: Section, _ selection: SectionSelection
  ) -> [Finding] {
    if selection.isEmpty {
      return [
        finding(
          record, "sections", at: [.item(index)],
          "no entries match the \(quoted(section.kind)) section",
          hint: section.filter.values.isEmpty
            ? "add a record to \(section.kind)/, or remove the section"
            : "relax its \"where\", or remove the section", severity: .warning)
      ]
    }
    return selection.emptyGroups.map { number in
      let name =
        section.groups[number].heading.map { "the group \(quoted($0))" } ?? "group \(number + 1)"
      return finding(
        record, "sections", at: [.item(index), .value("groups"), .item(number)],
        "no entries match \(name)",
        hint:
          "an entry goes into the first group it matches: relax the \"where\", or remove the group",
        severity: .warning)
    }
  }

  private static func ungrouped(_ record: Record, _ section: Section) -> Finding {
    let fields = Set(section.groups.flatMap(\.filter.values.keys)).sorted()
    return Finding(
      "the entry matches no group of its section",
      hint:
        "the groups of \(section.kind) in cv.yaml depend on \(fields.map(quoted).joined(separator: ", "))",
      rule: "group", path: record.path,
      span: fields.first.map { record.span(of: $0) } ?? record.firstKeySpan)
  }

  /// A kind with entries but no section.
  private static func unlisted(
    _ record: Record, _ sections: [Section], _ present: Set<String>, _ schema: Schema
  ) -> [Finding] {
    let shown = Set(sections.map(\.kind))
    return schema.entryKinds.filter { present.contains($0.name) && !shown.contains($0.name) }.map {
      Finding(
        "no section shows the \($0.plural)", hint: "add \"- kind: \($0.name)\"", rule: name,
        path: record.path, span: record.keySpan(of: "sections"), severity: .warning)
    }
  }
}
