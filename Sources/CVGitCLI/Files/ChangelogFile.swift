internal import CVHistory
internal import CVModel
internal import Git

/// CHANGELOG.md: the generated part between its markers, and the author's text around it.
struct ChangelogFile {
  static let name = "CHANGELOG.md"

  private let file: FileReplacement
  private let repository: Repository
  /// Nil if the file does not exist yet.
  private let bytes: [UInt8]?
  private let marked: MarkedText?

  /// Whether the file has the expected content.
  enum State {
    case current
    case outdated
    /// The text between the markers was edited by hand.
    case edited
  }

  /// Reads the file in the work tree of a repository.
  init(in repository: Repository) throws {
    guard let top = try repository.workTree else {
      throw Failure(
        "a bare repository has no \(Self.name)", hint: "leave out '--write' and '--check'")
    }
    file = FileReplacement(Self.name, in: top)
    self.repository = repository
    bytes = try file.content()
    do throws(MarkedText.Damage) {
      marked = try MarkedText(bytes ?? [])
    } catch {
      throw Failure(
        "\(Self.name):\(error.line): \(error.words)",
        hint: "correct the markers \"<!-- cvgit:begin -->\" and \"<!-- cvgit:end -->\" by hand")
    }
  }

  /// The generated text that the file holds; nil for none.
  var written: String? { marked.map { String(decoding: $0.plainInside, as: UTF8.self) } }

  /// The heading of the newest release, without the backslashes of Markdown.
  var newestHeading: String? {
    written?.split(separator: "\n").first { $0.hasPrefix("## ") }
      .map { $0.dropFirst(3).filter { $0 != "\\" } }
  }

  func state(_ text: String) throws -> State {
    guard let marked else { return .outdated }
    if marked.plainInside == Array(text.utf8) {
      return marked.stamp == (try stamp(text)) ? .current : .outdated
    }
    guard let stamp = marked.stamp else { return marked.isBlank ? .outdated : .edited }
    return stamp == (try repository.blobID(of: marked.plainInside).hex) ? .outdated : .edited
  }

  /// The releases between the markers that have no tag here. The newest may be about to get one.
  var releasesWithoutTags: [String] {
    get throws {
      let text = String(decoding: marked?.plainInside ?? [], as: UTF8.self)
      let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
        .map { $0.dropFirst(3).filter { $0 != "\\" } }
      guard headings.count > 1 else { return [] }
      let tags = try repository.tagNames()
      return headings.dropFirst().filter { heading in
        !tags.contains { tag in
          heading == tag || [" ", ","].contains { heading.hasPrefix(tag + $0) }
        }
      }
    }
  }

  /// Writes the text between the markers, which are appended if missing.
  func write(_ text: String) throws {
    let stamp = try stamp(text)
    let old = bytes ?? []
    let start = old.isEmpty ? Array("# Changelog\n".utf8) : old
    let new =
      marked?.replacing(with: text, stamp: stamp)
      ?? MarkedText.appending(text, stamp: stamp, to: start)
    try file.write(new, replacing: bytes)
  }

  private func stamp(_ text: String) throws -> String {
    try repository.blobID(of: Array(text.utf8)).hex
  }
}

extension MarkedText.Damage {
  fileprivate var line: Int {
    switch self {
    case .unreadableMarker(let line), .secondMarker(let line), .endWithoutBegin(let line),
      .beginWithoutEnd(let line):
      line
    }
  }

  fileprivate var words: String {
    switch self {
    case .unreadableMarker: "this cvgit marker cannot be read"
    case .secondMarker: "duplicate marker"
    case .endWithoutBegin: "the closing marker has no opening one"
    case .beginWithoutEnd: "the opening marker has no closing one"
    }
  }
}
