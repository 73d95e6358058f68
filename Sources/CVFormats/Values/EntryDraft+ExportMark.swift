internal import CVModel
internal import YAML

/// What our own exports add to an entry so that it is read back whole.
extension EntryDraft {
  /// Reads the mark of an export. Its fields replace what the format's own members gave, unless
  /// somebody edited those since: then it only fills in what they do not have.
  mutating func readExportMark(of node: Node) {
    guard let (member, mark) = takeExportMark() else { return }
    if EntryKey.isValidID(mark.id) { givenID = mark.id }
    let isUnedited = node.isUnedited(since: mark)
    for (name, value) in mark.fields.sorted(by: { $0.key < $1.key }) {
      guard !name.isOwnKey, isUnedited || self[name] == nil else { continue }
      set(name, value, from: member)
    }
    for name in mark.absent where isUnedited { clear(name) }
    guard isUnedited, mark.checksum != nil else { return }
    // What else is there was made from the fields.
    for name in fields.sortedNames where name.isOwnKey { clear(name) }
    findings = []
    statusOrigin = nil
    object = SourceObject([])
  }

  /// CSL-JSON has a member of its own for what other programs add.
  private mutating func takeExportMark() -> (Pair, ExportMark)? {
    let custom = object["custom"]?[ExportMark.name]
    guard let mark = (object[ExportMark.name] ?? custom)?.exportMark,
      let member = object.take(custom == nil ? [ExportMark.name] : ["custom"])
    else { return nil }
    return (member, mark)
  }
}

extension Node {
  /// The mark of one of our exports.
  ///
  /// RenderCV takes texts alone: there it is the id, or the mark in JSON.
  var exportMark: ExportMark? {
    guard let text else { return kept.flatMap(ExportMark.init) }
    if EntryKey.isValidID(text) { return ExportMark(["id": .scalar(text)]) }
    return JSONDocument(reading: Array(text.utf8), path: "").root?.kept.flatMap(ExportMark.init)
  }

  /// True if the members beside a mark are those that were exported.
  fileprivate func isUnedited(since mark: ExportMark) -> Bool {
    guard let checksum = mark.checksum, case .map(var pairs)? = kept else { return true }
    pairs[ExportMark.name] = nil
    if pairs["custom"]?[ExportMark.name] != nil { pairs["custom"] = nil }
    return ExportMark.checksum(of: .map(pairs)) == checksum
  }

  /// True for an entry that has the mark of an export and was not edited since.
  var isUneditedExport: Bool {
    self[ExportMark.name]?.exportMark.map(isUnedited(since:)) ?? false
  }

  /// The kind that the mark of an export names, if its entries are listed in documents.
  var exportedKind: Kind? {
    guard let name = self[ExportMark.name]?.exportMark?.kind, let kind = Schema.builtIn[name] else {
      return nil
    }
    return kind.role == .entries ? kind : nil
  }
}

extension String {
  /// True for a key of a user's own, which no export has.
  fileprivate var isOwnKey: Bool { lowercased().hasPrefix("x-") }
}
