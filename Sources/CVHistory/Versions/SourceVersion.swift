internal import CVFormats
internal import CVModel
internal import Git
internal import YAML

/// The entries of a source at one version, as files of the CV.
struct SourceVersion {
  /// An entry: the path that its record would have, and an ID for its content.
  struct Item {
    let path: GitPath
    let id: ObjectID
    let content: SourceContent
  }

  /// The source's path at this version.
  let path: String
  /// Sorted by path; empty if the source has a fault.
  var items: [Item]
  /// Why the source could not be read.
  let fault: Finding?
  /// The files of the source, each with its problems.
  let reports: [(path: String, report: SourceReport)]

  /// The source as the user names it: a file, or the folder of several.
  var place: String {
    guard reports.count > 1 else { return path }
    let folders = reports.map { $0.path.split(separator: "/").dropLast() }
    let common = folders.dropFirst().reduce(folders.first ?? []) { common, folder in
      common.prefix(zip(common, folder).prefix { $0 == $1 }.count)
    }
    return common.joined(separator: "/") + "/"
  }

  init(fault: Finding, path: String, files: [FormatFile]) {
    self.path = path
    self.fault = fault
    items = []
    reports = Self.reports([fault], format: "source", files, isUnreadable: true)
  }

  init(
    _ reading: SourceReading, _ files: [FormatFile], root: String, store: inout EntryStore
  ) {
    path = files.first?.path ?? ""
    fault = reading.fault
    reports = Self.reports(
      reading.findings + [reading.fault].compactMap(\.self), format: reading.format?.label ?? "",
      files,
      isUnreadable: reading.fault != nil)
    guard reading.fault == nil else {
      items = []
      return
    }
    let prefix = CVReader(root: root).prefix
    let bytes = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    var contents: [(key: EntryKey, content: SourceContent)] = []
    contents.reserveCapacity(reading.entries.count + reading.unreadable.count)
    for entry in reading.entries {
      let content: SourceContent =
        entry.isDamaged
        ? .unreadable(reading.fault(of: entry))
        : .entry(entry, text: bytes[entry.path].map { Array($0[entry.bytes]) } ?? [])
      contents.append((entry.entry.key, content))
    }
    for entry in reading.unreadable { contents.append((entry.key, .unreadable(entry.finding))) }
    var taken: Set<EntryKey> = []
    items = contents.filter { taken.insert($0.key).inserted }.map { key, content in
      Item(
        path: GitPath(bytes: Array((prefix + key.recordName).utf8)), id: store.id(of: content),
        content: content)
    }.sorted { $0.path < $1.path }
  }

  private static func reports(
    _ findings: [Finding], format: String, _ files: [FormatFile], isUnreadable: Bool
  ) -> [(path: String, report: SourceReport)] {
    let byPath = Dictionary(grouping: findings, by: \.path)
    return files.map { file in
      (
        file.path,
        SourceReport(
          format: format, findings: byPath[file.path] ?? [], isUnreadable: isUnreadable,
          bytes: file.bytes)
      )
    }
  }
}

/// What an item of a source holds.
enum SourceContent {
  /// An entry with its bytes. Boxed, because the items of a version are sorted and kept.
  indirect case entry(SourceEntry, text: [UInt8])
  case unreadable(Finding)

  /// The entry, if it can be read.
  var entry: Entry? {
    if case .entry(let entry, _) = self { entry.entry } else { nil }
  }

  /// The same as a file of the CV.
  var file: SourceFile.Content {
    switch self {
    case .entry(let entry, let text): .entry(ForeignEntry(entry, text: text))
    case .unreadable(let finding): .unreadableEntry(finding)
    }
  }
}

/// The contents of entries, each with its own ID.
///
/// The IDs look like git object IDs, but match no object: they begin with twelve zeros, and are
/// valid only within the process.
struct EntryStore {
  private var ids: [Content: ObjectID] = [:]
  private var contents: [ObjectID: SourceFile.Content] = [:]

  /// The parts of a content that distinguish it. The position of an entry in its file does not.
  private enum Content: Hashable {
    case entry(Entry, text: [UInt8])
    case unreadable(Finding)

    init(_ content: SourceContent) {
      switch content {
      case .entry(let entry, let text): self = .entry(entry.entry, text: text)
      case .unreadable(let finding): self = .unreadable(finding)
      }
    }

    /// Few contents share a key and a length.
    func hash(into hasher: inout Hasher) {
      guard case .entry(let entry, let text) = self else { return }
      hasher.combine(entry.key.id)
      hasher.combine(text.count)
    }
  }

  subscript(id: ObjectID) -> SourceFile.Content? { contents[id] }

  mutating func id(of content: SourceContent) -> ObjectID {
    let key = Content(content)
    if let known = ids[key] { return known }
    let id = Self.id(number: contents.count + 1)
    ids[key] = id
    contents[id] = content.file
    return id
  }

  private static func id(number: Int) -> ObjectID {
    let digits = String(number, radix: 16)
    let hex = String(repeating: "0", count: 2 * ObjectID.size - digits.count) + digits
    guard let id = ObjectID(hex: hex) else { preconditionFailure("40 digits are an ID") }
    return id
  }
}

extension ForeignEntry {
  /// An entry of a source, with its bytes.
  init(_ entry: SourceEntry, text: [UInt8]) {
    self.init(
      entry: entry.entry, path: entry.path, span: Span(at: entry.position),
      spans: Dictionary(
        entry.locations.map { location in
          (
            location.field,
            Span(at: location.position, length: max(1, location.name.unicodeScalars.count))
          )
        }
      ) { first, _ in first }, text: text,
      statusWords: entry.statusOrigin.map { "\($0)" })
  }
}

extension SourceReading {
  /// The finding for a damaged entry.
  func fault(of entry: SourceEntry) -> Finding {
    let next = entries.lazy.filter { $0.path == entry.path }.map(\.position)
      .filter { $0 > entry.position }.min()
    let own = findings.first { finding in
      guard finding.path == entry.path, let start = finding.span?.start else { return false }
      return start >= entry.position && next.map { start < $0 } ?? true
    }
    return own
      ?? Finding(
        "the entry could not be read in full", rule: "lost-text", path: entry.path,
        span: Span(at: entry.position))
  }
}

extension EntryKey {
  /// The path of its record from the CV's folder.
  package var recordName: String {
    switch self {
    case .profile: "profile.yaml"
    case .document: "cv.yaml"
    default: "\(kind)/\(id).yaml"
    }
  }
}
