internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// Finds a path for a new record, checks the record there, and writes it.
struct NewRecordWriter {
  let files: RecordFiles
  let kind: Kind
  /// The requested ID.
  let id: String?

  /// The path of a record, and the CV with the record added.
  struct Place {
    let path: String
    let bytes: [UInt8]
    let reading: CVReading
  }

  /// The path for a text, and the text as it would be written there.
  func place(of bytes: [UInt8]) throws -> Place {
    var bytes = bytes
    // A text that cannot be parsed is kept; its faults are reported by the check.
    if let formatted = try? RecordFormatter(kind: kind).format(bytes) { bytes = formatted }
    let id = self.id ?? self.id(for: bytes)
    let path = files.path("\(kind.name)/\(id).yaml")
    if let modeline = try files.modeline(of: kind.name), !bytes.starts(with: modeline) {
      bytes = modeline + bytes
    }
    return Place(path: path, bytes: bytes, reading: files.reading(with: bytes, at: path))
  }

  private func id(for bytes: [UInt8]) -> String {
    let key = EntryKey(kind: kind.name, id: "new")
    let file = SourceFile(path: "", content: .bytes(bytes))
    let read = RecordReader(schema: files.reading.cv.schema).read(file, as: key)
    guard case .success(let record) = read else {
      return kind.newID(for: Entry(key: key), taken: isTaken)
    }
    return kind.newID(for: record.entry, taken: isTaken)
  }

  private func isTaken(_ id: String) -> Bool {
    let key = EntryKey(kind: kind.name, id: id)
    return files.reading.record(key) != nil
      || files.reading.unreadable.contains { $0.key == key }
      || files.bytes(of: files.path("\(kind.name)/\(id).yaml")) != nil
  }

  func write(_ place: Place, _ session: inout Session) throws -> ExitStatus {
    guard files.bytes(of: place.path) == nil else {
      throw Failure(
        "\(quoted(place.path)) already exists",
        hint: "change it with \"cvgit set\", or choose another \"--id\"")
    }
    try files.write(place.bytes, to: place.path)
    session.tell("wrote \(place.path)")
    let known = Set(files.reading.findings.map(\.message))
    for finding in place.reading.findings
    where finding.rule == "section" && !known.contains(finding.message) {
      session.note(finding.message, hint: "\(finding.hint ?? "") to \(finding.path)")
    }
    return .done
  }

  /// Opens a draft in the editor until it is valid, or the author gives up. The last text is kept.
  func edit(_ record: NewRecord, _ session: inout Session) throws -> ExitStatus {
    let repository = files.cv.repository
    let guided = RecordDraft(record)
    let draft = try EditedDraft("CVGIT_NEW.yaml", in: repository, session.surroundings)
    var text = guided.text
    while true {
      guard let result = guided.result(of: try draft.edit(text)) else {
        try draft.remove()
        session.tell("nothing was written")
        return .findings
      }
      text = result + "\n"
      let place = try place(of: Array(text.utf8))
      let errors = files.newErrors(in: place.reading)
      if errors.isEmpty {
        let status = try write(place, &session)
        try draft.remove()
        return status
      }
      guard draft.goesBack(with: errors, in: place.reading) else {
        session.warn("nothing was written; the draft is kept in \(draft.path)")
        return .findings
      }
    }
  }
}
