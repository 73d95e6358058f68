internal import CVModel
internal import Git
internal import Text

/// One run of Typst: on a private copy that is also its root, without packages or network, with a
/// time limit.
struct TypstRun {
  let program: TypstProgram
  let surroundings: Surroundings
  /// By file name.
  let fonts: [String: [UInt8]]
  /// The date of the document; nil if unknown.
  let moment: Moment?

  /// Typst's errors in a text, one line each.
  struct Refusal: Error {
    let lines: [String]
  }

  /// The PDF standards to follow: PDF/A-2a (ISO 19005-2) for archiving, PDF/UA-1 (ISO 14289-1) for
  /// accessibility. Both forbid a box in place of a missing character.
  ///
  /// PDF/A requires a date, so an uncommitted CV follows only PDF/UA.
  private var standards: [String] { moment == nil ? ["ua-1"] : ["a-2a", "ua-1"] }

  /// The bytes of the PDF.
  ///
  /// - Throws: ``Refusal``, or a ``Failure`` of the run itself.
  func pdf(_ source: String) throws -> [UInt8] {
    let folder = try PrivateFolder(surroundings.environment)
    for name in ["root", "fonts", "packages"] { try folder.makeFolder(name) }
    // Without a commit, there is no reproducible date.
    let dateless = moment == nil ? "#set document(date: none)\n" : ""
    try folder.write(Array((dateless + source).utf8), to: "root/cv.typ")
    for (index, font) in fonts.sorted(by: { $0.key < $1.key }).enumerated() {
      let ending = font.key.split(separator: ".").last ?? ""
      try folder.write(font.value, to: "fonts/\(index).\(ending)")
    }
    if program.form == .package { try folder.write(Array(Self.script.utf8), to: "typeset.py") }
    let run = try ProgramRun(
      program.path, arguments(in: folder.path),
      environment: TypstProgram.environment(surroundings), limit: surroundings.typstLimit,
      unless: { folder.isAskedToEnd })
    if run.isOutOfTime {
      throw Failure(
        "Typst took more than \(surroundings.typstLimit.components.seconds) seconds and was stopped",
        hint: "'cvgit render --format typst' prints the input for Typst")
    }
    if run.status == 0, let bytes = folder.content(of: "cv.pdf") { return bytes }
    throw refusal(run)
  }

  private func arguments(in folder: String) -> [String] {
    let time = String(moment?.seconds ?? 0)
    switch program.form {
    case .package: return [folder + "/typeset.py", folder, time] + standards
    case .command:
      return [
        "compile", "--root", folder + "/root", "--ignore-system-fonts", "--font-path",
        folder + "/fonts", "--package-path", folder + "/packages", "--package-cache-path",
        folder + "/packages", "--creation-timestamp", time, "--pdf-standard",
        standards.joined(separator: ","), "--diagnostic-format", "short",
        folder + "/root/cv.typ", folder + "/cv.pdf",
      ]
    }
  }

  /// The script for Python. It is in the private folder, so that no module in the user's folder is
  /// imported instead of Typst.
  private static let script = """
    from sys import argv, exit
    from typst import Compiler, TypstError

    folder, time, *standards = argv[1:]
    try:
        Compiler(
            folder + "/root/cv.typ", root=folder + "/root", font_paths=[folder + "/fonts"],
            ignore_system_fonts=True, package_path=folder + "/packages",
            package_cache_path=folder + "/packages",
        ).compile(
            output=folder + "/cv.pdf", format="pdf", pdf_standards=standards, timestamp=int(time)
        )
    except TypstError as error:
        exit(str(getattr(error, "diagnostic", "") or error))
    """

  private func refusal(_ run: ProgramRun) -> any Error {
    let lines = run.errors.split(whereSeparator: \.isNewline).compactMap { line -> String? in
      guard let mark = line.firstRange(of: "error: ") else { return nil }
      return String(line[mark.upperBound...])
    }
    let isOld = run.errors.contains("pdf-standard") || run.errors.contains("TypeError")
    if isOld || run.errors.contains("unknown variable: pdf") {
      return Failure(
        "this Typst is too old: \(quoted(program.path))",
        hint: "install 0.15 or newer: 'make setup-pdf', or https://typst.app")
    }
    if lines.isEmpty {
      let said = run.errors.split(whereSeparator: \.isNewline).last.map { ": \($0)" } ?? ""
      return Failure(
        "Typst exited with status \(run.status)\(said.terminalSafe)",
        hint: "check that it runs: \(program.path)")
    }
    return Refusal(lines: lines.map(\.terminalSafe))
  }
}
