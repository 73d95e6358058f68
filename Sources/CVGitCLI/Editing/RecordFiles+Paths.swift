internal import CVHistory
internal import CVModel
internal import Text

extension RecordFiles {
  /// The file of a record that is to be changed.
  ///
  /// - Parameter canBeUnreadable: whether a person will see it, and can correct it.
  func pathToEdit(of key: EntryKey, canBeUnreadable: Bool = false) throws -> String {
    if let record = reading.record(key), record.isForeign {
      throw Failure(
        "\(quoted(key.description)) is in \(quoted(record.path)), which cvgit does not write",
        hint: "edit that file")
    }
    if let record = reading.record(key) { return record.path }
    if let unreadable = reading.unreadable.first(where: { $0.key == key }) {
      if canBeUnreadable { return unreadable.path }
      let place = unreadable.finding.position.map { ":\($0.line):\($0.column)" } ?? ""
      throw Failure(
        "\(unreadable.path)\(place): \(unreadable.finding.message)",
        hint: "correct it in an editor, or try \"cvgit fmt\"")
    }
    let ids = reading.cv.entries(of: key.kind).map(\.key.id)
    throw Failure(
      "there is no record \(quoted(key.description))",
      hint: suggestion(for: key.id, among: ids).map {
        "did you mean \(quoted("\(key.kind)/\($0)"))?"
      }
        ?? "make it with \"cvgit new \(key.kind)\"")
  }
}
