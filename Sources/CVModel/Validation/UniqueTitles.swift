/// Two entries of a kind with one title and date are most likely one.
enum UniqueTitles: ValidationRule {
  static let name = "duplicate-title"

  static func findings(in reading: CVReading) -> [Finding] {
    var first: [[String]: String] = [:]
    return reading.records.compactMap { record in
      let entry = record.entry
      guard reading.cv.schema[entry.key.kind]?.field(named: "title") != nil,
        let title = entry["title"]?.text,
        let date = entry["date"]?.text ?? entry["start"]?.text ?? entry["filed"]?.text
      else { return nil }
      let events = entry["event"]?.items.compactMap(\.text) ?? []
      let identity = [entry.key.kind, title.wordFolded, date] + events
      guard let other = first[identity] else {
        first[identity] = record.path
        return nil
      }
      return finding(
        record, "title", "the title and the date stand twice in \(entry.key.kind)",
        hint: "the other one is in \(other)", severity: .warning)
    }
  }
}
