/// Writes text as a one-line YAML scalar, unquoted if possible.
///
/// Text is left plain only if neither YAML nor a person editing it can misread it. Quotes are
/// double unless the text contains `"` or `\`, which need no escape in single quotes.
package enum ScalarWriter {
  /// Where the scalar is written.
  package enum Place: Sendable {
    /// After `key: ` or `- `.
    case block
    /// Inside brackets or braces.
    case flow
    /// Before a colon, in either style. YAML limits such keys to 1,024 characters.
    case key
  }

  /// `text` as a scalar; reading it gives `text` back.
  package static func write(_ text: String, in place: Place) -> String {
    isPlain(text, in: place) ? text : quoted(text)
  }

  /// `text` in quotes, valid in any place.
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
  /// Whether a value that begins with it is not plain text.
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
