internal import CVModel
internal import Text

/// Escapes text for LaTeX inside BibTeX's braces. Letters of all scripts are kept: current programs
/// read UTF-8.
enum LaTeX {
  /// The text of a record, including its inline markup.
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

  /// Escapes all characters that are special in LaTeX or BibTeX. An unbalanced brace is not
  /// possible even after a backslash, because BibTeX counts it.
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

  /// An address or identifier, which BibTeX styles print verbatim. Percent-encodes what would end
  /// the braces, and `^`, because TeX reads `^^5c` as a backslash before anything else.
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
