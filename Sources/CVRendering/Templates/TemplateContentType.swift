internal import CVModel
internal import Mustache

/// How values are escaped where a template puts them. A template names it: `{{% CONTENT_TYPE:CV-HTML}}`.
enum TemplateContentType: String, MustacheContentType, CaseIterable {
  /// Between tags, and in attributes in double quotes.
  case html = "CV-HTML"
  /// A theme's own style, which cannot end the element it stands in.
  case css = "CV-CSS"
  case markdown = "CV-MARKDOWN"
  /// A whole span of code, with its marks.
  case markdownCode = "CV-MARKDOWN-CODE"
  /// A whole formula, with its marks.
  case markdownMath = "CV-MARKDOWN-MATH"
  /// The address in the round brackets of a link.
  case markdownURL = "CV-MARKDOWN-URL"
  /// In words, and in a string's double quotes.
  case typst = "CV-TYPST"

  func escapeText(_ text: String) -> String {
    switch self {
    case .html: HTML.escape(text)
    case .css:
      text.split(separator: "</", omittingEmptySubsequences: false).joined(separator: "<\\/")
    case .markdown: Markdown.escape(text)
    case .markdownCode: Markdown.code(text)
    case .markdownMath: "$\(text)$"
    case .markdownURL: Markdown.address(text)
    case .typst: Typst.escape(text)
    }
  }

  /// Makes the names known to the engine, once.
  static let registered: Void = {
    for type in allCases { MustacheContentTypes.register(type, named: type.rawValue) }
  }()
}
