internal import CVModel
internal import Text
internal import YAML

/// Reads BibTeX and BibLaTeX files.
///
/// A file is split into chunks, each from a line that begins with `@word{` to the next. Each chunk
/// is scanned on its own (``BibTeXScanner``), so that no fault extends beyond it; then macros and
/// parents are resolved, and each entry becomes a publication (``BibTeXPublication``).
struct BibTeXReader {
  var reading = SourceReading(format: .bibtex)
  private var cache: BibTeXCache
  private var macros = BibTeXMacros()
  var raw: [RawEntry] = []
  var lost: [LostEntry] = []
  /// By the number of a chunk: its entries as read, and whether the cache lacks any of them.
  private var known: [(entries: [Int: BibTeXCache.Entry], isChanged: Bool)] = []

  /// An entry with its chunk.
  struct RawEntry {
    let chunk: Chunk
    let entry: BibTeXEntry
    let index: Int
    /// The values with macros resolved, in the order of the file.
    let values: [BibTeXPublication.Value]
    let usedMacros: [String: String]
    /// The names of undefined macros, with the field in which they are.
    let undefined: [(name: String, field: Int)]
    /// Its bytes in the file as stored.
    var bytes: Range<Int>

    var key: String { chunk.content.text(entry.key) }
    var type: String { chunk.content.text(entry.type) }
  }

  struct LostEntry {
    let key: String
    let path: String
    let position: Position
    let finding: Finding
  }

  /// A chunk with its location in a file.
  struct Chunk {
    let content: BibTeXChunk
    let path: String
    /// The first byte and line in the file.
    let start: Int
    let line: Int
    let isCached: Bool
    /// Its number among the chunks of the source.
    let number: Int

    /// The span of a range at which an item or a fault begins.
    func span(_ range: Range<Int>) -> Span {
      let bytes = content.bytes[range].prefix { $0 != 10 && $0 != 13 }
      return Span(at: position(range.lowerBound), length: max(1, bytes.count { $0 & 0xC0 != 0x80 }))
    }

    func position(_ offset: Int) -> Position {
      var position = content.position(offset)
      position.line += line
      return position
    }
  }

  private init(_ cache: BibTeXCache) { self.cache = cache }

  static func read(_ files: [FormatFile], reusing cache: inout BibTeXCache) -> SourceReading {
    var reader = BibTeXReader(cache)
    // Make the reader the only owner, so that the cache is not copied when it grows.
    cache = BibTeXCache()
    for file in files { reader.scan(file) }
    reader.readEntries()
    cache = reader.cache
    return reader.reading
  }

  // MARK: Chunks

  private mutating func scan(_ file: FormatFile) {
    let text = SourceEncoding(file.bytes)
    guard !text.isUTF16 else {
      reading.findings.append(
        Finding(
          "the file is in UTF-16", hint: "save it as UTF-8", rule: "encoding", path: file.path))
      return
    }
    if let offset = text.firstInvalid {
      let position = BibTeXPositions([offset], in: text.bytes, column: 1)[offset]
      reading.findings.append(
        Finding(
          "the file is not UTF-8: it is read as Windows-1252", hint: "save it as UTF-8",
          rule: "encoding", path: file.path, span: Span(at: position), severity: .warning))
    }
    let first = raw.count
    let bytes = text.bytes
    let starts = BibTeXChunk.starts(in: bytes, from: text.start)
    var comments: BibTeXComments?
    var line = 0
    var number = 0
    var start = starts[0]
    var column = 1
    while number < starts.count {
      let end = number + 1 < starts.count ? starts[number + 1] : bytes.count
      let chunk = self.chunk(bytes[start..<end], file.path, start, line, column)
      take(chunk)
      number += 1
      line += chunk.content.lineBreaks
      (start, column) = (end, 1)
      guard let open = chunk.content.openComment else { continue }
      let at = chunk.start + open
      let known = comments ?? BibTeXComments(bytes)
      comments = known
      guard let close = known.closing(of: at) else {
        report(BibTeXFault(kind: .unclosedComment, at: open..<open + 1), in: chunk)
        continue
      }
      // The text after the comment belongs to the chunk in which the comment ends.
      while number < starts.count, starts[number] <= close {
        number += 1
      }
      number -= 1
      let skipped = bytes[end...close]
      line += BibTeXPositions([], in: Array(skipped), column: 1).lineBreaks
      let lineStart = bytes[..<close].lastIndex { $0 == 10 || $0 == 13 }.map { $0 + 1 } ?? 0
      column = bytes[lineStart...close].count { $0 & 0xC0 != 0x80 } + 1
      start = close + 1
    }
    if text.firstInvalid == nil { return }
    let offsets = text.originalOffsets(
      raw[first...].flatMap { [$0.bytes.lowerBound, $0.bytes.upperBound] })
    for (index, place) in zip(raw.indices[first...], stride(from: 0, to: offsets.count, by: 2)) {
      raw[index].bytes = offsets[place]..<offsets[place + 1]
    }
  }

  mutating func chunk(
    _ slice: ArraySlice<UInt8>, _ path: String, _ start: Int, _ line: Int, _ column: Int
  ) -> Chunk {
    guard column == 1 else {
      let content = BibTeXChunk(slice, column: column)
      return added(content, [:], path, start, line, isCached: false)
    }
    if let known = cache.items[HashedBytes(slice)] {
      return added(known.chunk, known.entries, path, start, line, isCached: true)
    }
    let content = BibTeXChunk(slice)
    cache.insert(BibTeXCache.Item(chunk: content))
    return added(content, [:], path, start, line, isCached: true)
  }

  private mutating func added(
    _ content: BibTeXChunk, _ entries: [Int: BibTeXCache.Entry], _ path: String, _ start: Int,
    _ line: Int, isCached: Bool
  ) -> Chunk {
    known.append((entries, false))
    return Chunk(
      content: content, path: path, start: start, line: line, isCached: isCached,
      number: known.count - 1)
  }

  private mutating func report(_ fault: BibTeXFault, in chunk: Chunk) {
    let (message, hint) = fault.kind.words(chunk.content.text(fault.at))
    reading.findings.append(
      Finding(
        message, hint: hint, rule: fault.kind.rule, path: chunk.path, span: chunk.span(fault.at),
        severity: fault.kind.severity))
  }

  // MARK: Items

  /// Takes the items of a chunk in order: a macro is defined for the text after it.
  private mutating func take(_ chunk: Chunk) {
    for fault in chunk.content.faults { report(fault, in: chunk) }
    for (index, item) in chunk.content.items.enumerated() {
      switch item {
      case .macro(let name, let parts):
        let bytes = resolve(parts, in: chunk)
        macros.define(chunk.content.text(name).lowercased(), as: Array(bytes.value))
      case .lost(_, let key, let at):
        let fault = BibTeXFault(kind: .lostEntry, at: at)
        let (message, hint) = fault.kind.words(chunk.content.text(at))
        lost.append(
          LostEntry(
            key: chunk.content.text(key), path: chunk.path,
            position: chunk.position(at.lowerBound),
            finding: Finding(
              message, hint: hint, rule: fault.kind.rule, path: chunk.path, span: chunk.span(at))))
      case .entry(let entry):
        take(entry, at: index, in: chunk)
      }
    }
  }

  private mutating func take(_ entry: BibTeXEntry, at index: Int, in chunk: Chunk) {
    var values: [BibTeXPublication.Value] = []
    values.reserveCapacity(entry.fields.count)
    var used: [String: String] = [:]
    var undefined: [(name: String, field: Int)] = []
    for field in entry.fields {
      let resolved = resolve(field.parts, in: chunk)
      for (name, value) in resolved.macros { used[name] = value }
      for name in resolved.undefined { undefined.append((name, field.name.lowerBound)) }
      values.append(
        BibTeXPublication.Value(
          name: chunk.content.text(field.name).lowercased(), offset: field.name.lowerBound,
          bytes: resolved.value))
    }
    raw.append(
      RawEntry(
        chunk: chunk, entry: entry, index: index, values: values, usedMacros: used,
        undefined: undefined,
        bytes: chunk.start + entry.bytes.lowerBound..<chunk.start + entry.bytes.upperBound))
  }

  /// A value with its parts joined; an undefined macro is replaced by its own name.
  private mutating func resolve(
    _ parts: [BibTeXEntry.Part], in chunk: Chunk
  ) -> (value: ArraySlice<UInt8>, macros: [(String, String)], undefined: [String]) {
    if parts.count == 1, case .text(let range) = parts[0] {
      return (chunk.content.bytes[range], [], [])
    }
    var value: [UInt8] = []
    var used: [(String, String)] = []
    var undefined: [String] = []
    for part in parts {
      switch part {
      case .text(let range): value += chunk.content.bytes[range]
      case .macro(let range):
        let name = chunk.content.text(range)
        if let (bytes, isMonth) = macros.expand(name.lowercased()) {
          value += bytes
          if !isMonth { used.append((name.lowercased(), String(decoding: bytes, as: UTF8.self))) }
        } else {
          value += chunk.content.bytes[range]
          used.append((name.lowercased(), name))
          undefined.append(name)
        }
      }
    }
    return (value[...], used, undefined)
  }

  // MARK: Entries

  private mutating func readEntries() {
    let byKey = Dictionary(raw.enumerated().map { ($1.key.lowercased(), $0) }) { first, _ in first }
    var names = BibTeXNameCheck()
    var publications: [(raw: RawEntry, publication: BibTeXPublication)] = []
    publications.reserveCapacity(raw.count)
    for entry in raw {
      report(entry)
      if BibTeXTypes.isContainer(entry.type.lowercased()) { continue }
      let context = BibTeXContext(
        macros: entry.usedMacros, inherited: inherited(by: entry, byKey))
      let publication = publication(of: entry, context, &names)
      for fault in publication.faults { report(fault, in: entry.chunk) }
      publications.append((entry, publication))
    }
    makeEntries(publications)
    keepPublications()
    reading.findings.sort(by: Finding.isShownBefore)
  }

  mutating func publication(
    of raw: RawEntry, _ context: BibTeXContext, _ names: inout BibTeXNameCheck
  ) -> BibTeXPublication {
    let number = raw.chunk.number
    if let entry = known[number].entries[raw.index], entry.context == context {
      return entry.publication
    }
    let publication = BibTeXPublication(
      type: raw.type, at: raw.entry.bytes.lowerBound, raw.values + context.inherited, names: &names)
    known[number].entries[raw.index] = BibTeXCache.Entry(
      context: context, publication: publication)
    known[number].isChanged = true
    return publication
  }

  /// Keeps the results for the next version.
  private mutating func keepPublications() {
    var kept: Set<Int> = []
    for entry in raw where entry.chunk.isCached && kept.insert(entry.chunk.number).inserted {
      let chunk = known[entry.chunk.number]
      guard chunk.isChanged else { continue }
      cache.items[HashedBytes(entry.chunk.content.bytes)]?.entries = chunk.entries
    }
  }

  private mutating func report(_ raw: RawEntry) {
    for fault in raw.entry.faults { report(fault, in: raw.chunk) }
    for (name, field) in raw.undefined {
      let at = field..<field + 1
      reading.findings.append(
        Finding(
          "undefined macro \(quoted(name)): its name is read as the value",
          hint: "define it with @string, or put the value in braces", rule: "macro",
          path: raw.chunk.path, span: raw.chunk.span(at), severity: .warning))
    }
  }

  private mutating func report(_ fault: BibTeXPublication.Fault, in chunk: Chunk) {
    let position = chunk.position(fault.offset)
    reading.findings.append(
      Finding(
        fault.message, hint: fault.hint, rule: fault.rule, path: chunk.path,
        span: Span(at: position, length: fault.length), severity: fault.severity))
  }
}
