internal import CVFormats
internal import CVHistory
internal import CVModel
internal import Git

/// The verbatim copies of imported files under `.import/` in the CV's folder: what each file held
/// when it was imported last, with nothing left open.
struct ImportCopies {
  /// From the CV's folder. Its name begins with a dot, so it holds no records.
  static let folder = CVRepository.copiesFolder

  private let top: String
  private let prefix: String

  init(_ cv: CVRepository, top: String) {
    self.top = top
    prefix = "\(cv.prefix)\(Self.folder)/"
  }

  /// The path of a copy, from the top of the repository.
  func path(_ kept: String) -> String { prefix + kept }

  /// What an input held when it was imported last; nil if it was not, or if no copy of it is kept.
  func base(of input: ImportInput) throws -> [FormatFile]? {
    guard let path = input.keptPath else { return nil }
    if input.format.isFolder {
      let files = try files(under: path)
      return files.isEmpty ? nil : files
    }
    guard let bytes = try self.bytes(of: path) else { return nil }
    let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    return try ImportInclusion(FormatFile(path: path, bytes: bytes), input.format) {
      try self.bytes(of: folder + $0)
    }.files
  }

  /// The changes that make the copies of an input what it holds now.
  func changes(to input: ImportInput, from base: [FormatFile]?) throws -> [FileBatch.Change] {
    guard input.keptPath != nil else { return [] }
    let before = Dictionary((base ?? []).map { ($0.path, $0.bytes) }) { first, _ in first }
    var changes: [FileBatch.Change] = []
    for file in input.files where before[file.path] != file.bytes {
      // A copy that is not a part of the base was left by an earlier import.
      changes.append(
        FileBatch.Change(
          path: path(file.path), bytes: file.bytes, expected: try bytes(of: file.path)))
    }
    let paths = Set(input.files.map(\.path))
    for file in base ?? [] where !paths.contains(file.path) {
      changes.append(
        FileBatch.Change(path: path(file.path), bytes: nil, expected: file.bytes))
    }
    return changes
  }

  private func bytes(of kept: String) throws -> [UInt8]? {
    try FileReplacement(path(kept), in: top).content()
  }

  private func files(under kept: String, depth: Int = 0) throws -> [FormatFile] {
    var files: [FormatFile] = []
    let folder = "\(top)/\(path(kept))"
    guard !FileReading.isLink(folder) else { return [] }
    for name in (FileReading.names(in: folder) ?? []).sorted() where !name.hasPrefix(".") {
      let inner = "\(kept)/\(name)"
      if FileReading.isFolder("\(folder)/\(name)") {
        if depth < 8 { files += try self.files(under: inner, depth: depth + 1) }
      } else if let bytes = try bytes(of: inner) {
        files.append(FormatFile(path: inner, bytes: bytes))
      }
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
