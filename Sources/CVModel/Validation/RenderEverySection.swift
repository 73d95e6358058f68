/// Every kind has a section, every section and group selects something, and every entry fits a group.
enum RenderEverySection: ValidationRule {
  static let name = "section"

  static func findings(in reading: CVReading) -> [Finding] {
    guard let record = reading.record(.document), let value = record.entry["sections"],
      case .sections(let sections)? = FieldType.sections.meaning(of: value)
    else { return [] }
    let cv = reading.cv
    return sections.enumerated().flatMap { index, section -> [Finding] in
      guard let kind = cv.schema[section.kind], kind.role == .entries else {
        return [unknownKind(record, index, section.kind, cv.schema)]
      }
      return fields(record, index, section, kind) + empty(record, index, section, reading)
        + ungrouped(index, section, reading)
    } + unlisted(record, sections, reading)
  }

  private static func unknownKind(
    _ record: Record, _ index: Int, _ kind: String, _ schema: Schema
  ) -> Finding {
    finding(
      record, "sections", at: [.item(index), .value("kind")], "unknown kind \(quoted(kind))",
      hint: suggestion(for: kind, among: schema.entryKinds.map(\.name))
        .map { "did you mean \(quoted($0))?" } ?? "declare it in \(quoted("kinds/\(kind).yaml"))")
  }

  /// The fields that `where` and `sort` name, and the values that a choice can have.
  private static func fields(
    _ record: Record, _ index: Int, _ section: Section, _ kind: Kind
  ) -> [Finding] {
    var findings = filterFindings(record, [.item(index), .value("where")], section.filter, kind)
    for (number, group) in section.groups.enumerated() {
      let path: [Misread.Step] = [
        .item(index), .value("groups"), .item(number), .value("where"),
      ]
      findings += filterFindings(record, path, group.filter, kind)
    }
    if let sort = section.sort, kind.field(named: sort.withoutSortMark) == nil {
      findings.append(
        unknownField(record, [.item(index), .value("sort")], sort.withoutSortMark, kind))
    }
    return findings
  }

  private static func filterFindings(
    _ record: Record, _ path: [Misread.Step], _ filter: Filter, _ kind: Kind
  ) -> [Finding] {
    filter.values.sorted { $0.key < $1.key }.flatMap { name, wanted -> [Finding] in
      guard let field = kind.field(named: name) else {
        return [unknownField(record, path + [.key(name)], name, kind)]
      }
      guard case .choice(let values) = field.type else { return [] }
      return wanted.filter { !values.contains($0) }.map { value in
        finding(
          record, "sections", at: path + [.value(name)], "unknown value \(quoted(value))",
          hint: suggestion(for: value, among: values).map { "did you mean \(quoted($0))?" })
      }
    }
  }

  private static func unknownField(
    _ record: Record, _ path: [Misread.Step], _ name: String, _ kind: Kind
  ) -> Finding {
    finding(
      record, "sections", at: path, "\(kind.plural) have no field \(quoted(name))",
      hint: suggestion(for: name, among: kind.fields.map(\.name))
        .map { "did you mean \(quoted($0))?" })
  }

  private static func empty(
    _ record: Record, _ index: Int, _ section: Section, _ reading: CVReading
  ) -> [Finding] {
    let entries = reading.cv.entries(of: section.kind).filter(section.filter.selects)
    if entries.isEmpty {
      return [
        finding(
          record, "sections", at: [.item(index)],
          "the section of \(section.kind) selects no entry", severity: .warning)
      ]
    }
    return section.groups.enumerated().compactMap { number, group in
      guard !entries.contains(where: group.filter.selects) else { return nil }
      return finding(
        record, "sections", at: [.item(index), .value("groups"), .item(number)],
        "the group \(quoted(group.heading ?? "\(number + 1)")) selects no entry",
        severity: .warning)
    }
  }

  private static func ungrouped(
    _ index: Int, _ section: Section, _ reading: CVReading
  ) -> [Finding] {
    guard !section.groups.isEmpty else { return [] }
    return reading.records.compactMap { record in
      guard record.entry.key.kind == section.kind, section.filter.selects(record.entry),
        !section.groups.contains(where: { $0.filter.selects(record.entry) })
      else { return nil }
      let fields = section.groups.flatMap(\.filter.values.keys).sorted()
      return Finding(
        "the entry fits no group of its section",
        hint:
          "the groups of \(section.kind) in cv.yaml go by \(fields.first.map(quoted) ?? "nothing")",
        rule: "group", path: record.path,
        span: fields.first.map { record.span(of: $0) } ?? record.firstKeySpan)
    }
  }

  /// A kind with entries and no section.
  private static func unlisted(
    _ record: Record, _ sections: [Section], _ reading: CVReading
  ) -> [Finding] {
    reading.cv.schema.entryKinds.compactMap { kind in
      guard !sections.contains(where: { $0.kind == kind.name }),
        reading.records.contains(where: { $0.entry.key.kind == kind.name })
      else { return nil }
      return finding(
        record, "sections", "no section shows the \(kind.plural)",
        hint: "add \"- kind: \(kind.name)\"", severity: .warning)
    }
  }
}

extension String {
  /// The field of a `sort`, without the `-` that turns it round.
  package var withoutSortMark: String { hasPrefix("-") ? String(dropFirst()) : self }
}
