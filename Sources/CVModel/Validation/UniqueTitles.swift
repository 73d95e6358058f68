internal import Text

/// Two entries of a kind must not have the same title and date: they are most likely duplicates.
enum UniqueTitles: CVRule {
  static let name = "duplicate-title"

  /// What two duplicates have in common.
  private struct Work: Hashable {
    let kind: String
    let title: String
    let date: String
    let event: Plain?
  }

  static func findings(in reading: CVReading) -> [Finding] {
    let titled = reading.cv.schema.kinds.filter { $0.field(named: "title") != nil }
    let kinds = Set(titled.map(\.name))
    var first: [Work: Int] = [:]
    return reading.records.indices.compactMap { index in
      guard kinds.contains(reading.records[index].entry.key.kind),
        let work = work(reading.records[index].entry)
      else { return nil }
      guard let other = first[work] else {
        first[work] = index
        return nil
      }
      let singular = reading.cv.schema[work.kind]?.singular ?? "entry"
      return finding(
        reading.records[index], "title", "another \(singular) has this title and date",
        hint: "the other one is in \(reading.records[other].path)", severity: .warning)
    }
  }

  private static func work(_ entry: Entry) -> Work? {
    guard let title = entry["title"]?.text,
      let date = entry["date"]?.text ?? entry["start"]?.text ?? entry["filed"]?.text
    else { return nil }
    return Work(kind: entry.key.kind, title: title.wordFolded, date: date, event: entry["event"])
  }
}
