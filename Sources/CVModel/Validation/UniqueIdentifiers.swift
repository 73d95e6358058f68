internal import Text

/// Two entries must not share an identifier that is unique to a work.
enum UniqueIdentifiers: CVRule {
  static let name = "duplicate-identifier"

  private static let schemes: [IdentifierScheme] = [.doi, .arxiv]

  static func findings(in reading: CVReading) -> [Finding] {
    let kinds = reading.cv.schema.kinds
    return schemes.flatMap { scheme in
      let holding = kinds.filter {
        $0.field(named: scheme.rawValue)?.type == .identifier(scheme)
      }
      return findings(in: reading, scheme, Set(holding.map(\.name)))
    }
  }

  private static func findings(
    in reading: CVReading, _ scheme: IdentifierScheme, _ kinds: Set<String>
  ) -> [Finding] {
    var first: [String: Int] = [:]
    return reading.records.indices.compactMap { index in
      guard kinds.contains(reading.records[index].entry.key.kind),
        let text = reading.records[index].entry[scheme.rawValue]?.text,
        let canonical = try? scheme.canonical(text)
      else { return nil }
      guard let other = first[canonical] else {
        first[canonical] = index
        return nil
      }
      return finding(
        reading.records[index], scheme.rawValue,
        "another entry has the \(scheme.label) \(quoted(text))",
        hint: "the other one is in \(reading.records[other].path)")
    }
  }
}
