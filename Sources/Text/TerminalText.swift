/// A value quoted for messages: control characters escaped, truncated to 60 characters.
package func quoted(_ text: String) -> String {
  var result = ""
  for (index, scalar) in text.unicodeScalars.enumerated() {
    if index == 60 {
      result += "…"
      break
    }
    result += scalar.isUnsafeInTerminal ? scalar.escaped : String(scalar)
  }
  return "\"\(result)\""
}

extension Unicode.Scalar {
  /// Whether it is a control character, or changes the direction of text.
  package var isUnsafeInTerminal: Bool {
    switch value {
    case 0..<32, 127..<160, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// `\u{1B}`: the displayed form of a character that is unsafe in a terminal.
  package var escaped: String {
    switch self {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(value, radix: 16, uppercase: true))}"
    }
  }
}

extension String {
  /// The text with characters that are unsafe in a terminal escaped.
  package var terminalSafe: String {
    guard unicodeScalars.contains(where: \.isUnsafeInTerminal) else { return self }
    return escaping { $0.isUnsafeInTerminal ? $0.escaped : nil }
  }
}
