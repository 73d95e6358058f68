/// The formats rendered by templates. Plain text is not one: its lines are filled to a width.
package enum TemplateFormat: String, Sendable, CaseIterable {
  case html
  case markdown
  case typst
  case latex

  /// The part of its file names before `.mustache`.
  package var ending: String {
    switch self {
    case .html: "html"
    case .markdown: "md"
    case .typst: "typ"
    case .latex: "tex"
    }
  }

  /// The main template, which includes the others.
  var mainFile: String { "cv.\(ending).mustache" }

  /// The content type that each of its templates must declare.
  var contentType: TemplateContentType {
    switch self {
    case .html: .html
    case .markdown: .markdown
    case .typst: .typst
    case .latex: .latex
    }
  }

  /// The required first line of its templates.
  var firstLine: String { "{{% CONTENT_TYPE:\(contentType.rawValue)}}" }

  /// The additional content types for contexts with other escaping rules: URLs, code, style.
  var innerContentTypes: [TemplateContentType] {
    switch self {
    case .html: [.css]
    case .markdown: [.markdownCode, .markdownMath, .markdownURL]
    case .typst: []
    case .latex: [.latexMath, .latexURL]
    }
  }
}
