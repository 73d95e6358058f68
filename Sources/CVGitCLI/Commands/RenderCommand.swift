internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git
internal import Text

/// `cvgit render`.
struct RenderCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Render the CV as a document",
    discussion: """
      Without '--format', the extension of the file after '-o' selects the format; the default is \
      Markdown. Private entries and fields are left out unless '--private' is given.

      Examples:
        cvgit render -o cv.html
        cvgit render -o cv.pdf
        cvgit render --format text --at 2024-12-31
      """)

  static let usesPager = true

  @OptionGroup var global: GlobalOptions

  @Option(help: "Output format")
  var format: DocumentFormat?

  @Option(help: ArgumentHelp("Render a revision instead of the work tree", valueName: "rev"))
  var at: String?

  @Option(help: ArgumentHelp("Render a variant of the CV", valueName: "name"))
  var variant: String?

  @Option(help: ArgumentHelp("Theme: a folder, or a name in 'themes/'", valueName: "dir"))
  var theme: String?

  @Option(help: ArgumentHelp("Folder with more fonts for the PDF", valueName: "dir"))
  var fonts: String?

  @Flag(name: .customLong("private"), help: "Render private entries and fields, too")
  var showsPrivate = false

  @Option(
    name: .customShort("o"),
    help: ArgumentHelp("Write to a file instead of standard output", valueName: "file"))
  var output: String?

  func run(in session: inout Session) throws -> ExitStatus {
    let format = try format ?? formatOfOutput
    guard fonts == nil || format == .pdf else {
      throw Failure(
        "'--fonts' requires PDF output", hint: "leave it out, or name a file: -o cv.pdf")
    }
    let source = try RenderSource(&session, at: at, isPublic: !showsPrivate)
    let isWithoutTheme =
      try format.usesTheme && self.theme == nil && source.hasUntrustedTheme(session)
    if isWithoutTheme { session.warn(TrustedThemes.warning) }
    let theme = try theme(source, format, session)
    let shown = try shown(source.reading)
    let document = CVDocument(shown, kinds: format.kinds)
    for warning in document.warnings { session.warn("warning: \(warning.terminalSafe)") }
    for record in source.reading.unreadable {
      session.warn("warning: \(record.finding.path.terminalSafe) cannot be read, and is left out")
    }
    do {
      if format == .pdf {
        let bytes = try pdfMaker(source, session).pdf(document, of: shown, theme: theme)
        try write(bytes, session)
      } else {
        let text = try format.render(document, of: shown, theme: theme)
        if output == nil || output == "-" {
          if format == .text || format == .markdown {
            session.print(text)
          } else {
            session.print(verbatim: text)
          }
        } else {
          try write(Array(text.utf8), session)
        }
      }
    } catch let fault as ThemeFault {
      throw Failure(fault.description, hint: fault.hint)
    }
    let isComplete = source.reading.unreadable.isEmpty && !isWithoutTheme
    return isComplete ? .done : .findings
  }

  /// The format for the output file's extension; Markdown without a file or an extension.
  private var formatOfOutput: DocumentFormat {
    get throws {
      guard let output else { return .markdown }
      if let format = DocumentFormat(fileName: output) { return format }
      let name = output.split(separator: "/").last ?? ""
      guard name.dropFirst().contains(".") else { return .markdown }
      throw Failure(
        "unknown output format for \(quoted(output))",
        hint:
          "add \"--format\", or use a name that ends in .md, .html, .txt, .typ, .pdf, .json, .bib, .csl.json, .yaml or .tex"
      )
    }
  }

  private func pdfMaker(_ source: RenderSource, _ session: Session) throws -> PDFMaker {
    guard let output, output != "-" else {
      throw Failure("a PDF cannot be printed to a terminal", hint: "name a file: -o cv.pdf")
    }
    let fonts =
      try fonts.map { try FontFiles(inFolder: session.path($0), named: $0) } ?? source.fonts()
    return try PDFMaker(session.surroundings, fonts: fonts, moment: source.moment())
  }

  private func write(_ bytes: [UInt8], _ session: Session) throws {
    guard let output else { return }
    try NamedFile(session.path(output), name: output).write(bytes)
  }

  /// The CV to show: narrowed by the variant, and without private data.
  private func shown(_ reading: CVReading) throws -> PublicCV {
    if let variant { _ = try NamedVariant(variant, in: reading.cv) }
    if let fault = reading.cv.narrowingFault(of: variant) {
      throw Failure(fault, hint: "\"cvgit validate\" shows why")
    }
    return showsPrivate
      ? .everything(reading.cv, variant: variant) : PublicCV(reading.cv, variant: variant)
  }

  private func theme(
    _ source: RenderSource, _ format: DocumentFormat, _ session: Session
  ) throws -> Theme {
    guard theme != nil || format.usesTheme else { return .classic }
    return try source.theme(theme, in: session)
  }
}

extension DocumentFormat: ChoiceArgument {}
