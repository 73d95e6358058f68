internal import CVModel

/// Text made safe for LaTeX inside of BibTeX's braces. Letters of all scripts stay as they are: today's programs read UTF-8.
enum LaTeX {
  /// A text of a record with its inline markup.
  static func text(_ text: String) -> String { words(Inline.parse(text.collapsed.terminalSafe)) }

  private static func words(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): escape(text)
      case .strong(let inner): "\\textbf{\(words(inner))}"
      case .emphasis(let inner): "\\emph{\(words(inner))}"
      case .code(let text): "\\texttt{\(escape(text))}"
      case .math(let source): MathText(source).map { "$\($0.tex)$" } ?? escape(source)
      case .link(let label, _): words(label)
      }
    }.joined()
  }

  /// Every sign that LaTeX or BibTeX reads as more than itself. A brace cannot stand alone, not even behind a backslash:
  /// BibTeX counts it.
  static func escape(_ text: String) -> String {
    text.terminalSafe.escaping { scalar in
      switch scalar {
      case "&", "%", "$", "#", "_": "\\\(scalar)"
      case "{": "\\textbraceleft{}"
      case "}": "\\textbraceright{}"
      case "~": "\\textasciitilde{}"
      case "^": "\\textasciicircum{}"
      case "\\": "\\textbackslash{}"
      default: nil
      }
    }
  }

  /// An address or identifier, which BibTeX's styles print as it is: what would end the braces is in percent, and so is
  /// `^`, as TeX reads `^^5c` as a backslash before anything else.
  static func verbatim(_ text: String) -> String {
    text.terminalSafe.escaping { scalar in
      switch scalar {
      case "{": "%7B"
      case "}": "%7D"
      case "\\": "%5C"
      case "^": "%5E"
      case " ": "%20"
      default: nil
      }
    }
  }
}
