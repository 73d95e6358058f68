internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git
internal import Text

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

  init(_ files: FilePair, _ session: Session, isColored: Bool) throws {
    let place = RecordPlace(files.newPath, session)
    let new = try Self.bytes(files.newFile, session)
    if let sides = new.flatMap({ ConflictedText(String(decoding: $0, as: UTF8.self)) }),
      let text = Self.conflict(sides, place, session, isColored: isColored)
    {
      self.text = text
      return
    }
    let oldPlace = RecordPlace(files.oldPath, session)
    let old = Self.reading(try Self.bytes(files.oldFile, session), oldPlace)
    let now = Self.reading(new, place)
    self.text = try Self.text(old, now, files, session, isColored: isColored)
  }

  private static func text(
    _ old: CVReading, _ new: CVReading, _ files: FilePair, _ session: Session, isColored: Bool
  ) throws -> String {
    let report = DiffReport(from: old, to: new)
    let isRecord = !old.records.isEmpty || !new.records.isEmpty
    let faults = [old, new].flatMap { $0.sources.values }.filter(\.isUnreadable)
    guard isRecord, report.diff.unreadable.isEmpty, faults.isEmpty else {
      return reasons(report) + (try lines(files, session))
    }
    let changes = entries(report, session, isColored: isColored)
    let isFormatting = changes.isEmpty && report.diff.formattingOnly > 0
    return (files.modeChange ?? "") + (isFormatting ? "  formatting only\n" : changes)
  }

  private static func entries(_ report: DiffReport, _ session: Session, isColored: Bool) -> String {
    DiffTextRenderer(width: session.surroundings.width, isColored: isColored)
      .entries(DiffOutline(report, least: .cosmetic))
  }

  /// The differences between the two sides of a merge conflict; nil if one cannot be read.
  private static func conflict(
    _ sides: ConflictedText, _ place: RecordPlace, _ session: Session, isColored: Bool
  ) -> String? {
    let (ours, theirs) = (
      reading(Array(sides.ours.utf8), place), reading(Array(sides.theirs.utf8), place)
    )
    let report = DiffReport(from: ours, to: theirs)
    guard !ours.records.isEmpty, !theirs.records.isEmpty, report.diff.unreadable.isEmpty else {
      return nil
    }
    return
      "  ! merge conflict, \(sides.names.ours.terminalSafe) → \(sides.names.theirs.terminalSafe):\n"
      + entries(report, session, isColored: isColored)
  }

  /// The bytes of one side; nil if it does not exist.
  private static func bytes(_ file: String, _ session: Session) throws -> [UInt8]? {
    guard file != "/dev/null" else { return nil }
    return try FileReading.bytes(file.hasPrefix("/") ? file : "\(session.directory)/\(file)")
  }

  private static func reading(_ bytes: [UInt8]?, _ place: RecordPlace) -> CVReading {
    let reader = CVReader(root: "")
    guard let bytes else { return reader.read(place.kindFiles) }
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
    // Exit status 1 means that the files differ. Replace the header, which names temporary copies.
    let lines = try git.run(arguments).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    let header = ["--- a/\(files.oldPath)", "+++ b/\(files.newPath)"]
    let hunks = lines.drop { !$0.hasPrefix("@@") && !$0.hasPrefix("Binary ") }
    guard !hunks.isEmpty else { return "" }
    return (header + hunks.map(String.init)).map(\.terminalSafe).joined(separator: "\n")
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
    let path = Self.fromTop(path, session)
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

  /// Makes a path relative to the top of the work tree: with `--relative` or `diff.relative`, git
  /// passes paths relative to the folder in which it was started, `GIT_PREFIX`.
  private static func fromTop(_ path: String, _ session: Session) -> String {
    let prefix = session.surroundings.environment["GIT_PREFIX"] ?? ""
    guard !prefix.isEmpty, !isInCV(path, session), isInCV(prefix + path, session) else {
      return path
    }
    return prefix + path
  }

  /// Whether the document of a CV is in a folder above a path.
  private static func isInCV(_ path: String, _ session: Session) -> Bool {
    let parts = path.split(separator: "/").dropLast()
    return (0...parts.count).contains { count in
      let folder = parts.prefix(count).map { "\($0)/" }.joined()
      return FileReading.exists("\(session.directory)/\(folder)cv.yaml")
    }
  }
}
