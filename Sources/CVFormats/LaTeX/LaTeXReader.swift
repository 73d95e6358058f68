internal import CVModel
internal import Text
internal import YAML

/// Reads CVs that are written with Awesome-CV or moderncv, for import alone.
///
/// A document is put together from its files (``LaTeXInclusion``), its own macros are expanded
/// (``LaTeXExpansion``), and the macros of the class are read with their arguments. Nothing is set:
/// the text between the macros belongs to its section, and what no field takes is a finding.
package struct LaTeXReader {
  let layout: LaTeXClass
  let text: LaTeXText
  let braces: LaTeXBraces
  let places: LaTeXPlaces
  var builder: ReadingBuilder
  var section = LaTeXSection()
  var profile: EntryDraft
  /// The sections of the document, in their order.
  var listed: [(kind: String, heading: String, keys: [EntryKey])] = []
  var ownKinds: [String: OwnKind] = [:]
  private var unknownMacros: Set<String> = []

  /// The name that `--format` takes.
  package static let formatName = "latex"

  /// True for a file that may be a LaTeX document, by its name or its content.
  package static func recognizes(_ file: FormatFile) -> Bool {
    let name = file.path.lowercased()
    if name.hasSuffix(".tex") || name.hasSuffix(".ltx") { return true }
    guard name.split(separator: "/").last?.contains(".") != true else { return false }
    return String(decoding: file.bytes.prefix(4_096), as: UTF8.self).contains("\\documentclass")
  }

  /// The files that a file names, as paths from the folder of the document.
  package static func includes(of file: FormatFile) -> [String] {
    file.path.lowercased().hasSuffix(".bib") ? [] : LaTeXInclusion.paths(in: file)
  }

  /// Reads a document.
  ///
  /// - Parameter files: the document, and behind it the files that it may include.
  package static func read(_ files: [FormatFile]) -> SourceReading {
    let main = files.first ?? FormatFile(path: "", bytes: [])
    let inclusion = LaTeXInclusion(files)
    func unreadable(_ fault: LaTeXFault) -> SourceReading {
      var reading = SourceReading(format: nil)
      reading.fault = Finding(
        fault.message, hint: fault.hint, rule: "latex", path: main.path)
      return reading
    }
    if let fault = inclusion.fault { return unreadable(fault) }
    let name = className(LaTeXBraces(inclusion.text.bytes))
    guard let name else { return unreadable(.noClass) }
    guard let layout = LaTeXClass(named: name) else { return unreadable(.unknownClass(name)) }
    let expansion = LaTeXExpansion(inclusion.text, known: layout.known)
    if let fault = expansion.fault { return unreadable(fault) }
    var reader = LaTeXReader(layout, expansion.text, main, inclusion.files)
    for finding in inclusion.findings {
      let (path, position) = reader.places[finding.origin]
      reader.builder.report([
        Finding(
          finding.message, hint: finding.hint, rule: "include", path: path,
          span: Span(at: position), severity: .warning)
      ])
    }
    reader.readAll()
    return reader.finished(with: inclusion.bibliographies)
  }

  private static func className(_ braces: LaTeXBraces) -> String? {
    var index = 0
    while index < braces.bytes.count {
      guard braces.bytes[index] == Sign.backslash else {
        index += 1
        continue
      }
      let name = braces.name(at: index)
      index = name.upperBound
      if braces.text(name) == "documentclass" {
        return braces.arguments(1, from: index).arguments.first.map { braces.text($0).trimmed }
      }
    }
    return nil
  }

  private init(
    _ layout: LaTeXClass, _ text: LaTeXText, _ main: FormatFile, _ files: [FormatFile]
  ) {
    self.layout = layout
    self.text = text
    braces = LaTeXBraces(text.bytes)
    places = LaTeXPlaces(files)
    builder = ReadingBuilder(main, style: SourceStyle(path: main.path, isJSON: false))
    let kind =
      Schema.builtIn[EntryKey.profile.kind] ?? OwnKind(heading: "", span: Span(at: .start)).kind
    profile = EntryDraft(Node(.mapping([]), at: Span(at: .start)), as: kind, style: builder.style)
  }

  // MARK: The document

  /// Goes through the text from macro to macro; the rest is running text.
  private mutating func readAll() {
    let entries = layout.entries
    let bytes = braces.bytes
    var (index, start) = (0, 0)
    var isBody = false
    while index < bytes.count {
      guard bytes[index] == Sign.backslash else {
        index += 1
        continue
      }
      let name = braces.name(at: index)
      let word = braces.text(name)
      var end = name.upperBound
      var isRead = true
      let between = start..<index
      if word == "begin" || word == "end", let environment = braces.group(at: end),
        braces.text(environment) == "document"
      {
        if isBody { readProse(between) }
        isBody = word == "begin"
        end = environment.upperBound + 1
        if !isBody { return }
      } else if let count = LaTeXClass.profile[word], isPreamble(isBody, word) {
        if isBody { readProse(between) }
        let found = braces.arguments(count, from: end)
        readProfile(word, found.arguments, found.options, at: index)
        end = found.end
      } else if isBody, let depth = LaTeXClass.headings[word] {
        readProse(between)
        let found = braces.arguments(1, from: end)
        beginSection(depth, found.arguments.first ?? end..<end, at: index)
        end = found.end
      } else if isBody, let roles = entries[word] {
        let found = braces.arguments(roles.count, from: end)
        if found.arguments.isEmpty {
          isRead = false
        } else {
          readProse(between)
          readEntry(word, Array(zip(roles, found.arguments)), from: index, to: found.end)
          end = found.end
        }
      } else {
        isRead = false
      }
      if isRead { start = end }
      index = end
    }
    if isBody { readProse(start..<bytes.count) }
  }

  /// `\title` and `\name` are also words of other macros in the body.
  private func isPreamble(_ isBody: Bool, _ word: String) -> Bool {
    !isBody
      || !["title", "position", "name", "x", "medium", "born", "quote", "social"].contains(word)
      || section.heading.isEmpty && word != "x"
  }

  // MARK: Values

  /// The words of an argument.
  mutating func words(_ range: Range<Int>) -> String {
    let prose = prose(range)
    return prose.text.replacing("\n\n", with: " ")
  }

  mutating func prose(_ range: Range<Int>) -> LaTeXProse {
    let prose = LaTeXProse(braces, range)
    for name in prose.unknownMacros where unknownMacros.insert(name).inserted {
      report(
        "the macro \\\(name) is not known, and stays as written", rule: "tex", at: range)
    }
    return prose
  }

  func path(of offset: Int) -> String { places[text.origin(of: offset)].path }

  func span(_ range: Range<Int>) -> Span {
    let start = places[text.origin(of: range.lowerBound)].position
    guard range.upperBound > range.lowerBound else { return Span(at: start) }
    let (first, last) = (text.origin(of: range.lowerBound), text.origin(of: range.upperBound - 1))
    guard first.file == last.file, first.offset <= last.offset else { return Span(at: start) }
    return Span(start: start, end: places[last].position.moved(by: 1))
  }

  func style(at offset: Int) -> SourceStyle { SourceStyle(path: path(of: offset), isJSON: false) }

  mutating func report(_ message: String, hint: String? = nil, rule: String, at range: Range<Int>) {
    builder.report([
      Finding(
        message, hint: hint, rule: rule, path: path(of: range.lowerBound),
        span: Span(at: span(range).start), severity: .warning)
    ])
  }

  func member(_ name: String, _ value: Node.Content, at range: Range<Int>) -> Pair {
    let span = span(range)
    return Pair(key: name, keySpan: Span(at: span.start), value: Node(value, at: span))
  }

  func member(_ name: String, _ text: String, at range: Range<Int>) -> Pair {
    member(name, .scalar(text, .doubleQuoted), at: range)
  }

  /// An entry's draft, in the file that its macro was written in.
  func draft(of kind: Kind, _ range: Range<Int>) -> EntryDraft {
    EntryDraft(
      Node(.mapping([]), at: span(range)), as: kind, style: style(at: range.lowerBound))
  }

  /// Adds an entry, and lists it under the heading above it.
  mutating func add(_ draft: EntryDraft, _ range: Range<Int>) {
    let origins = (
      text.origin(of: range.lowerBound),
      text.origin(of: max(range.lowerBound, range.upperBound - 1))
    )
    let bytes =
      origins.0.file == origins.1.file && origins.0.offset <= origins.1.offset
      ? origins.0.offset..<origins.1.offset + 1 : origins.0.offset..<origins.0.offset
    guard let key = builder.add(draft, bytes: bytes) else { return }
    let heading = section.title(of: key.kind)
    if let index = listed.firstIndex(where: { $0.kind == key.kind && $0.heading == heading }) {
      listed[index].keys.append(key)
    } else {
      listed.append((key.kind, heading, [key]))
    }
    section.last = key
  }

  // MARK: The end

  private mutating func finished(with bibliographies: [FormatFile]) -> SourceReading {
    profile.hideContacts()
    builder.add(profile)
    let papers = bibliographies.isEmpty ? nil : SourceFormat.bibtex.read(bibliographies)
    if let papers {
      builder.add(all: papers)
      let kind = "publications"
      if !listed.contains(where: { $0.kind == kind }), !papers.entries.isEmpty {
        let heading = section.bibliographyHeading ?? Schema.builtIn[kind]?.heading ?? ""
        listed.append((kind, heading, papers.entries.map(\.entry.key)))
      }
    }
    for own in ownKinds.values.sorted(by: { $0.name < $1.name }) {
      builder.add(own.entry, at: own.span)
    }
    RenderCVSections.addDocument(
      listed.map { ($0.kind, $0.heading, $0.keys) }, at: Span(at: .start), to: &builder)
    return builder.finished()
  }
}

/// Where the bytes of files are, as lines and columns.
struct LaTeXPlaces {
  private let files: [File]

  private struct File {
    let path: String
    let bytes: [UInt8]
    /// Where each line begins.
    var starts = [0]
    /// How many characters stand before every 64th byte.
    var characters: [Int] = []

    /// How many characters stand before a byte.
    func characters(before offset: Int) -> Int {
      let block = offset / 64
      return characters[block] + bytes[(block * 64)..<offset].count { $0 & 0xC0 != 0x80 }
    }
  }

  init(_ files: [FormatFile]) {
    self.files = files.map { file in
      var result = File(path: file.path, bytes: SourceEncoding(file.bytes).bytes)
      var count = 0
      for (index, byte) in result.bytes.enumerated() {
        if index % 64 == 0 { result.characters.append(count) }
        if byte & 0xC0 != 0x80 { count += 1 }
        if byte == 10 { result.starts.append(index + 1) }
      }
      result.characters.append(count)
      if result.bytes.count % 64 != 0 || result.bytes.isEmpty { result.characters.append(count) }
      return result
    }
  }

  subscript(origin: LaTeXText.Origin) -> (path: String, position: Position) {
    guard files.indices.contains(origin.file) else { return ("", .start) }
    let file = files[origin.file]
    var (low, high) = (0, file.starts.count)
    while low < high {
      let middle = (low + high) / 2
      if file.starts[middle] <= origin.offset { low = middle + 1 } else { high = middle }
    }
    let line = max(1, low)
    let start = file.starts[line - 1]
    let offset = min(max(start, origin.offset), file.bytes.count)
    let columns = file.characters(before: offset) - file.characters(before: start)
    return (file.path, Position(line: line, column: columns + 1))
  }
}
