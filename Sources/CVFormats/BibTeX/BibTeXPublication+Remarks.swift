internal import CVModel
internal import Text

/// Reads status, remarks and privacy, and keeps what has no field of ours.
extension BibTeXPublication {
  // MARK: Status

  /// The fields that may contain a status and, with it, the venue of an entry that has no other.
  static let remarkFields = [
    "note", "addendum", "notes", "status", "pubstate", "year", "date", "pages", "volume", "number",
  ]

  /// Whether a remark contains only a status, and possibly a known venue.
  func isExplained(_ name: String) -> Bool {
    guard let remainder = remainders[name], !remainder.isPartial else { return false }
    return remainder.venue == nil || remainder.venue == fields["venue"]?.text
  }

  private static let statusRanks = Dictionary(
    uniqueKeysWithValues: statusFields.enumerated().map { ($1, $0) })

  /// The fields that may contain a status, the most reliable first.
  private static let statusFields = [
    "pubstate", "status", "note", "addendum", "notes", "year", "date", "journal", "journaltitle",
    "booktitle", "venue", "howpublished", "pages", "volume", "number", "issue", "institution",
    "school", "organization", "publisher", "series", "eventtitle", "type", "month", "conference",
    "publication", "details", "abbr",
  ]

  mutating func readStatus() {
    let candidates = zip(values, isTaken).compactMap { value, isTaken -> (Int, Value)? in
      guard !isTaken, let rank = Self.statusRanks[value.name],
        StatusTriggers.mayHold(value.bytes)
      else { return nil }
      return (rank, value)
    }
    for (_, value) in candidates.sorted(by: { $0.0 < $1.0 }) {
      let name = value.name
      guard let field = StatusWords.Field(name),
        let found = StatusWords(TeXText.decode(value.bytes, as: .plain).0, in: field)
      else { continue }
      if fields["status"] == nil {
        set("status", .scalar(found.status), from: value)
        statusOrigin = StatusOrigin(field: name, words: found.words)
      }
      let isSame = fields["status"]?.text == found.status
      remainders[name] = Remainder(venue: found.venue, isPartial: !found.isAll || !isSame)
    }
  }

  // MARK: Remarks and privacy

  mutating func readRemarks() {
    if let value = take("abstract") {
      set("abstract", .scalar(text(value, .paragraphs)), from: value)
    }
    for name in ["awards", "award"] where fields["awards"] == nil {
      if let value = take(name) { set("awards", .list([.scalar(text(value))]), from: value) }
    }
    for name in ["note", "addendum"] {
      guard let value = value(name) else { continue }
      if isExplained(name) {
        _ = take(name)
      } else if fields["note"] == nil {
        _ = take(name)
        set("note", .scalar(text(value, .paragraphs)), from: value)
      }
    }
    for name in ["pubstate", "status"] {
      if isExplained(name) { _ = take(name) }
    }
    if fields["status"] == nil, let value = value("status") {
      let text = TeXText.decode(value.bytes, as: .plain).0
      if let step = Lifecycle.publication.step(named: text) {
        _ = take("status")
        set("status", .scalar(step.label), from: value)
        statusOrigin = StatusOrigin(field: "status", words: text)
      }
    }
  }

  mutating func readPrivacy(_ names: inout BibTeXNameCheck) {
    if let value = take("visibility") {
      set("visibility", .scalar(TeXText.decode(value.bytes, as: .plain).0), from: value)
    }
    if let value = take("private") {
      let words = TeXText.decode(value.bytes, as: .plain).0.split { $0 == "," || $0 == " " }
      set("private", .list(words.map { .scalar(String($0)) }), from: value)
    }
    guard let hider = hider(&names) else { return }
    if names.mayHide(hider.name) {
      report(
        hider, "private", "unknown field \(quoted(hider.name)): the entry is hidden",
        hint: "did you mean \"private\" or \"visibility\"?")
    }
    if fields["visibility"] == nil || fields["visibility"] == "public" {
      set("visibility", "private", from: hider)
    }
  }

  /// The value that hides the entry: a keyword, a word other than `public`, an empty or second
  /// value, or a misspelled name.
  private func hider(_ names: inout BibTeXNameCheck) -> Value? {
    var hasPrivate = false
    for value in values {
      let text = TeXText.decode(value.bytes, as: .plain).0.lowercased()
      let isEmpty = text.allSatisfy(\.isWhitespace)
      switch value.name {
      case "keywords", "keyword":
        let isPrivate = text.split { ",;".contains($0) }
          .contains { $0.split(whereSeparator: \.isWhitespace) == ["private"] }
        if isPrivate { return value }
      case "visibility":
        if text.split(whereSeparator: \.isWhitespace) != ["public"] { return value }
      case "private":
        if isEmpty || hasPrivate { return value }
        hasPrivate = true
      default:
        if names.mayHide(value.name) { return value }
      }
    }
    return nil
  }

  /// Keeps everything that has no field of ours.
  mutating func keepRest(_ names: inout BibTeXNameCheck) {
    for (index, value) in values.enumerated() where !isTaken[index] {
      isTaken[index] = true
      keep(value)
      if let meant = names.meant(by: value.name) {
        report(
          value, "unknown-field", "unknown field \(quoted(value.name))",
          hint: "did you mean \(quoted(meant))?")
      }
    }
  }
}

/// Finds field names that are similar to known ones. Each name is checked once.
struct BibTeXNameCheck: Sendable {
  var known: [String: (meant: String?, hides: Bool)] = [:]

  /// After this many, names are assumed to be custom: checking all the names in a large file would
  /// take too long.
  private static let maximum = 1000

  mutating func meant(by name: String) -> String? { judged(name).meant }
  mutating func mayHide(_ name: String) -> Bool { judged(name).hides }

  private mutating func judged(_ name: String) -> (meant: String?, hides: Bool) {
    if BibTeXFields.isKnown(name) { return (nil, false) }
    if let known = known[name] { return known }
    guard known.count < Self.maximum else { return (nil, BibTeXFields.mayHide(name)) }
    let judgement = (BibTeXFields.meant(by: name), BibTeXFields.mayHide(name))
    known[name] = judgement
    return judgement
  }
}
