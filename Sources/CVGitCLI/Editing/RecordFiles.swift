internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// The records of the work tree, for commands that write them.
struct RecordFiles {
  let cv: CVRepository
  private let files: [SourceFile]
  private let contents: [String: SourceFile.Content]
  let reading: CVReading

  init(_ cv: CVRepository) throws {
    guard try cv.repository.workTree != nil else {
      throw Failure("a bare repository has no files to write", hint: "run this in a work tree")
    }
    self.cv = cv
    files = try cv.filesOnDisk()
    contents = Dictionary(files.map { ($0.path, $0.content) }) { first, _ in first }
    reading = CVReader(root: cv.root).read(files)
  }

  private init(empty cv: CVRepository) {
    self.cv = cv
    (files, contents) = ([], [:])
    reading = CVReader(root: cv.root).read([])
  }

  /// The same CV before its first record.
  var withoutRecords: RecordFiles { RecordFiles(empty: cv) }

  /// A path in the CV's folder, from the top of the repository.
  func path(_ relative: String) -> String { cv.prefix + relative }

  /// The bytes of a file that was read; nil if it does not exist.
  func bytes(of path: String) -> [UInt8]? {
    if case .bytes(let bytes)? = contents[path] { bytes } else { nil }
  }

  /// The paths of all records, including those that cannot be read.
  var paths: [String] {
    let unreadable = reading.unreadable.map(\.path).filter { reading.sources[$0] == nil }
    return (reading.records.filter { !$0.isForeign }.map(\.path) + unreadable).sorted()
  }

  /// The CV as it would be with another text in one file.
  func reading(with bytes: [UInt8], at path: String) -> CVReading {
    let others = files.filter { $0.path != path }
    return CVReader(root: cv.root).read(others + [SourceFile(path: path, content: .bytes(bytes))])
  }

  /// The CV as it would be with other texts in some files.
  func reading(with texts: [String: [UInt8]]) -> CVReading {
    if texts.isEmpty { return reading }
    return CVReader(root: cv.root).read(
      files.map { file in
        texts[file.path].map { SourceFile(path: file.path, content: .bytes($0)) } ?? file
      })
  }

  /// The CV as it would be with other texts in some files, which need not be there; nil for a file
  /// that is removed.
  func reading(changing texts: [String: [UInt8]?]) -> CVReading {
    if texts.isEmpty { return reading }
    let new = texts.compactMap { path, bytes in
      bytes.map { SourceFile(path: path, content: .bytes($0)) }
    }
    return CVReader(root: cv.root).read(files.filter { texts[$0.path] == nil } + new)
  }

  /// The first line by which a YAML language server finds the schema of a kind, if there is one in
  /// the CV's folder.
  func modeline(of kind: String) throws -> [UInt8]? {
    let top = try cv.repository.workTree ?? ""
    guard FileReading.exists("\(top)/\(path(".schema/\(kind).json"))") else { return nil }
    return Array("# yaml-language-server: $schema=../.schema/\(kind).json\n".utf8)
  }

  /// The errors that another text adds, and those that it keeps in changed parts.
  func newErrors(in edited: CVReading) -> [Finding] {
    let known = Set(reading.findings.map(Fault.init))
    return edited.findings.filter { $0.severity == .error && !known.contains(Fault($0)) }
  }

  /// A finding without its location, which an edit may move.
  private struct Fault: Hashable {
    let path: String
    let rule: String
    let message: String

    init(_ finding: Finding) {
      (path, rule, message) = (finding.path, finding.rule, finding.message)
    }
  }

  /// Writes a record, if the file has not changed since it was read.
  func write(_ bytes: [UInt8], to path: String) throws {
    guard let top = try cv.repository.workTree else { return }
    try FileReplacement(path, in: top)
      .write(bytes, replacing: self.bytes(of: path))
  }

  /// The changes of an edit, as `cvgit diff` shows them.
  func changes(to edited: CVReading, width: Int, isColored: Bool) -> String {
    let outline = DiffOutline(DiffReport(from: reading, to: edited), least: .cosmetic)
    return DiffTextRenderer(width: width, isColored: isColored).entries(outline)
  }
}

extension Session {
  /// Prints findings as `validate` does, on standard error.
  mutating func refuse(_ findings: [Finding], in reading: CVReading) {
    let text = FindingsTextRenderer(isColored: false).render(
      findings, lines: reading.sourceLines(of: findings))
    warn(text + "nothing was written")
  }
}
