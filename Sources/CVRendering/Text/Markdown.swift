internal import CVModel

/// Text made safe for Markdown (CommonMark, as GitHub renders it).
package enum Markdown {
  /// The words of a record as literal text: what could be markup, HTML or an address is escaped.
  package static func escape(_ text: String) -> String { escapedStart(escapeInside(text)) }

  /// The same for text that no line begins with.
  package static func escapeInside(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.terminalSafe.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = scalars[(index + 1)...].first
      let beginsEntity = next == "#" || next?.properties.isAlphabetic == true
      if special.contains(scalar) || scalar == "&" && beginsEntity { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static let special = Set("\\`*_[]<>|~$".unicodeScalars)

  /// A line that would begin a list, a heading or a quote does not.
  private static func escapedStart(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    if "#+-=".unicodeScalars.contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, digits.count < 10, rest.hasPrefix(".") || rest.hasPrefix(")"),
      rest.dropFirst().first.map(\.isWhitespace) ?? true
    else { return text }
    return digits + "\\" + rest
  }
}
