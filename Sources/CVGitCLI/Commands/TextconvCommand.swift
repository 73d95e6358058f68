internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// `cvgit textconv`, which `git log -p` and `git show` run for each side of a record.
struct TextconvCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "textconv",
    abstract: "Print a record with one value per line, for git log -p",
    discussion: """
      Order, quotes, line width and comments of the file make no difference. A record that cannot \
      be read is printed unchanged. It does not open a repository.
      """,
    shouldDisplay: false)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "File of the record")
  var file: String

  func run(in session: inout Session) throws -> ExitStatus {
    let path = file.hasPrefix("/") ? file : "\(session.directory)/\(file)"
    let bytes = try FileReading.bytes(path, name: file)
    let text = String(decoding: bytes, as: UTF8.self)
    if let lines = Self.lines(bytes, file) {
      session.print(lines)
    } else if let sides = ConflictedText(text), let ours = Self.lines(Array(sides.ours.utf8), file),
      let theirs = Self.lines(Array(sides.theirs.utf8), file)
    {
      session.print(Self.conflict(ours, theirs, sides.names))
    } else {
      session.print(verbatim: text)
    }
    return .done
  }

  /// The values of a record, one per line; nil if it cannot be read.
  private static func lines(_ bytes: [UInt8], _ file: String) -> String? {
    if let source = CVReading(source: file, bytes), !source.records.isEmpty {
      return lines(of: source)
    }
    let source = SourceFile(path: file, content: .bytes(bytes))
    let key = EntryKey(kind: "", id: "")
    guard case .success(let record) = RecordReader(schema: .builtIn).read(source, as: key) else {
      return nil
    }
    return RecordLinesRenderer().render(record.entry.fields)
  }

  /// The work tree's side of a combined diff: both sides of a merge conflict, with git's markers
  /// around everything between the first and the last line that differ.
  private static func conflict(
    _ ours: String, _ theirs: String, _ names: (ours: String, theirs: String)
  ) -> String {
    let (left, right) = (ours.linesOfGit.dropLast(), theirs.linesOfGit.dropLast())
    let start = zip(left, right).prefix { $0 == $1 }.count
    let end = zip(left.dropFirst(start).reversed(), right.dropFirst(start).reversed())
      .prefix { $0 == $1 }.count
    let parts: [[Substring]] = [
      Array(left.prefix(start)), ["<<<<<<< \(names.ours)"],
      Array(left.dropFirst(start).dropLast(end)), ["======="],
      Array(right.dropFirst(start).dropLast(end)), [">>>>>>> \(names.theirs)"],
      Array(left.suffix(end)),
    ]
    return parts.joined().map { $0 + "\n" }.joined()
  }

  /// The entries of a source in sequence, sorted by key.
  private static func lines(of source: CVReading) -> String {
    source.records.map(\.entry).sorted { $0.key < $1.key }.map { entry in
      "\(entry.key)\n" + RecordLinesRenderer().render(entry.fields)
    }.joined(separator: "\n")
  }
}
