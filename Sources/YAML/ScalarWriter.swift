/// Writes text as a YAML scalar on one line, as plain as it can stand where it is to stand.
///
/// Plain text is neither a trap for YAML nor one for the person who edits it next. Quotes are double
/// unless the text holds `"` or `\`, which single quotes leave as they are.
package enum ScalarWriter {
  /// Where the scalar is to stand.
  package enum Place: Sendable {
    /// Behind `key: ` or `- `.
    case block
    /// Between brackets or braces.
    case flow
    /// Before a colon, in either style. YAML reads no key of more than 1,024 characters.
    case key
  }

  /// `text` as it is to be written; reading it gives `text` back.
  package static func write(_ text: String, in place: Place) -> String {
    isPlain(text, in: place) ? text : quoted(text)
  }

  /// `text` in quotes, wherever it is to stand.
  package static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let needsEscape = scalars.contains { $0 == "'" || $0.mustBeEscaped }
    if !needsEscape, scalars.contains(where: { $0 == "\"" || $0 == "\\" }) { return "'\(text)'" }
    return "\"\(escaped(text))\""
  }

  private static func isPlain(_ text: String, in place: Place) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    guard !first.properties.isWhitespace, !last.properties.isWhitespace, last != ":" else {
      return false
    }
    guard !beginsLikeSyntax(scalars, in: place) else { return false }
    var previous: Unicode.Scalar?
    for scalar in scalars {
      if scalar.mustBeEscaped { return false }
      if scalar == " " && previous == ":" { return false }
      if scalar == "#" && previous == " " { return false }
      if place != .block && scalar.isFlowIndicator { return false }
      previous = scalar
    }
    return true
  }

  private static func beginsLikeSyntax(
    _ scalars: String.UnicodeScalarView, in place: Place
  ) -> Bool {
    guard let first = scalars.first else { return true }
    if first.isIndicator { return true }
    let second = scalars.dropFirst().first
    switch first {
    case "-", "?", ":":
      return second == nil || second == " " || scalars.starts(with: "---".unicodeScalars)
        || place != .block && first != "-"
    case ".":
      return place == .key && scalars.starts(with: "...".unicodeScalars)
    default:
      return false
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where scalar.mustBeEscaped: result += "\\u\(hexadecimal(scalar.value, width: 4))"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether it begins something other than text, wherever a value begins with it.
  var isIndicator: Bool {
    switch self {
    case ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`": true
    default: false
    }
  }

  fileprivate var isFlowIndicator: Bool {
    switch self {
    case ",", "[", "]", "{", "}": true
    default: false
    }
  }

  var mustBeEscaped: Bool {
    self == "\t" || self == "\n" || self == "\r" || isRefused
  }
}
