import CVModel
import Foundation

/// A file in `Broken/`: cases of one topic.
struct BrokenTable: CustomStringConvertible, Sendable {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Broken")

  let name: String
  var description: String { name }

  static func all() throws -> [BrokenTable] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".cases") }.sorted().map { BrokenTable(name: $0) }
  }

  private var url: URL { Self.folder.appending(path: name) }

  func cases() throws -> [BrokenCase] {
    let text = try String(contentsOf: url, encoding: .utf8)
    return text.components(separatedBy: "\n== ").dropFirst().map(BrokenCase.init(parsing:))
  }

  /// Rewrites the table with the current findings, keeping the text before the first case.
  func record() throws {
    let text = try String(contentsOf: url, encoding: .utf8)
    let head = text.components(separatedBy: "\n== ")[0].trimmingCharacters(in: .newlines)
    let cases = try cases().map { "\n\n== \($0.title)\n\($0.input)@@ findings\n\($0.found)" }
    let body = cases.map { $0.trimmingCharacters(in: .newlines) }
    try (([head] + body).joined(separator: "\n\n") + "\n").write(
      to: url, atomically: true, encoding: .utf8)
  }
}

extension BrokenCase {
  /// Parses a case after its `== `.
  init(parsing text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    self.init(title: String(lines[0]), input: "")
    var header: Substring?
    var content = ""
    for line in lines.dropFirst() + ["@@ end"] {
      guard line.hasPrefix("@@ ") else {
        content += line + "\n"
        continue
      }
      if header == "findings" { expected = content.trimmingCharacters(in: .newlines) + "\n" }
      if let header, header != "findings" {
        input += "@@ \(header)\n\(content)"
        if !header.hasPrefix("no ") { files.append(SourceFile(header: header, content)) }
      }
      header = line.dropFirst(3)
      content = ""
    }
    if expected == "\n" { expected = "" }
  }
}

extension SourceFile {
  /// The file of a case from the words after `@@ `.
  fileprivate init(header: Substring, _ text: String) {
    let parts = header.split(separator: " (", maxSplits: 1)
    let content: Content =
      switch parts.count == 2 ? parts[1].dropLast() : "" {
      case "CRLF": .bytes(Array(text.replacing("\n", with: "\r\n").utf8))
      case "BOM": .bytes([0xEF, 0xBB, 0xBF] + Array(text.utf8))
      case "bytes": .bytes(Self.bytes(text))
      case "symlink": .symlink
      case "submodule": .submodule
      case "unnameable": .unnameable
      case "conflict": .conflict
      case let size where size.hasSuffix(" bytes"): .tooLarge(bytes: Int(size.dropLast(6)) ?? 0)
      default: .bytes(Array(text.utf8))
      }
    self.init(path: String(parts[0]), content: content)
  }

  /// The bytes of a text in which `<E9>` is one byte.
  private static func bytes(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.first {
      let digits = rest.dropFirst().prefix(2)
      if byte == UInt8(ascii: "<"), rest.dropFirst(3).first == UInt8(ascii: ">"),
        let value = UInt8(String(Substring(digits)), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(4)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return bytes
  }
}
