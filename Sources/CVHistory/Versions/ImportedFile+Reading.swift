package import CVFormats
package import CVModel
internal import Text
internal import YAML

extension ImportedFile {
  /// What a file holds, as the records that it becomes.
  ///
  /// - Parameters:
  ///   - files: the file with what it includes, as it was read.
  ///   - base: the same as it was imported last; nil if that is not known.
  ///   - schema: the kinds of the CV.
  package init(
    name: String, _ reading: SourceReading, of files: [FormatFile],
    base: (reading: SourceReading, files: [FormatFile])?, schema: Schema
  ) {
    let content = RecordedContent(reading, files, schema)
    self.init(
      name: name, entries: content.entries,
      base: base.map { RecordedContent($0.reading, $0.files, schema).entries },
      unreadable: content.unreadable, findings: content.findings)
  }
}

/// The entries of a source as records.
private struct RecordedContent {
  var entries: [RecordedEntry] = []
  var unreadable: Set<EntryKey> = []
  /// Everything that is wrong with the source, and what records cannot hold of it.
  var findings: [Finding]

  init(_ reading: SourceReading, _ files: [FormatFile], _ schema: Schema) {
    findings = reading.findings + [reading.fault].compactMap(\.self)
    for entry in reading.unreadable {
      unreadable.insert(entry.key)
      if !findings.contains(entry.finding) { findings.append(entry.finding) }
    }
    let schema = schema.adding(reading.entries.compactMap { Kind(definedBy: $0.entry) })
    let bytes = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    let usable = reading.entries.filter { entry in
      guard !entry.isDamaged else {
        unreadable.insert(entry.entry.key)
        let fault = reading.fault(of: entry)
        if !findings.contains(fault) { findings.append(fault) }
        return false
      }
      guard entry.entry.key.isOfARecord else {
        findings.append(
          Finding(
            "\(quoted(entry.entry.key.description)) cannot be the name of a record", rule: "id",
            path: entry.path, span: Span(at: entry.position)))
        return false
      }
      return true
    }
    entries = usable.mapInParallel { entry in
      let text = bytes[entry.path].map { Array($0[entry.bytes]) } ?? []
      return RecordedEntry(
        ForeignEntry(entry, text: text), kind: schema[entry.entry.key.kind])
    }
    for entry in entries {
      findings += entry.setAside.map { field in
        Finding(
          "\(quoted(field)) is not \(schema.phrase(field, of: entry.entry.key)): it is kept as "
            + "\(quoted("x-\(field)"))", rule: "type", path: entry.origin.path,
          span: entry.origin.spans[field] ?? entry.origin.span, severity: .warning)
      }
    }
    findings.sort(by: Finding.isShownBefore)
  }
}

extension Schema {
  fileprivate func phrase(_ field: String, of key: EntryKey) -> String {
    self[key.kind]?.field(named: field)?.type.phrase ?? "a value"
  }
}

extension EntryKey {
  /// True if its record has a path that is read as this key, and an ID that is valid.
  fileprivate var isOfARecord: Bool {
    CVReader(root: "").key(of: recordName) == self && EntryKey.isValidID(id)
  }
}
