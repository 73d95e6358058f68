internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// The two files that git passes to a diff driver.
struct FilePair {
  let oldPath: String
  let newPath: String
  /// The files with the content of each side; `/dev/null` for a missing side.
  let oldFile: String
  let newFile: String
  let modes: (old: String, new: String)

  init(_ arguments: [String]) {
    oldPath = arguments[0]
    newPath = arguments.count > 7 ? arguments[7] : arguments[0]
    (oldFile, newFile) = (arguments[1], arguments[4])
    modes = (arguments[3], arguments[6])
  }

  func header(isColored: Bool) -> String {
    let name = oldPath == newPath ? oldPath : "\(oldPath) → \(newPath)"
    return isColored ? "\u{1B}[1m\(name.terminalSafe)\u{1B}[0m\n" : "\(name.terminalSafe)\n"
  }

  /// The change of modes, if the file is on both sides and they differ.
  var modeChange: String? {
    modes.old == modes.new || modes.old == "." || modes.new == "."
      ? nil : "  mode \(modes.old.terminalSafe) → \(modes.new.terminalSafe)\n"
  }
}

/// The changes between two versions of one record.
struct RecordComparison {
  let text: String

  init(_ files: FilePair, _ session: Session) throws {
    let place = RecordPlace(files.newPath, session)
    let old = try Self.reading(files.oldFile, RecordPlace(files.oldPath, session), session)
    let new = try Self.reading(files.newFile, place, session)
    let report = DiffReport(from: old, to: new)
    let isRecord = !old.records.isEmpty || !new.records.isEmpty
    let faults = [old, new].flatMap { $0.sources.values }.filter(\.isUnreadable)
    guard isRecord, report.diff.unreadable.isEmpty, faults.isEmpty else {
      text = Self.reasons(report) + (try Self.lines(files, session))
      return
    }
    let outline = DiffOutline(report, least: .cosmetic)
    let renderer = DiffTextRenderer(
      width: session.surroundings.width, isColored: session.isColoredForGit)
    let changes = renderer.entries(outline)
    let isFormatting = changes.isEmpty && report.diff.formattingOnly > 0
    text = (files.modeChange ?? "") + (isFormatting ? "  formatting only\n" : changes)
  }

  private static func reading(
    _ file: String, _ place: RecordPlace, _ session: Session
  ) throws -> CVReading {
    let reader = CVReader(root: "")
    guard file != "/dev/null" else { return reader.read(place.kindFiles) }
    let path = file.hasPrefix("/") ? file : "\(session.directory)/\(file)"
    let bytes = try FileReading.bytes(path)
    if let source = CVReading(source: place.path, bytes) { return source }
    return reader.read(
      place.kindFiles + [SourceFile(path: place.relativePath, content: .bytes(bytes))])
  }

  private static func reasons(_ report: DiffReport) -> String {
    report.diff.unreadable.map {
      "  ! cannot be read, line \($0.line), column \($0.column): \($0.reason.terminalSafe)\n"
    }.joined()
  }

  /// A line diff by git itself, for files that cannot be read as records.
  private static func lines(_ files: FilePair, _ session: Session) throws -> String {
    let arguments = [
      "--no-pager", "diff", "--no-index", "--no-ext-diff", "--no-textconv", "--no-color", "--",
      files.oldFile, files.newFile,
    ]
    let git = GitProgram(
      in: session.directory, environment: Environment(session.surroundings.environment))
    // 1: the files differ.
    return try git.run(arguments).text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).terminalSafe }.joined(separator: "\n")
  }
}

/// The location of a record, given its path from the top of the work tree, which is where git runs
/// its drivers.
struct RecordPlace {
  /// From the top of the work tree.
  let path: String
  /// From the CV's folder.
  let relativePath: String
  /// The definition of the record's custom kind.
  let kindFiles: [SourceFile]

  init(_ path: String, _ session: Session) {
    self.path = path
    let parts = path.split(separator: "/").map(String.init)
    let folders = (0..<max(1, parts.count)).map { parts[..<$0].joined(separator: "/") }
    let root =
      folders.first { folder in
        FileReading.exists("\(session.directory)/\(folder.isEmpty ? "" : folder + "/")cv.yaml")
      } ?? (parts.count > 2 ? parts[..<(parts.count - 2)].joined(separator: "/") : "")
    let relative = root.isEmpty ? path : String(path.dropFirst(root.count + 1))
    relativePath = relative
    let kind = relative.split(separator: "/").first.map(String.init) ?? ""
    let file = "kinds/\(kind).yaml"
    let place = "\(session.directory)/\(CVReader(root: root).prefix)\(file)"
    // If its kind cannot be read, compare the record as text.
    guard Schema.builtIn[kind] == nil, relative != file, FileReading.isReadable(place),
      let bytes = try? FileReading.bytes(place)
    else {
      kindFiles = []
      return
    }
    kindFiles = [SourceFile(path: file, content: .bytes(bytes))]
  }
}
