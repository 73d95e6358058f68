internal import CVModel
internal import YAML

/// The front matter of a page, and the text after it.
struct FrontMatter {
  /// The values as an object; nil if there is none, or if it could not be read.
  private(set) var root: Node?
  /// The text after the front matter.
  private(set) var body = ""
  private(set) var findings: [Finding] = []

  /// Reads a page that begins with YAML between `---`, TOML between `+++`, or a JSON object.
  init(_ file: FormatFile) {
    var start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < file.bytes.count, file.bytes[start] <= 32 { start += 1 }
    switch file.bytes[start...].first {
    case UInt8(ascii: "{"):
      let end = Self.endOfObject(file.bytes, from: start)
      let document = JSONDocument(reading: Array(file.bytes[..<end]), path: file.path)
      (root, findings) = (document.root, document.findings)
      body = Self.text(file.bytes[end...])
    case UInt8(ascii: "-"): readFenced(file, from: start, fence: "---")
    case UInt8(ascii: "+"): readFenced(file, from: start, fence: "+++")
    default: break
    }
  }

  private mutating func readFenced(_ file: FormatFile, from start: Int, fence: String) {
    let bytes = file.bytes
    guard let first = Self.nextLine(bytes, from: start) else { return }
    var line = first
    var end = bytes.count
    var next = bytes.count
    while line < bytes.count {
      let rest = bytes[line...]
      let isEnd =
        rest.starts(with: fence.utf8) || fence == "---" && rest.starts(with: "...".utf8)
      if isEnd {
        end = line
        next = Self.nextLine(bytes, from: line) ?? bytes.count
        break
      }
      line = Self.nextLine(bytes, from: line) ?? bytes.count
    }
    if end == bytes.count {
      findings.append(
        Finding(
          "the front matter is not closed", hint: "end it with \"\(fence)\"", rule: "front-matter",
          path: file.path, span: Span(at: .start, length: 3)))
    }
    body = Self.text(bytes[next...])
    // Blank lines preserve the positions in the file.
    let lines = bytes[..<first].filter { $0 == 10 }
    let text = lines + bytes[first..<end]
    if fence == "---" {
      let document = Document(reading: text, limits: .source)
      root = document.root
      findings += document.faults.map { Finding($0, path: file.path) }
    } else {
      let document = TOMLDocument(reading: text, path: file.path)
      root = document.root
      findings += document.findings
    }
  }

  private static func nextLine(_ bytes: [UInt8], from index: Int) -> Int? {
    bytes[index...].firstIndex(of: 10).map { $0 + 1 }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).collapsedParagraphs
  }

  private static func endOfObject(_ bytes: [UInt8], from start: Int) -> Int {
    var (depth, isInString) = (0, false)
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isInString: index += 1
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "{") where !isInString: depth += 1
      case UInt8(ascii: "}") where !isInString:
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return bytes.count
  }
}
