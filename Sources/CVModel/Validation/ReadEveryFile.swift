internal import Text
internal import YAML

/// Every file in the CV's folder must be a readable record, in the folder of a kind.
enum ReadEveryFile: CVRule {
  static let name = "file"

  static func findings(in reading: CVReading) -> [Finding] {
    unreadable(in: reading) + faults(in: reading) + ids(in: reading)
      + folders(in: reading) + strays(in: reading) + missing(in: reading)
  }

  /// Sources report the entries that they could not read themselves.
  private static func unreadable(in reading: CVReading) -> [Finding] {
    reading.unreadable.map(\.finding).filter { reading.sources[$0.path] == nil }
  }

  /// The YAML and format faults of readable records.
  private static func faults(in reading: CVReading) -> [Finding] {
    reading.records.indices.filter { !reading.records[$0].faults.isEmpty }.flatMap { index in
      reading.records[index].faults.map { fault in
        Finding(
          fault.message, hint: fault.hint, rule: fault.rule, path: reading.records[index].path,
          span: fault.span)
      }
    }
  }

  private static func ids(in reading: CVReading) -> [Finding] {
    let keys =
      reading.records.indices.filter { !EntryKey.isValidID(reading.records[$0].entry.key.id) }
      .map { (reading.records[$0].path, reading.records[$0].entry.key) }
      + reading.unreadable.filter { !EntryKey.isValidID($0.key.id) && $0.finding.rule != "id" }
      .map { ($0.path, $0.key) }
    return keys.map { path, key in
      let proposal = key.id.asciiFolded.foldedWords.joined(separator: "-")
      return Finding(
        "invalid ID \(quoted(key.id)): an ID consists of a-z, 0-9 and single hyphens",
        hint: proposal.isEmpty ? nil : "rename the file to \(quoted(proposal + ".yaml"))",
        rule: "id", path: path)
    }
  }

  /// One finding for each folder that is not a kind, at its first file.
  private static func folders(in reading: CVReading) -> [Finding] {
    // An invalid definition of a kind is reported at the definition.
    let defined = (reading.cv.entries.keys + reading.unreadable.map(\.key))
      .filter { $0.kind == "kinds" }.map(\.id)
    var reported = Set(defined)
    let known = Set(reading.cv.schema.kinds.map(\.name))
    let files =
      reading.records.indices.filter { !known.contains(reading.records[$0].entry.key.kind) }
      .map { (reading.records[$0].path, reading.records[$0].entry.key.kind) }
      + reading.unreadable.map { ($0.path, $0.key.kind) }
    return files.compactMap { path, kind in
      guard !known.contains(kind), reported.insert(kind).inserted else { return nil }
      let known = reading.cv.schema.kinds.filter { $0.role == .entries || $0.role == .records }
      let meant = suggestion(for: kind, among: known.map(\.name))
      return Finding(
        "the folder \(quoted(kind)) is not a kind",
        hint: meant.map { "did you mean \(quoted($0))?" }
          ?? "define it in \(quoted("kinds/\(kind).yaml"))",
        rule: "unknown-kind", path: path)
    }
  }

  private static func strays(in reading: CVReading) -> [Finding] {
    let reader = CVReader(root: reading.root)
    return reading.strays.compactMap { path, stray in
      let parts = (reader.relativePath(path) ?? "").split(separator: "/").map(String.init)
      guard let folder = parts.first, let file = parts.last else { return nil }
      switch stray {
      case .otherEnding:
        return Finding(
          "records end in .yaml", hint: "rename the file to \(quoted(file.dropLast(4) + ".yaml"))",
          rule: name, path: path)
      case .noFolder:
        return Finding(
          "the record is not in the folder of a kind", hint: home(of: file, in: folder), rule: name,
          path: path)
      case .notARecord where reading.cv.schema[folder] == nil: return nil
      case .notARecord:
        return Finding(
          "not a record: the file is ignored",
          hint: "records end in .yaml; keep other files elsewhere",
          rule: name, path: path, severity: .warning)
      }
    }
  }

  /// Where a record outside any kind's folder belongs.
  private static func home(of file: String, in folder: String) -> String {
    switch folder {
    case "profile": "the profile is one file: \"profile.yaml\""
    case "document": "the document is one file: \"cv.yaml\""
    default:
      suggestion(for: file, among: ["cv.yaml", "profile.yaml"]).map {
        "did you mean \(quoted($0))?"
      }
        ?? "move it to the folder of its kind, such as publications/"
    }
  }

  /// A CV with sources needs no records of its own.
  private static func missing(in reading: CVReading) -> [Finding] {
    guard reading.sources.isEmpty else { return [] }
    let prefix = CVReader(root: reading.root).prefix
    let needed = [
      (EntryKey.document, "cv.yaml", "it lists the sections"),
      (EntryKey.profile, "profile.yaml", "it names the owner"),
    ]
    return needed.compactMap { key, file, purpose in
      guard !reading.has(key) else { return nil }
      return Finding(
        "the file is missing", hint: "create it, or run \"cvgit init\": \(purpose)",
        rule: name, path: prefix + file)
    }
  }
}
