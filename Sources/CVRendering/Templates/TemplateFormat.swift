/// The formats that are set by templates. Text is not: its lines are filled by width.
package enum TemplateFormat: String, Sendable, CaseIterable {
  case html
  case markdown
  case typst

  /// What stands before `.mustache` in the names of its files.
  package var ending: String {
    switch self {
    case .html: "html"
    case .markdown: "md"
    case .typst: "typ"
    }
  }

  /// The template that the others are parts of.
  var mainFile: String { "cv.\(ending).mustache" }

  /// The content type that each of its templates names first.
  var contentType: TemplateContentType {
    switch self {
    case .html: .html
    case .markdown: .markdown
    case .typst: .typst
    }
  }

  /// How each of its templates begins.
  var firstLine: String { "{{% CONTENT_TYPE:\(contentType.rawValue)}}" }

  /// The content types for the places where other characters count: addresses, code, style.
  var innerContentTypes: [TemplateContentType] {
    switch self {
    case .html: [.css]
    case .markdown: [.markdownCode, .markdownMath, .markdownURL]
    case .typst: []
    }
  }
}
