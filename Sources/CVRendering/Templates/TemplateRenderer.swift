package import CVModel
internal import Mustache

/// Renders the document with the templates of a theme.
package struct TemplateRenderer {
  private let theme: Theme
  private let format: TemplateFormat

  package init(theme: Theme = .classic, format: TemplateFormat) {
    self.theme = theme
    self.format = format
  }

  /// - Throws: a theme whose templates cannot be read, or could output a value unescaped.
  package func render(_ document: CVDocument) throws(ThemeFault) -> String {
    let library = try library()
    var view = TemplateView(document, stylesheet: format == .html ? theme.stylesheet : nil)
    let budget = RenderingBudget()
    if theme.isOwn { view = view.counted(by: budget) }
    guard let main = library.getTemplate(named: "cv") else {
      throw fault(format.mainFile, 1, "the template is missing")
    }
    let text = main.render(view, library: library)
    if let reason = budget.fault { throw fault(format.mainFile, 1, reason) }
    if theme.isOwn, format == .html, let flaw = ThemeDocument.fault(in: text) {
      throw fault(
        format.mainFile, 1, "line \(flaw.line) of the document: \(flaw.reason)",
        hint: "docs/safety.md lists what a theme may write")
    }
    return format == .markdown ? Markdown.finished(text) : text
  }

  private func library() throws(ThemeFault) -> MustacheLibrary {
    _ = TemplateContentType.registered
    var templates: [String: MustacheTemplate] = [:]
    for (file, name, text) in theme.templates(format) {
      if text.utf8.count > TemplateCheck.largest {
        throw fault(file, 1, "a template has more than \(TemplateCheck.largest >> 10) KiB")
      }
      if theme.changes(file), let flaw = TemplateCheck(text, format: format).flaw {
        throw fault(file, flaw.line, flaw.reason, hint: flaw.hint)
      }
      do {
        templates[name] = try MustacheTemplate(
          string: theme.isOwn
            ? RenderingBudget.wrapped(text, contentType: format.firstLine) : text)
      } catch let error as MustacheTemplate.ParserError {
        throw fault(file, error.context.lineNumber, "\(error.error)")
      } catch {
        throw fault(file, 1, "\(error)")
      }
    }
    return MustacheLibrary(templates: templates)
  }

  private func fault(
    _ file: String, _ line: Int, _ reason: String, hint: String? = nil
  ) -> ThemeFault {
    ThemeFault(theme: theme.name, file: file, line: line, reason: reason, hint: hint)
  }
}
