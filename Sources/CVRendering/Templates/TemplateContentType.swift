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
    case .css: withoutEndTags(text)
    case .markdown: Markdown.escape(text)
    case .markdownCode: Markdown.code(text)
    case .markdownMath: "$\(text)$"
    case .markdownURL: Markdown.address(text)
    case .typst: Typst.escape(text)
    }
  }

  /// An end tag would end the style sheet; `\/` is a slash to CSS. By bytes: Swift's own search for a text goes through
  /// patterns.
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

  /// Makes the names known to the engine, once.
  static let registered: Void = {
    for type in allCases { MustacheContentTypes.register(type, named: type.rawValue) }
  }()
}
