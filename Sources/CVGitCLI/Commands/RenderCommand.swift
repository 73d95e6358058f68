internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// `cvgit render`.
struct RenderCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Print the CV as a document",
    discussion: """
      Without '--format', the ending of the file behind '-o' says the format, else it is Markdown. What is private is \
      left out unless '--private' is given.

      Examples:
        cvgit render -o cv.html
        cvgit render --format text --at 2024-12-31
      """)

  static let usesPager = true

  @OptionGroup var global: GlobalOptions

  @Option(help: "How to print the document.")
  var format: DocumentFormat?

  @Option(help: ArgumentHelp("Print a revision.", valueName: "rev"))
  var at: String?

  @Option(help: ArgumentHelp("A theme's folder, or its name in 'themes/'.", valueName: "dir"))
  var theme: String?

  @Flag(name: .customLong("private"), help: "Print private entries and fields too.")
  var showsPrivate = false

  @Option(name: .customShort("o"), help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    let version = try at.map { try cv.repository.version(named: $0).version } ?? .workTree
    let reading = try cv.reading(of: version)
    if reading.isEmpty { throw NoCV(cv.root, at: at).failure }
    let shown = showsPrivate ? reading.cv : reading.cv.public
    let document = CVDocument(shown)
    let text = try (format ?? .markdown).render(document, of: shown)
    session.print(text)
    return reading.unreadable.isEmpty ? .done : .findings
  }
}

extension DocumentFormat: ExpressibleByArgument {}
