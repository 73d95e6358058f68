extension SourceFormat {
  /// Detects the format of one file from its extension and content; nil if it is unknown.
  ///
  /// A file with an unknown extension, such as standard input, is judged by its content alone. A
  /// single page is `pages`.
  package static func detect(_ file: FormatFile) -> SourceFormat? {
    let text = TextStart(file.bytes)
    switch ending(of: file.path) {
    case "bib", "bibtex": return .bibtex
    case "json", "jsonld": return json(text)
    case "yaml", "yml": return text.hasLine(beginning: "cv:") ? .rendercv : nil
    case "md", "qmd", "markdown": return text.isPage ? .pages : nil
    case "":
      if let format = json(text) { return format }
      if text.isPage { return .pages }
      if text.hasLine(beginning: "cv:") { return .rendercv }
      return text.hasEntryOfBibTeX ? .bibtex : nil
    default: return nil
    }
  }

  /// The format of a folder's files: `pages` if one of them is a page; nil otherwise.
  ///
  /// An index or README describes the folder and is not an entry.
  package static func detect(folder files: [FormatFile]) -> SourceFormat? {
    let isPages = files.contains { file in
      let name = file.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
      return !name.hasPrefix("readme.") && !name.hasPrefix("_") && detect(file) == .pages
    }
    return isPages ? .pages : nil
  }

  /// Whether a file may be in a known format according to its name, so that it should be read to
  /// find out.
  package static func isCandidate(_ path: String) -> Bool {
    ["bib", "bibtex", "json", "yaml", "yml"].contains(ending(of: path))
  }

  private static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static func json(_ text: TextStart) -> SourceFormat? {
    guard let keys = JSONKeys(text.bytes, from: text.start) else { return nil }
    if keys.isList { return isItem(keys.names) ? .cslJSON : nil }
    if keys.names.contains("orcid-identifier") { return .orcid }
    if keys.names.contains("basics") || keys.names.contains("work") { return .jsonResume }
    return isItem(keys.names) ? .cslJSON : nil
  }

  /// Whether these are the keys of a CSL item: a type, and a name or a place that only a work has.
  private static func isItem(_ names: Set<String>) -> Bool {
    names.contains("type")
      && (!names.isDisjoint(with: ["issued", "container-title", "DOI"])
        || names.isSuperset(of: ["author", "title"]))
  }
}

/// The text of a file after its byte order mark and white space.
private struct TextStart {
  let bytes: [UInt8]
  let start: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count, bytes[start] == 32 || (9...13).contains(bytes[start]) { start += 1 }
    self.start = start
  }

  private func isAt(_ index: Int, _ word: String) -> Bool {
    bytes[min(index, bytes.count)...].starts(with: word.utf8)
  }

  /// Whether a line begins with these words, without white space before them.
  func hasLine(beginning word: String) -> Bool {
    var index = start
    while index < bytes.count {
      if isAt(index, word) { return true }
      guard let end = bytes[index...].firstIndex(of: 10) else { return false }
      index = end + 1
    }
    return false
  }

  /// Whether a line begins with `@word{`.
  var hasEntryOfBibTeX: Bool {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "@") {
        let word = bytes[(index + 1)...].prefix { $0 | 32 >= 97 && $0 | 32 <= 122 }
        let next = word.endIndex
        if !word.isEmpty, next < bytes.count, bytes[next] == 123 || bytes[next] == 40 {
          return true
        }
      }
      guard let end = bytes[index...].firstIndex(of: 10) else { return false }
      index = end + 1
    }
    return false
  }

  /// Whether it has front matter (YAML, TOML or JSON) with a title.
  var isPage: Bool {
    if isAt(start, "{") { return JSONKeys(bytes, from: start)?.names.contains("title") == true }
    for (fence, title) in [("---", "title:"), ("+++", "title")] where isAt(start, fence) {
      var index = start
      while let end = bytes[index...].firstIndex(of: 10) {
        index = end + 1
        if isAt(index, fence) { return false }
        if isAt(index, title) { return true }
      }
    }
    return false
  }
}

/// The keys of a JSON object, or of the first object in a JSON list, without reading their values.
private struct JSONKeys {
  private(set) var names: Set<String> = []
  let isList: Bool

  /// Nil for anything else.
  init?(_ bytes: [UInt8], from start: Int) {
    guard start < bytes.count else { return nil }
    var index = start
    isList = bytes[index] == UInt8(ascii: "[")
    if isList {
      index += 1
      while index < bytes.count, bytes[index] <= 32 { index += 1 }
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "{") else { return nil }
    var depth = 0
    var string: Range<Int>?
    scan: while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        let first = index + 1
        index = first
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        string = first..<min(index, bytes.count)
      case UInt8(ascii: ":"):
        if depth == 1, let range = string {
          names.insert(String(decoding: bytes[range], as: UTF8.self))
        }
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { break scan }
      default: break
      }
      index += 1
    }
  }
}
