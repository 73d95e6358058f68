internal import CVFormats
internal import CVModel
internal import Git
internal import Text
internal import YAML

extension CVLocation {
  /// Names a source that was found in `.cvgit.yaml`, so that clones and hooks read it too, and so
  /// that it is still read once there are records.
  ///
  /// - Parameter withRecords: true to name the folder of the records as well.
  func keep(in repository: Repository, withRecords: Bool, _ session: inout Session) throws {
    guard isDetected, let top = try repository.workTree else { return }
    let file = FileReplacement(ProjectFile.path, in: top)
    let old = try file.content()
    let paths = sources.flatMap(\.paths)
    let folder = root.isEmpty ? "." : ScalarWriter.write(root, in: .block)
    var lines = withRecords ? ["root: \(folder)"] : []
    lines += ["sources:"] + paths.map { "  - \(ScalarWriter.write($0, in: .block))" }
    var text = old ?? []
    if let last = text.last, last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    text += lines.map { $0 + "\n" }.joined().utf8
    let settings = ProjectFile(reading: text, formats: SourceFormat.allCases.map(\.rawValue))
    guard settings.findings.isEmpty, settings.sources == sources else {
      session.warn(
        "\(ProjectFile.path) does not name \(paths.map(quoted).joined(separator: ", "))\n"
          + "hint: add it under \"sources:\", so that clones and hooks read it too")
      return
    }
    try file.write(text, replacing: old)
    session.tell(
      "\(old == nil ? "wrote" : "added to") \(ProjectFile.path): "
        + "\(paths.joined(separator: ", ")) is read in clones and hooks too; commit it")
  }
}
