/// The style of text in a color terminal; without colors, words and symbols carry all the meaning.
package enum TextStyle: Hashable, Sendable {
  case plain
  case heading
  case added
  case removed
  case changed
  case news
  case faint

  /// The SGR parameters (ECMA-48, 8.3.117).
  private var code: String? {
    switch self {
    case .plain: nil
    case .heading: "1"
    case .added: "32"
    case .removed: "31"
    case .changed: "33"
    case .news: "1;36"
    case .faint: "2"
    }
  }

  /// A text in this style.
  func paint(_ text: String) -> String {
    code.map { "\u{1B}[\($0)m\(text)\u{1B}[0m" } ?? text
  }
}

/// Text with styles, as a list of runs.
package struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Text in one style; a whole run is broken only if it is longer than a line.
  struct Run: Hashable, Sendable {
    let text: String
    let style: TextStyle
    var isWhole = false
  }

  private(set) var runs: [Run]

  package init(_ text: String = "", _ style: TextStyle = .plain) {
    runs = text.isEmpty ? [] : [Run(text: text, style: style)]
  }

  /// A text to keep on one line if possible.
  init(whole text: String, _ style: TextStyle) {
    runs = [Run(text: text, style: style, isWhole: true)]
  }

  package init(stringLiteral text: String) { self.init(text) }

  package var isEmpty: Bool { runs.isEmpty }

  /// The text without styles.
  package var plainText: String { runs.map(\.text).joined() }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    var result = left
    result.runs += right.runs
    return result
  }

  static func += (left: inout StyledText, right: StyledText) { left.runs += right.runs }
}
