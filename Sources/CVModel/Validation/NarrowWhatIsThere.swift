internal import Text

/// A variant must name existing kinds, fields, values, tags and entries.
enum NarrowWhatIsThere: CVRule {
  static let name = "variant"

  static func findings(in reading: CVReading) -> [Finding] {
    let tags = Set(
      reading.records.flatMap { $0.entry["tags"]?.items.compactMap(\.text) ?? [] })
    return reading.records.filter { $0.entry.key.kind == Variant.kindName }.flatMap { record in
      unknownTags(record, tags) + sections(record, reading) + dates(record)
    }
  }

  private static func unknownTags(_ record: Record, _ tags: Set<String>) -> [Finding] {
    ["only", "without"].flatMap { field in
      (record.entry[field]?.items.compactMap(\.text) ?? []).enumerated().compactMap { index, tag in
        guard !tags.contains(tag) else { return nil }
        return finding(
          record, field, at: [.item(index)], "no entry has the tag \(quoted(tag))",
          hint: suggestion(for: tag, among: tags.sorted()).map { "did you mean \(quoted($0))?" }
            ?? "give it to an entry, or remove it", severity: .warning)
      }
    }
  }

  private static func dates(_ record: Record) -> [Finding] {
    let range = DateRange(
      since: record.entry["since"]?.text.flatMap(PartialDate.init),
      until: record.entry["until"]?.text.flatMap(PartialDate.init))
    return RenderEverySection.reversed(range, record, "until")
  }

  private static func sections(_ record: Record, _ reading: CVReading) -> [Finding] {
    guard let value = record.entry["sections"],
      case .sections(let sections)? = FieldType.sections.meaning(of: value)
    else { return [] }
    return sections.enumerated().flatMap { index, section in
      RenderEverySection.unknownNames(record, index, section, reading.cv)
    }
  }
}
