internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git
internal import Text

/// The input of a document: the work tree, or a revision.
struct RenderSource {
  let reading: CVReading
  /// Reads the files of a theme in the CV's folder; empty if it does not exist.
  let theme: (_ name: String) throws -> [String: [UInt8]]
  let themeNames: () throws -> [String]
  /// The fonts set in `cv.yaml`.
  let fonts: () throws -> FontFiles
  /// The commit date of the revision; for the work tree, of the commit it is based on. Nil if there
  /// is none.
  let moment: () throws -> Moment?
  /// Whether the user trusts the repository's themes: a theme is a program.
  private let trustsThemes: () throws -> Bool

  init(_ session: inout Session, at revision: String?, isPublic: Bool = true) throws {
    let cv = try session.openCV()
    if revision == nil, try cv.repository.isBare {
      throw NoWorkTree(cv.repository, hint: "name a revision: --at HEAD").failure
    }
    let version = try revision.map { try cv.repository.version(named: $0).version } ?? .workTree
    let (reading, notes) = try cv.documentReading(of: version, isPublic: isPublic)
    self.reading = reading
    if let fault = reading.sourceFault {
      let place = fault.position.map { ":\($0.line):\($0.column)" } ?? ""
      throw Failure("\(fault.path.terminalSafe)\(place): \(fault.message)", hint: fault.hint)
    }
    if reading.isEmpty { throw try NoCV(in: cv, at: revision).failure }
    if !session.global.isQuiet { for note in notes { session.warn("note: \(note.terminalSafe)") } }
    theme = { try cv.theme(named: $0, at: version) }
    themeNames = { try cv.themeNames(at: version) }
    fonts = {
      try FontFiles(reading.cv) {
        try cv.files(in: $0, at: version, limit: FontFiles.largest)
      }
    }
    moment = { try Self.moment(version, in: cv.repository) }
    trustsThemes = { try TrustedThemes.isSet(in: cv.repository) }
  }

  private static func moment(_ version: CVVersion, in repository: Repository) throws -> Moment? {
    if let commit = version.commit { return commit.committer.moment }
    do throws(RevisionError) {
      return try repository.version(named: "HEAD").version.commit?.committer.moment
    } catch .unborn {
      return nil
    }
  }

  /// The requested theme: a folder, a theme in the CV's folder, or a built-in one.
  ///
  /// Without a name, the built-in theme is used, or the CV's own theme with that name if themes are
  /// trusted.
  func theme(_ wanted: String?, in session: Session) throws -> Theme {
    let name = wanted ?? Theme.classic.name
    if let wanted, wanted.contains("/") || wanted.hasPrefix(".") {
      return try Self.theme(inFolder: wanted, session)
    }
    let files = try theme(name)
    if !files.isEmpty {
      let theme = Theme(name: name, files: Self.texts(files))
      if wanted == nil, theme.isOwn, try !trustsThemes() { return .classic }
      return theme
    }
    if Theme.builtInNames.contains(name) { return .classic }
    let path = session.path(name)
    if try FolderFiles.contents(of: path, endings: []) != nil {
      return try Self.theme(inFolder: name, session)
    }
    let names = try themeNames() + Theme.builtInNames
    throw Failure(
      "there is no theme \(quoted(name))",
      hint: suggestion(for: name, among: names).map { "did you mean \(quoted($0))?" }
        ?? "themes: \(Set(names).sorted().joined(separator: ", "))")
  }

  /// Whether the CV has its own theme that is not used because themes are not trusted.
  func hasUntrustedTheme(_ session: Session) throws -> Bool {
    let files = try theme(Theme.classic.name)
    guard !files.isEmpty, Theme(name: "", files: Self.texts(files)).isOwn else { return false }
    return try !trustsThemes()
  }

  private static func theme(inFolder folder: String, _ session: Session) throws -> Theme {
    guard let files = try FolderFiles.contents(of: session.path(folder), endings: Theme.endings)
    else {
      throw Failure(
        "there is no folder \(quoted(folder))",
        hint: "\"cvgit theme eject classic \(folder)\" copies the built-in theme there")
    }
    guard !files.isEmpty else {
      throw Failure(
        "the folder \(quoted(folder)) contains no theme",
        hint: "a theme has files such as cv.html.mustache and cv.css")
    }
    return Theme(name: folder, files: texts(files))
  }

  private static func texts(_ files: [String: [UInt8]]) -> [String: String] {
    files.mapValues { String(decoding: $0, as: UTF8.self) }
  }
}
