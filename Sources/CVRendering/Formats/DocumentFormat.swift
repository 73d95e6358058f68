package import CVModel

/// The output formats of the document.
package enum DocumentFormat: String, Sendable, CaseIterable {
  case markdown
  case html
  case text
  case typst
  case pdf
  case jsonResume = "json-resume"
  case bibtex
  case cslJSON = "csl-json"
  case rendercv
  case latex

  /// The format for a file name; nil if its extension is unknown.
  package init?(fileName: String) {
    let endings: [(String, DocumentFormat)] = [
      (".csl.json", .cslJSON), (".yaml", .rendercv), (".yml", .rendercv), (".tex", .latex),
      (".md", .markdown), (".markdown", .markdown), (".html", .html), (".htm", .html),
      (".txt", .text), (".typ", .typst), (".pdf", .pdf), (".json", .jsonResume), (".bib", .bibtex),
    ]
    let name = fileName.lowercased()
    guard let format = endings.first(where: { name.hasSuffix($0.0) })?.1 else { return nil }
    self = format
  }

  /// The file extension, without the dot.
  package var ending: String {
    switch self {
    case .markdown: "md"
    case .html: "html"
    case .text: "txt"
    case .typst: "typ"
    case .pdf: "pdf"
    case .jsonResume: "json"
    case .bibtex: "bib"
    case .cslJSON: "csl.json"
    case .rendercv: "yaml"
    case .latex: "tex"
    }
  }

  /// Whether the format uses a theme.
  package var usesTheme: Bool {
    switch self {
    case .markdown, .html, .typst, .pdf, .latex: true
    case .text, .jsonResume, .bibtex, .cslJSON, .rendercv: false
    }
  }

  /// The kinds of entries in the output; nil for all.
  package var kinds: Set<String>? {
    self == .bibtex || self == .cslJSON ? [BibTeXRenderer.kind] : nil
  }

  /// The document in this format; for PDF, the Typst text from which it is made.
  ///
  /// - Parameter cv: the CV of the document, for formats with fields of their own.
  /// - Throws: a theme that cannot be used.
  package func render(
    _ document: CVDocument, of cv: PublicCV, theme: Theme = .classic
  ) throws(ThemeFault) -> String {
    switch self {
    case .markdown: try TemplateRenderer(theme: theme, format: .markdown).render(document)
    case .html: try TemplateRenderer(theme: theme, format: .html).render(document)
    case .typst, .pdf: try TemplateRenderer(theme: theme, format: .typst).render(document)
    case .text: DocumentTextRenderer().render(document)
    case .jsonResume: JSONResumeRenderer(cv).render(document)
    case .bibtex: BibTeXRenderer(cv).render(document)
    case .cslJSON: CSLJSONRenderer().render(document)
    case .rendercv: RenderCVRenderer(cv).render(document)
    case .latex: try TemplateRenderer(theme: theme, format: .latex).render(document)
    }
  }
}
