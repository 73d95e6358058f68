internal import CVModel
internal import Mustache

/// How values are escaped. Templates choose it with `{{% CONTENT_TYPE:CV-HTML}}`.
enum TemplateContentType: String, MustacheContentType, CaseIterable {
  /// Between tags, and in attributes in double quotes.
  case html = "CV-HTML"
  /// A theme's own style, which cannot end its `<style>` element.
  case css = "CV-CSS"
  case markdown = "CV-MARKDOWN"
  /// A whole code span, including its delimiters.
  case markdownCode = "CV-MARKDOWN-CODE"
  /// A whole formula, including its delimiters.
  case markdownMath = "CV-MARKDOWN-MATH"
  /// The URL in the parentheses of a link.
  case markdownURL = "CV-MARKDOWN-URL"
  /// In markup, and in double-quoted strings.
  case typst = "CV-TYPST"
  case latex = "CV-LATEX"
  /// A whole formula, with its marks.
  case latexMath = "CV-LATEX-MATH"
  /// An address, in the angle brackets of `\\cvlink`.
  case latexURL = "CV-LATEX-URL"

  func escapeText(_ text: String) -> String {
    switch self {
    case .html: HTML.escape(text)
    case .css: withoutEndTags(text)
    case .markdown: Markdown.escape(text)
    case .markdownCode: Markdown.code(text)
    case .markdownMath: "$\(text)$"
    case .markdownURL: Markdown.address(text)
    case .typst: Typst.escape(text)
    case .latex: LaTeX.words(of: text)
    case .latexMath: LaTeX.formula(text)
    case .latexURL: LaTeX.address(text)
    }
  }

  /// Escapes end tags, which would end the style sheet; to CSS, `\/` is a slash. Works on bytes,
  /// because Swift's own search is much slower.
  private func withoutEndTags(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "/"), bytes.last == UInt8(ascii: "<") {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Registers the content types with the engine, once.
  static let registered: Void = {
    for type in allCases { MustacheContentTypes.register(type, named: type.rawValue) }
  }()
}
