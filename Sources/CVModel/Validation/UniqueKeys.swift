/// An id stands once in its kind, whatever subfolder its file is in.
enum UniqueKeys: ValidationRule {
  static let name = "duplicate-id"

  static func findings(in reading: CVReading) -> [Finding] {
    var first: [EntryKey: String] = [:]
    let files =
      reading.records.map { ($0.path, $0.entry.key) }
      + reading.unreadable.map { ($0.path, $0.key) }
    return files.sorted { $0.0 < $1.0 }.compactMap { path, key in
      guard let other = first[key] else {
        first[key] = path
        return nil
      }
      return Finding(
        "the id \(quoted(key.id)) stands twice in \(key.kind)",
        hint: "rename this file, or the other: \(other)", rule: name, path: path)
    }
  }
}
