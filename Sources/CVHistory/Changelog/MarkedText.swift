internal import Text

/// A file with a generated part between two markers, and the author's text around them.
package struct MarkedText: Hashable, Sendable {
  /// The text above the opening marker's line.
  package let before: [UInt8]
  /// The text between the two lines.
  package let inside: [UInt8]
  /// The text below the closing marker's line, starting with its line break.
  package let after: [UInt8]
  /// The ID in the opening marker: the git blob of the generated text. Nil if a person added the
  /// marker.
  package let stamp: String?
  /// The line break of the opening marker's line.
  private let lineBreak: [UInt8]

  /// Why the generated part cannot be found.
  package enum Damage: Error, Hashable, Sendable {
    case unreadableMarker(line: Int)
    case secondMarker(line: Int)
    case endWithoutBegin(line: Int)
    case beginWithoutEnd(line: Int)
  }

  private static let opening = "<!-- cvgit:begin"
  private static let closing = "<!-- cvgit:end -->"
  private static let prefix = Array("<!-- cvgit:".utf8)

  /// Nil for a text without markers.
  package init?(_ bytes: [UInt8]) throws(Damage) {
    var begin: (line: Range<Int>, number: Int, stamp: String?)?
    var end: Range<Int>?
    for (number, line) in Self.lines(of: bytes).enumerated()
    where bytes[line].starts(with: Self.prefix) {
      switch Self.marker(bytes[line]) {
      case nil: throw .unreadableMarker(line: number + 1)
      case .begin(let stamp)?:
        guard begin == nil else { throw .secondMarker(line: number + 1) }
        begin = (line, number + 1, stamp)
      case .end?:
        guard begin != nil else { throw .endWithoutBegin(line: number + 1) }
        guard end == nil else { throw .secondMarker(line: number + 1) }
        end = line
      }
    }
    guard let begin else { return nil }
    guard let end else { throw .beginWithoutEnd(line: begin.number) }
    before = Array(bytes[..<begin.line.lowerBound])
    inside = Array(bytes[begin.line.upperBound..<end.lowerBound])
    after = Array(bytes[(end.lowerBound + Self.closing.utf8.count)...])
    stamp = begin.stamp
    lineBreak = Array((bytes[begin.line].suffix(2) == [13, 10] ? "\r\n" : "\n").utf8)
  }

  /// The lines with their breaks.
  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
      lines.append(start..<end)
      start = end
    }
    return lines
  }

  private enum Marker {
    case begin(String?)
    case end
  }

  private static func marker(_ line: ArraySlice<UInt8>) -> Marker? {
    let text = String(decoding: line, as: UTF8.self)
    let end = text.lastIndex { !$0.isWhitespace }
    let trimmed = end.map { text[...$0] } ?? ""
    if trimmed == closing { return .end }
    guard trimmed.hasPrefix(opening), trimmed.hasSuffix(" -->") else { return nil }
    let stamp = trimmed.dropFirst(opening.count).dropLast(4)
    if stamp.isEmpty { return .begin(nil) }
    let digits = stamp.dropFirst()
    let isID = digits.count == 40 && digits.allSatisfy { $0.isHexDigit && !$0.isUppercase }
    return stamp.first == " " && isID ? .begin(String(digits)) : nil
  }

  /// The generated part with LF line endings: the stamp is its ID, whatever git does to line
  /// endings.
  package var plainInside: [UInt8] { Self.withLineFeeds(inside) }

  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(13) else { return bytes }
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { continue }
      result.append(byte)
    }
    return result
  }

  /// Whether there is nothing between the markers.
  package var isBlank: Bool { inside.allSatisfy { $0 == 32 || (9...13).contains($0) } }

  /// The whole file with another generated part; the text around it is unchanged.
  package func replacing(with text: String, stamp: String) -> [UInt8] {
    let part = Self.part(text, stamp).flatMap { $0 == 10 ? lineBreak : [$0] }
    return before + part + after
  }

  /// A file without markers, with the part appended.
  package static func appending(_ text: String, stamp: String, to bytes: [UInt8]) -> [UInt8] {
    let lineBreak: [UInt8] = bytes.contains(13) ? [13, 10] : [10]
    var result = bytes
    if !result.isEmpty, result.last != 10 { result += lineBreak }
    if !result.isEmpty { result += lineBreak }
    return result + (part(text, stamp) + [10]).flatMap { $0 == 10 ? lineBreak : [$0] }
  }

  private static func part(_ text: String, _ stamp: String) -> [UInt8] {
    Array("\(opening) \(stamp) -->\n\(text)\(closing)".utf8)
  }
}
