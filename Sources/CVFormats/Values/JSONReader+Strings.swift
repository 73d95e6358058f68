internal import CVModel
internal import Text
internal import YAML

/// Reads strings and their escapes.
extension JSONReader {
  /// The string whose opening quote is at the index.
  mutating func string() throws(Stop) -> Node {
    let start = position(of: index)
    let opening = index
    index += 1
    var text: [UInt8] = []
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return Node(
          .scalar(try decoded(text, at: start), .doubleQuoted),
          at: Span(start: start, end: position(of: index)))
      case UInt8(ascii: "\\"): readEscape(into: &text)
      case 10, 13:
        let place = Span(at: position(of: index))
        guard bytes[index...].contains(UInt8(ascii: "\"")), !isUnclosed(from: opening) else {
          throw stop("the quote is not closed", hint: "end the string with \"", at: start)
        }
        report("a line break in a string", hint: "write \\n", "control-character", at: place)
        text.append(10)
        endLine()
      case 0..<32:
        report(
          "a control character in a string",
          hint: byte == 9 ? "write \\t" : "remove the character", "control-character",
          at: Span(at: position(of: index)))
        text.append(byte)
        index += 1
      default:
        let run = bytes[index...].prefix { $0 >= 32 && $0 != 34 && $0 != 92 }
        text += run
        index = run.endIndex
      }
    }
    throw stop("the quote is not closed", hint: "end the string with \"", at: start)
  }

  /// Whether the string seems to end with its line: the next line begins with a key or a bracket,
  /// or the line ends with a comma.
  private func isUnclosed(from opening: Int) -> Bool {
    var last = index - 1
    while last > opening, bytes[last] <= 32 { last -= 1 }
    if bytes[last] == UInt8(ascii: ",") { return true }
    let next = bytes[index...].first { $0 > 32 }
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}") || next == UInt8(ascii: "]")
  }

  private mutating func decoded(_ text: [UInt8], at start: Position) throws(Stop) -> String {
    if let valid = String(validating: text, as: UTF8.self) { return valid }
    throw stop(
      "the string contains bytes that are not valid UTF-8", hint: "save the file as UTF-8",
      "encoding", at: start)
  }

  /// Source: RFC 8259, section 7.
  private mutating func readEscape(into text: inout [UInt8]) {
    let start = position(of: index)
    index += 1
    guard let byte else { return }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"):
      readUnicodeEscape(into: &text, from: start)
      return
    case 0..<32:
      report("a backslash at the end of a line", hint: "remove it", at: Span(at: start))
      return
    default:
      report(
        "unknown escape \(quoted("\\" + String(decoding: [byte], as: UTF8.self)))",
        hint: "write \\\\ for a backslash", at: Span(at: start, length: 2))
      text += [UInt8(ascii: "\\"), byte]
    }
    index += 1
  }

  /// Reads `\u` and four digits, and the low surrogate of characters above U+FFFF.
  private mutating func readUnicodeEscape(into text: inout [UInt8], from start: Position) {
    index += 1
    guard let unit = hexadecimalUnit(at: index) else {
      report(
        "expected four hexadecimal digits after \\u", hint: "write \\\\u for the text \\u",
        at: Span(at: start, length: 2))
      text += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
      return
    }
    index += 4
    if let scalar = Unicode.Scalar(UInt32(unit)) {
      text += Array(String(Character(scalar)).utf8)
      return
    }
    if UTF16.isLeadSurrogate(unit), bytes[index...].starts(with: [92, 117]),
      let second = hexadecimalUnit(at: index + 2), UTF16.isTrailSurrogate(second)
    {
      index += 6
      text += Array(String(decoding: [unit, second], as: UTF16.self).utf8)
      return
    }
    report(
      "half of a surrogate pair", hint: "write the character itself",
      at: Span(at: start, length: 6))
    text += Array("\u{FFFD}".utf8)
  }

  private func hexadecimalUnit(at start: Int) -> UInt16? {
    guard start + 4 <= bytes.count else { return nil }
    let digits = bytes[start..<(start + 4)]
    guard
      digits.allSatisfy({
        (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0)
      })
    else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
