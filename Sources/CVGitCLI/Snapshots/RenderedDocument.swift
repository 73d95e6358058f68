internal import CVHistory
internal import CVModel
internal import CVRendering

/// The document in every format, for a snapshot to keep.
struct RenderedDocument {
  /// Named `cv.md`, `cv.html` and so on.
  private(set) var files: [SnapshotFile] = []
  /// The version of each program that had a part in them.
  private(set) var tools = ["cvgit": Version.text]
  let theme: SnapshotManifest.Theme
  /// The SHA-256 of each font that the PDF was given, by its path in the CV's folder.
  private(set) var fonts: [String: String] = [:]

  private let shown: PublicCV
  private let document: CVDocument
  private let look: Theme

  /// What a snapshot keeps as words.
  static let formats: [DocumentFormat] = [.markdown, .html, .text, .jsonResume, .bibtex]

  /// Sees to what of a CV may leave the house; nothing is rendered yet.
  ///
  /// - Parameters:
  ///   - variant: the name of one of the CV's.
  ///   - themeFiles: the CV's own theme; where there are none, the built-in one is used.
  init(_ cv: CV, variant: String?, themeFiles: [SnapshotFile]) throws {
    if let variant { _ = try NamedVariant(variant, in: cv) }
    shown = PublicCV(cv, variant: variant)
    document = CVDocument(shown)
    look = themeFiles.isEmpty ? Theme.classic : Theme(files: themeFiles)
    // The built-in theme's version is the program's own.
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
  /// The theme that a snapshot holds.
  init(files: [SnapshotFile]) {
    let texts = files.map { ($0.path, String(decoding: $0.content, as: UTF8.self)) }
    self.init(name: Theme.classic.name, files: Dictionary(texts) { first, _ in first })
  }
}
