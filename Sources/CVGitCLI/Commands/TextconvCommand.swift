internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering

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
    if let source = CVReading(source: file, bytes), !source.records.isEmpty {
      session.print(Self.lines(of: source))
      return .done
    }
    let source = SourceFile(path: file, content: .bytes(bytes))
    let key = EntryKey(kind: "", id: "")
    switch RecordReader(schema: .builtIn).read(source, as: key) {
    case .success(let record): session.print(RecordLinesRenderer().render(record.entry.fields))
    case .failure: session.print(verbatim: String(decoding: bytes, as: UTF8.self))
    }
    return .done
  }

  /// The entries of a source in sequence, sorted by key.
  private static func lines(of source: CVReading) -> String {
    source.records.map(\.entry).sorted { $0.key < $1.key }.map { entry in
      "\(entry.key)\n" + RecordLinesRenderer().render(entry.fields)
    }.joined(separator: "\n")
  }
}
