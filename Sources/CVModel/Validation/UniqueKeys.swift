internal import Text

/// An ID must be unique in its kind, whatever subfolder its file is in.
enum UniqueKeys: CVRule {
  static let name = "duplicate-id"

  static func findings(in reading: CVReading) -> [Finding] {
    let isUnique =
      reading.recordIndex.count == reading.records.count
      && Set(reading.unreadable.map(\.key)).count == reading.unreadable.count
      && !reading.unreadable.contains { reading.recordIndex[$0.key] != nil }
    if isUnique { return [] }
    var first: [EntryKey: String] = [:]
    let files =
      reading.records.map { ($0.path, $0.entry.key) }
      + reading.unreadable.map { ($0.path, $0.key) }
    let sorted = files.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    return sorted.compactMap { path, key in
      guard let other = first[key] else {
        first[key] = path
        return nil
      }
      return Finding(
        "another record in \(key.kind) has the ID \(quoted(key.id))",
        hint: "rename this file, or the other: \(other)", rule: name, path: path)
    }
  }
}
