internal import CVHistory
internal import CVModel
internal import CVRendering

/// The document in every format, for a snapshot.
struct RenderedDocument {
  /// Named `cv.md`, `cv.html` and so on.
  private(set) var files: [SnapshotFile] = []
  /// The version of each program that was used.
  private(set) var tools = ["cvgit": Version.text]
  let theme: SnapshotManifest.Theme
  /// The SHA-256 of each font for the PDF, by its path in the CV's folder.
  private(set) var fonts: [String: String] = [:]

  private let shown: PublicCV
  private let document: CVDocument
  private let look: Theme

  /// The text formats in a snapshot.
  static let formats: [DocumentFormat] = [.markdown, .html, .text, .jsonResume, .bibtex]

  /// Removes private data from a CV; does not render yet.
  ///
  /// - Parameters:
  ///   - variant: the name of one of the CV's variants.
  ///   - themeFiles: the CV's own theme; if empty, the built-in theme is used.
  init(_ cv: CV, variant: String?, themeFiles: [SnapshotFile]) throws {
    if let variant { _ = try NamedVariant(variant, in: cv) }
    shown = PublicCV(cv, variant: variant)
    document = CVDocument(shown)
    look = themeFiles.isEmpty ? Theme.classic : Theme(files: themeFiles)
    // The version of the built-in theme is that of the program.
    theme = .init(name: look.name, version: themeFiles.isEmpty ? Version.text : nil)
  }

  mutating func addTexts() throws {
    for format in Self.formats {
      let text = try rendered { try format.render(document, of: shown, theme: look) }
      add(Array(text.utf8), format)
    }
  }

  mutating func addPDF(_ maker: PDFMaker) throws {
    add(try rendered { try maker.pdf(document, of: shown, theme: look) }, .pdf)
    tools[maker.program.toolName] = try maker.program.version(maker.surroundings)
    for (name, hash) in maker.fonts.hashes { fonts["\(maker.fonts.folder ?? "")/\(name)"] = hash }
  }

  private mutating func add(_ content: [UInt8], _ format: DocumentFormat) {
    files.append(SnapshotFile(path: "cv." + format.ending, content: content))
  }

  private func rendered<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let fault as ThemeFault {
      throw Failure(fault.description, hint: fault.hint)
    }
  }
}

extension Theme {
  /// The theme stored in a snapshot.
  init(files: [SnapshotFile]) {
    let texts = files.map { ($0.path, String(decoding: $0.content, as: UTF8.self)) }
    self.init(name: Theme.classic.name, files: Dictionary(texts) { first, _ in first })
  }
}
