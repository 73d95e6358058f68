internal import CVHistory
internal import CVModel
internal import CVRendering

/// The document in every format that this program renders, for a snapshot to keep.
struct RenderedDocument {
  /// Named `cv.md`, `cv.html` and so on.
  let files: [SnapshotFile]
  /// The version of each program that had a part in them.
  let tools: [String: String]
  let theme: SnapshotManifest.Theme

  /// Renders what of a CV may leave the house.
  ///
  /// - Parameters:
  ///   - variant: the name of one of the CV's.
  ///   - themeFiles: the CV's own theme; where there are none, the built-in one is used.
  init(_ cv: CV, variant: String?, themeFiles: [SnapshotFile]) throws {
    var shown = cv.public
    if let variant { shown = shown.narrowed(by: try NamedVariant(variant, in: [cv]).variant) }
    let texts = themeFiles.map { ($0.path, String(decoding: $0.content, as: UTF8.self)) }
    let theme =
      themeFiles.isEmpty
      ? Theme.classic
      : Theme(name: Theme.classic.name, files: Dictionary(texts) { first, _ in first })
    let document = CVDocument(shown)
    var files: [SnapshotFile] = []
    for format in DocumentFormat.allCases {
      do throws(ThemeFault) {
        let text = try format.render(document, of: shown, theme: theme)
        files.append(SnapshotFile(path: "cv." + format.ending, content: Array(text.utf8)))
      } catch {
        throw Failure(error.description, hint: error.hint)
      }
    }
    self.files = files
    tools = ["cvgit": Version.text]
    // The built-in theme's version is the program's own.
    self.theme = .init(name: theme.name, version: themeFiles.isEmpty ? Version.text : nil)
  }
}

extension DocumentFormat {
  /// How a file of the format ends.
  fileprivate var ending: String {
    switch self {
    case .markdown: "md"
    case .html: "html"
    case .text: "txt"
    case .jsonResume: "json"
    case .bibtex: "bib"
    }
  }
}
