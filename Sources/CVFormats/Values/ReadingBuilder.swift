internal import CVModel
internal import YAML

/// Collects the entries and findings of one source file.
struct ReadingBuilder {
  private(set) var reading: SourceReading
  let style: SourceStyle
  private var lines: SourceLines
  private var ids = EntryIDs()
  private var findings: [Finding] = []
  /// The objects that earlier versions had too, by where they begin.
  private var known: [Position: EntryDraft] = [:]
  /// The objects that were read, for later versions.
  private var objects: [(key: ObjectCache.Key, draft: EntryDraft)] = []

  init(_ format: SourceFormat, _ file: FormatFile, isJSON: Bool) {
    reading = SourceReading(format: format)
    style = SourceStyle(
      path: file.path, isJSON: isJSON, wantsISODates: format == .jsonResume || format == .rendercv,
      isDeep: format == .orcid, reportsEmpty: isJSON && format != .orcid)
    lines = SourceLines(file.bytes)
  }

  /// For a format that is only imported.
  init(_ file: FormatFile, style: SourceStyle) {
    reading = SourceReading(format: nil)
    self.style = style
    lines = SourceLines(file.bytes)
  }

  /// Begins with the objects and the findings of a document.
  init(_ format: SourceFormat, _ file: FormatFile, _ document: JSONDocument) {
    self.init(format, file, isJSON: true)
    known = document.known
    findings = document.findings
  }

  func draft(_ node: Node, as kind: Kind) -> EntryDraft { EntryDraft(node, as: kind, style: style) }

  /// Adds an entry, with the rest of its object. An entry without any field is left out.
  ///
  /// - Parameters:
  ///   - usesSourceKey: whether to make the ID from the source's own key.
  ///   - givenKey: the key, if the format has only one such entry.
  ///   - bytes: its bytes, if the reader knows them.
  @discardableResult
  mutating func add(
    _ draft: EntryDraft, usesSourceKey: Bool = false, as givenKey: EntryKey? = nil,
    bytes: Range<Int>? = nil
  ) -> EntryKey? {
    append(
      Self.finished(draft, usesSourceKey), bytes ?? lines.range(of: draft.span), as: givenKey)
  }

  /// Adds the entry of an object, which `read` fills in; one that an earlier version had is not
  /// read again.
  ///
  /// - Parameter section: the list that holds the object.
  @discardableResult
  mutating func add(
    _ object: Node, of section: String, as kind: Kind, usesSourceKey: Bool = false,
    by read: (inout EntryDraft) -> Void
  ) -> EntryDraft {
    let range = lines.range(of: object.span)
    if let draft = known[object.span.start] {
      append(draft, range)
      return draft
    }
    var draft = draft(object, as: kind)
    read(&draft)
    draft = Self.finished(draft, usesSourceKey)
    objects.append(
      (
        ObjectCache.Key(
          path: style.path, section: section, column: object.span.start.column,
          bytes: HashedBytes(lines.bytes[range])),
        draft
      ))
    append(draft, range)
    return draft
  }

  private static func finished(_ draft: EntryDraft, _ usesSourceKey: Bool) -> EntryDraft {
    var draft = draft
    draft.finish()
    draft.key =
      if let id = draft.givenID {
        EntryIDs.key(named: id, of: draft.kind)
      } else if usesSourceKey, let sourceKey = draft.sourceKey {
        EntryIDs.key(from: sourceKey, for: draft.fields, of: draft.kind)
      } else {
        EntryIDs.key(for: draft.fields, of: draft.kind)
      }
    return draft
  }

  @discardableResult
  private mutating func append(
    _ draft: EntryDraft, _ bytes: Range<Int>, as givenKey: EntryKey? = nil
  ) -> EntryKey? {
    findings += draft.findings
    guard !draft.fields.isEmpty, let own = draft.key else { return nil }
    let key = givenKey ?? ids.claim(own)
    var entry = SourceEntry(
      entry: Entry(key: key, fields: draft.fields), path: draft.style.path,
      sourceKey: draft.sourceKey, position: draft.span.start, bytes: bytes)
    entry.locations = draft.locations
    entry.statusOrigin = draft.statusOrigin
    reading.entries.append(entry)
    return key
  }

  /// Keeps the objects that were read. A file with faults leaves none: an object that the cache
  /// knows has none.
  func keepObjects(of document: JSONDocument, in cache: inout ObjectCache) {
    guard document.findings.isEmpty else { return }
    for (key, draft) in objects { cache.insert(draft, at: key) }
  }

  /// Adds the fields of a draft to an existing entry.
  mutating func merge(_ draft: EntryDraft, into key: EntryKey) {
    guard let index = reading.entries.firstIndex(where: { $0.entry.key == key }) else {
      add(draft, as: key)
      return
    }
    findings += draft.findings
    for (name, value) in draft.fields where reading.entries[index].entry[name] == nil {
      reading.entries[index].entry[name] = value
    }
    let known = Set(reading.entries[index].locations.map(\.field))
    reading.entries[index].locations += draft.locations.filter { !known.contains($0.field) }
    reading.entries[index].locations.sort { $0.field < $1.field }
  }

  /// Adds an entry that the file implies, such as a kind from a heading.
  mutating func add(_ entry: Entry, at span: Span) {
    reading.entries.append(
      SourceEntry(
        entry: entry, path: style.path, position: span.start, bytes: lines.range(of: span)))
  }

  /// Adds the entries and findings of a file in another format, which this one names.
  mutating func add(all other: SourceReading) {
    for entry in other.entries {
      var entry = entry
      entry.entry.key = ids.claim(entry.entry.key)
      reading.entries.append(entry)
    }
    reading.unreadable += other.unreadable
    findings += other.findings + [other.fault].compactMap(\.self)
  }

  mutating func report(
    _ message: String, hint: String? = nil, rule: String = "type", at span: Span,
    severity: Finding.Severity = .warning
  ) {
    findings.append(style.finding(message, hint: hint, rule: rule, at: span, severity: severity))
  }

  mutating func report(_ more: [Finding]) { findings += more }

  /// The reading, with its findings in the order of the file.
  func finished() -> SourceReading {
    var reading = reading
    // Report a repeated anchor's findings once.
    var seen: Set<Finding> = []
    reading.findings = findings.filter { seen.insert($0).inserted }
      .sorted(by: Finding.isShownBefore)
    return reading
  }

  /// A reading of a file that could not be parsed.
  static func unreadable(
    _ format: SourceFormat, _ findings: [Finding], path: String
  ) -> SourceReading {
    var reading = SourceReading(format: format)
    reading.fault =
      findings.last ?? Finding("the file is empty", rule: "empty", path: path)
    reading.findings = Array(findings.dropLast())
    return reading
  }
}
