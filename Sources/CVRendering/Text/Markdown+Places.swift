internal import CVModel
internal import Text

/// Escaping for Markdown contexts with rules other than those of prose.
extension Markdown {
  /// A code span, delimited by more backticks than any run inside it.
  static func code(_ text: String) -> String {
    let text = text.terminalSafe
    var longest = 0
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let mark = String(repeating: "`", count: longest + 1)
    let needsSpace = text.hasPrefix("`") || text.hasSuffix("`")
    let space = needsSpace ? " " : ""
    return mark + space + text + space + mark
  }

  /// The URL of a link, with the characters that would end it percent-encoded.
  static func address(_ url: String) -> String {
    var result: [UInt8] = []
    for byte in url.terminalSafe.utf8 {
      switch byte {
      case 0x20, 0x22, 0x27, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5C, 0x5D, 0x60, 0x7B...0x7D:
        result += "%\(String(byte, radix: 16, uppercase: true))".utf8
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
