internal import Text
internal import YAML

/// A CV as read from its files, with the files that could not be read.
package struct CVReading: Sendable {
  /// The CV's folder, from the top of the repository; empty if it is the top itself.
  package let root: String
  package internal(set) var cv: CV
  /// The records that could be read, sorted by path.
  package internal(set) var records: [Record]
  /// The files that do not contain a mapping, sorted by path.
  package internal(set) var unreadable: [Unreadable]
  /// Files that were probably meant as records but are not, sorted by path.
  package internal(set) var strays: [(path: String, stray: Placement.Stray)]

  /// The record of an entry; the first one if two have the same key.
  package func record(_ key: EntryKey) -> Record? { recordIndex[key].map { records[$0] } }
  var recordIndex: [EntryKey: Int] = [:]
  /// The sources, by path.
  package internal(set) var sources: [String: SourceReport] = [:]
  /// The bytes of unreadable files, for quoting lines in findings.
  var unreadableBytes: [String: [UInt8]] = [:]

  /// Whether there is a file for an entry, readable or not.
  func has(_ key: EntryKey) -> Bool {
    recordIndex[key] != nil || unreadable.contains { $0.key == key }
  }

  /// The folders of files that were probably meant as records.
  var strayFolders: [String] {
    strays.compactMap { path, _ in
      CVReader(root: root).relativePath(path)?.prefix { $0 != "/" }.description
    }
  }

  /// Whether there are no records and no sources at all.
  package var isEmpty: Bool { records.isEmpty && unreadable.isEmpty && sources.isEmpty }

  /// Adds an entry without a file, unless its key already exists.
  package mutating func supply(_ entry: Entry) {
    if cv[entry.key] == nil { cv[entry.key] = entry }
  }

  /// Whether any of its files is a record.
  package var hasRecords: Bool {
    records.contains { !$0.isForeign } || unreadable.contains { sources[$0.path] == nil }
  }

  /// The entry of a source that a finding is about; `nil` for a finding about a record, or about a
  /// whole source.
  package func sourceEntry(of finding: Finding) -> EntryKey? {
    guard sources[finding.path] != nil, let line = finding.span?.start.line else { return nil }
    let read = records.lazy.filter { $0.isForeign && $0.path == finding.path }
      .map { (line: $0.root.span.start.line, key: $0.entry.key) }
    let unread = unreadable.lazy.filter { $0.path == finding.path }
      .map { (line: $0.finding.span?.start.line ?? 1, key: $0.key) }
    return (Array(read) + Array(unread)).filter { $0.line <= line }.max { $0.line < $1.line }?.key
  }
}

/// Reads a CV from the files in its folder.
package struct CVReader {
  /// The CV's folder, from the top of the repository; empty if it is the top itself.
  package let root: String

  package init(root: String) { self.root = root }

  /// The prefix of its files' paths: `cv/`, or empty if the CV's folder is the top itself.
  package var prefix: String { root.isEmpty ? "" : root + "/" }

  /// A path relative to the CV's folder; nil if it is outside.
  package func relativePath(_ path: String) -> Substring? {
    let scalars = path.unicodeScalars
    guard scalars.starts(with: prefix.unicodeScalars) else { return nil }
    return Substring(scalars.dropFirst(prefix.unicodeScalars.count))
  }

  /// The role of a path in this CV.
  package func placement(of path: String) -> Placement {
    relativePath(path).map(Placement.init) ?? .ignored
  }

  /// The key of the record at a path; nil if it is not a record's.
  package func key(of path: String) -> EntryKey? {
    if case .record(let key) = placement(of: path) { key } else { nil }
  }

  /// Reads all files, in any order.
  package func read(_ files: [SourceFile]) -> CVReading {
    let reader = RecordReader(schema: schema(files))
    return reading(files.mapInParallel { read($0, with: reader) }, schema: reader.schema)
  }

  /// The built-in kinds and those that these files define.
  func schema(_ files: [SourceFile]) -> Schema {
    Schema.builtIn.adding(kinds(sorted(files) { $0.path }.filter(declaresKind)))
  }

  private func declaresKind(_ file: SourceFile) -> Bool { key(of: file.path)?.kind == "kinds" }

  /// The CV of files that were parsed with its schema.
  func reading(_ files: [ParsedFile], schema: Schema) -> CVReading {
    var reading = CVReading(root: root, cv: CV(), records: [], unreadable: [], strays: [])
    reading.cv.schema = schema
    reading.records.reserveCapacity(files.count)
    reading.recordIndex.reserveCapacity(files.count)
    reading.cv.reserveCapacity(files.count)
    for file in sorted(files, by: { $0.path }) {
      switch file.content {
      case .record(let record):
        let key = record.entry.key
        if reading.recordIndex[key] == nil {
          reading.cv[key] = record.entry
          reading.recordIndex[key] = reading.records.count
        }
        reading.records.append(record)
      case .unreadable(let unreadable, let bytes):
        if let bytes { reading.unreadableBytes[file.path] = bytes }
        reading.unreadable.append(unreadable)
      case .stray(let stray): reading.strays.append((file.path, stray))
      case .source(let report): reading.sources[file.path] = report
      case .ignored: break
      }
    }
    return reading
  }

  /// Sorted by path; git and the file system usually return files in this order already.
  private func sorted<File>(_ files: [File], by path: (File) -> String) -> [File] {
    func isBefore(_ left: File, _ right: File) -> Bool {
      path(left).utf8.lexicographicallyPrecedes(path(right).utf8)
    }
    let isSorted = files.indices.dropFirst().allSatisfy { !isBefore(files[$0], files[$0 - 1]) }
    return isSorted ? files : files.sorted(by: isBefore)
  }

  /// Whether a kind's folder is a link or a submodule, so that none of its records are here.
  private func isLinkedFolder(_ file: SourceFile) -> Bool {
    switch file.content {
    case .symlink, .submodule:
      guard let name = relativePath(file.path) else { return false }
      return Schema.builtIn[String(name)] != nil
    case .bytes, .tooLarge, .conflict, .unnameable, .entry, .unreadableEntry, .source: return false
    }
  }

  private func linkedFolder(_ file: SourceFile) -> Unreadable {
    let name = relativePath(file.path).map(String.init) ?? file.path
    var isSubmodule = false
    if case .submodule = file.content { isSubmodule = true }
    let fault = RecordFault(
      "the folder \(quoted(name)) is a \(isSubmodule ? "submodule" : "symbolic link")",
      hint: "replace it with the folder itself: links are not followed",
      rule: isSubmodule ? "file" : "symlink")
    return Unreadable(
      path: file.path, key: EntryKey(kind: name, id: name), finding: Finding(fault, path: file.path)
    )
  }

  /// Parses a file.
  func read(_ file: SourceFile, with reader: RecordReader) -> ParsedFile {
    ParsedFile(path: file.path, content: content(of: file, reader))
  }

  private func content(of file: SourceFile, _ reader: RecordReader) -> ParsedFile.Content {
    if isLinkedFolder(file) { return .unreadable(linkedFolder(file), bytes: nil) }
    if case .source(let report) = file.content { return .source(report) }
    if case .unreadableEntry(let finding) = file.content {
      let key = key(of: file.path) ?? EntryKey(kind: "", id: file.path)
      return .unreadable(Unreadable(path: finding.path, key: key, finding: finding), bytes: nil)
    }
    switch placement(of: file.path) {
    case .stray(let stray): return .stray(stray)
    case .ignored: return .ignored
    case .record(let key):
      switch reader.read(file, as: key) {
      case .success(let record): return .record(record)
      case .failure(let fault):
        var bytes: [UInt8]?
        if case .bytes(let read) = file.content { bytes = read }
        let finding = Finding(fault, path: file.path)
        return .unreadable(Unreadable(path: file.path, key: key, finding: finding), bytes: bytes)
      }
    }
  }

  /// Reads a single file with known kinds; nil if it is not a record.
  package func read(_ file: SourceFile, schema: Schema) -> FileReading? {
    switch content(of: file, RecordReader(schema: schema)) {
    case .record(let record): .entry(record.entry)
    case .unreadable(let unreadable, _): .unreadable(unreadable)
    case .stray, .ignored, .source: nil
    }
  }

  /// The content of a file.
  package enum FileReading: Hashable, Sendable {
    case entry(Entry)
    case unreadable(Unreadable)
  }

  /// The kinds that files in `kinds/` define; one that cannot be read defines none.
  package func kinds(_ files: [SourceFile]) -> [Kind] {
    let reader = RecordReader(schema: .builtIn)
    return files.compactMap { file in
      guard let key = key(of: file.path),
        case .success(let record) = reader.read(file, as: key)
      else { return nil }
      return Kind(definedBy: record.entry)
    }
  }
}

extension CVReading {
  /// Why nothing of a source can be read; nil if all of them can be.
  package var sourceFault: Finding? {
    sources.sorted { $0.key < $1.key }.first { $0.value.isUnreadable }?.value.findings.last
  }

  /// The source line of each of these findings; nil if there is none to show.
  package func sourceLines(of findings: [Finding]) -> (Finding) -> String? {
    var texts: [String: SourceText] = [:]
    for path in Set(findings.map(\.path)) { texts[path] = bytes(of: path).map(SourceText.init) }
    return { [texts] finding in
      finding.position.flatMap { texts[finding.path]?.line($0.line) }
    }
  }

  private func bytes(of path: String) -> [UInt8]? {
    if let source = sources[path] { return source.bytes }
    if let key = CVReader(root: root).key(of: path), let index = recordIndex[key],
      records[index].path == path
    {
      return records[index].bytes
    }
    return records.first { $0.path == path }?.bytes ?? unreadableBytes[path]
  }

  /// `9 publications, 5 positions`: the number of entries of each kind, in the order of the kinds.
  package var census: String {
    let counts = Dictionary(records.map { ($0.entry.key.kind, 1) }, uniquingKeysWith: +)
    let listed = cv.sections.map(\.kind) + cv.schema.entryKinds.map(\.name)
    var seen: Set<String> = []
    return listed.compactMap { name -> String? in
      guard seen.insert(name).inserted, let kind = cv.schema[name], let count = counts[name] else {
        return nil
      }
      return "\(count) \(count == 1 ? kind.singular : kind.plural)"
    }.joined(separator: ", ")
  }
}
