import CVModel
import CVRendering
import Text

extension FuzzTarget {
  /// Inline markup and formulas: nothing is added to the words, and every format escapes them.
  static let markup = FuzzTarget("markup") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    let inlines = Inline.parse(text)
    let words = inlines.plainText
    try demand(words.unicodeScalars.count <= text.unicodeScalars.count, "words are added")
    try demand(depth(inlines) <= 5, "marks lie too deep in each other")
    if !text.unicodeScalars.contains(where: { "*`[$\\".unicodeScalars.contains($0) }) {
      try demand(words == text, "a text without marks is changed")
    }
    try demandSafe(HTML.escape(words), "HTML")
    try demandSafe(Markdown.escape(words), "Markdown")
    try demand(!HTML.escape(words).contains { "<>\"".contains($0) }, "HTML is not escaped")
    for source in formulas(inlines) + [text] {
      guard let math = MathText(source) else { continue }
      try demand(!math.plain.isEmpty, "a formula is lost")
      // TeX sets the space around signs by itself, which may put one sign in brackets.
      let read = MathText(math.tex)?.plain.filter { !" ()".contains($0) }
      try demand(
        read == math.plain.filter { !" ()".contains($0) },
        "TeX changes the formula: \(quoted(math.tex))")
    }
  }

  private static func depth(_ inlines: [Inline]) -> Int {
    inlines.map { inline in
      switch inline {
      case .text, .code, .math: 1
      case .strong(let inner), .emphasis(let inner), .link(let inner, _): 1 + depth(inner)
      }
    }.max() ?? 0
  }

  private static func formulas(_ inlines: [Inline]) -> [String] {
    inlines.flatMap { inline -> [String] in
      switch inline {
      case .text, .code: []
      case .math(let source): [source]
      case .strong(let inner), .emphasis(let inner), .link(let inner, _): formulas(inner)
      }
    }
  }
}
