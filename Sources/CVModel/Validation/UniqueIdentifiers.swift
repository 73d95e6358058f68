/// No two entries share an identifier that stands for one work.
enum UniqueIdentifiers: ValidationRule {
  static let name = "duplicate-identifier"

  static func findings(in reading: CVReading) -> [Finding] {
    [IdentifierScheme.doi, .arxiv].flatMap { findings(in: reading, scheme: $0) }
  }

  private static func findings(in reading: CVReading, scheme: IdentifierScheme) -> [Finding] {
    var first: [String: String] = [:]
    return reading.records.compactMap { record in
      guard let text = record.entry[scheme.rawValue]?.text,
        reading.cv.schema[record.entry.key.kind]?.field(named: scheme.rawValue)?.type
          == .identifier(scheme),
        let canonical = try? scheme.canonical(text)
      else { return nil }
      guard let other = first[canonical] else {
        first[canonical] = record.path
        return nil
      }
      return finding(
        record, scheme.rawValue, "the \(scheme.label) \(quoted(text)) stands twice",
        hint: "the other one is in \(other)")
    }
  }
}
