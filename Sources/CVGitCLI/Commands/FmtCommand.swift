internal import ArgumentParser
internal import CVFormats
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git
internal import Text

/// `cvgit fmt`.
struct FmtCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Reformat records",
    discussion: """
      Puts fields in the order of their kind, writes statuses as their labels, shortens the URLs of \
      identifiers, quotes values that YAML would not read as text, and removes byte order marks and \
      carriage returns. With --tex, it also writes TeX, such as Zo{\\"e} and \\emph{…}, as Unicode \
      and Markdown. Comments move with their fields; line width, quotes and lists are kept. The \
      content of a record does not change otherwise.
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Write nothing; exit with 1 if a record would change")
  var check = false

  @Flag(help: "Also write TeX in texts and names as Unicode")
  var tex = false

  @Argument(help: "Files and folders to format; all records by default")
  var paths: [String] = []

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV(isDetecting: false)
    let files = try RecordFiles(cv)
    if files.reading.isEmpty { throw NoCV(cv.root).failure }
    let filter = try PathFilter(paths, files: files.paths, in: cv)
    let selected = files.paths.filter(filter.selects)
    guard !selected.isEmpty else {
      throw Failure(
        "no records match \(paths.map(quoted).joined(separator: ", "))",
        hint: "name records or folders in \(quoted(cv.root))")
    }
    var changed: [String] = []
    var faults: [Finding] = []
    // The definition of a kind sets the order of its fields, so format it first.
    let reader = CVReader(root: cv.root)
    let kinds = selected.filter { reader.key(of: $0)?.kind == "kinds" }
    let reading = files.reading(with: formatted(kinds, files))
    for path in selected {
      guard let bytes = files.bytes(of: path) else { continue }
      switch formatted(bytes, path, reading) {
      case .success(bytes): continue
      case .success(let formatted):
        changed.append(path)
        if !check { try files.write(formatted, to: path) }
      case .failure(let fault): faults.append(Finding(fault, path: path))
      }
    }
    faults += files.reading.unreadable.map(\.finding).filter { finding in
      selected.contains(finding.path) && files.bytes(of: finding.path) == nil
    }
    return report(changed, faults, of: selected.count, files.reading, &session)
  }

  /// The formatted texts of the files that can be formatted.
  private func formatted(
    _ paths: [String], _ files: RecordFiles
  ) -> [String: [UInt8]] {
    var texts: [String: [UInt8]] = [:]
    for path in paths {
      guard let bytes = files.bytes(of: path),
        case .success(let text) = formatted(bytes, path, files.reading)
      else { continue }
      texts[path] = text
    }
    return texts
  }

  private func formatted(
    _ bytes: [UInt8], _ path: String, _ reading: CVReading
  ) -> Result<[UInt8], RecordFault> {
    let kind = CVReader(root: reading.root).key(of: path).flatMap { reading.cv.schema[$0.kind] }
    do throws(RecordFault) {
      let formatter = RecordFormatter(kind: kind, converting: conversion)
      return .success(try formatter.format(bytes))
    } catch {
      return .failure(error)
    }
  }

  /// Writes TeX as Unicode, if asked for.
  private var conversion: (@Sendable (String, FieldType) -> String)? {
    guard tex else { return nil }
    return { text, type in TeXConversion.unicode(text, of: type) }
  }

  private func report(
    _ changed: [String], _ faults: [Finding], of count: Int, _ reading: CVReading,
    _ session: inout Session
  ) -> ExitStatus {
    for path in changed { session.tell("\(check ? "would change" : "formatted") \(path)") }
    if changed.isEmpty, faults.isEmpty {
      session.tell(count == 1 ? "1 record is formatted" : "\(count) records are formatted")
    }
    if !faults.isEmpty {
      let text = FindingsTextRenderer(isColored: false).render(
        faults, lines: reading.sourceLines(of: faults))
      session.warn(String(text.dropLast()))
    }
    return faults.isEmpty && !(check && !changed.isEmpty) ? .done : .findings
  }
}
