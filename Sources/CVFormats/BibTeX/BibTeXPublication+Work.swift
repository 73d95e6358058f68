internal import CVModel
internal import Text

/// Reads the type, title, people and venue of a work.
extension BibTeXPublication {
  // MARK: Type and title

  mutating func readType(_ word: String, _ offset: Int) {
    if let known = BibTeXTypes.type(sourceType) {
      type = known
    } else {
      let meant = BibTeXTypes.meant(by: sourceType)
      faults.append(
        Fault(
          offset: offset, length: word.utf8.count + 1, rule: "unknown-type",
          message: "unknown entry type \(quoted(word))",
          hint: meant.map { "did you mean \(quoted($0))?" } ?? "it is read as \"misc\""))
    }
    set("type", .scalar(type))
    guard type == "thesis" else { return }
    let degrees = ["phdthesis": "PhD", "mastersthesis": "Master's"]
    let keys = [
      "phdthesis": "PhD", "mathesis": "Master's", "mastersthesis": "Master's",
      "bathesis": "Bachelor's",
    ]
    readText("degree", as: "degree")
    if fields["degree"] == nil, let value = take("type") {
      let text = text(value)
      set("degree", .scalar(keys[text.lowercased()] ?? text), from: value)
    }
    if fields["degree"] == nil, let degree = degrees[sourceType] { set("degree", .scalar(degree)) }
  }

  mutating func readTitle() {
    guard let value = take("title") else { return }
    var title = text(value)
    if let subtitle = take("subtitle") {
      let isOpen = title.last.map { ":?!".contains($0) } ?? true
      title += (isOpen ? " " : ": ") + text(subtitle)
    }
    set("title", .scalar(title), from: value)
  }

  mutating func readPeople() {
    for (name, field) in [("author", "authors"), ("editor", "editors")] {
      guard let value = take(name) else { continue }
      let people = BibTeXNames(value.bytes)
      if !people.unknownMacros.isEmpty { report(value, unknown: people.unknownMacros) }
      for invalid in people.invalid {
        report(
          value, "name", "invalid name \(quoted(invalid)): too many commas",
          hint: "write \"Family, Jr., Given\", and \"and\" between names")
      }
      set(field, people.plain, from: value)
    }
  }

  // MARK: Venue

  private var venueFields: [String] {
    switch type {
    case "thesis": ["school", "institution", "journal", "journaltitle", "organization"]
    case "report", "preprint":
      ["journal", "journaltitle", "booktitle", "institution", "school", "howpublished", "venue"]
    default:
      [
        "journal", "journaltitle", "booktitle", "venue", "school", "institution", "howpublished",
        "eventtitle", "organization",
      ]
    }
  }

  mutating func readVenue() {
    for name in venueFields {
      guard let value = value(name) else { continue }
      if name == "howpublished", isAddress(value) { continue }
      if type == "book", name == "organization" { continue }
      _ = take(name)
      if let remainder = remainders[name] {
        if remainder.isPartial { keep(value) }
        guard let venue = remainder.venue else { continue }
        set("venue", .scalar(venue), from: value)
      } else {
        set("venue", .scalar(text(value)), from: value)
      }
      break
    }
    readNamed("publisher", as: "publisher")
    readNamed("series", as: "series")
    readText("edition", as: "edition")
    readVenueOfNote()
  }

  /// Reads a field that may end with a status.
  private mutating func readNamed(_ name: String, as field: String) {
    guard let remainder = remainders[name] else { return readText(name, as: field) }
    guard let value = take(name) else { return }
    if remainder.isPartial { keep(value) }
    if let rest = remainder.venue { set(field, .scalar(rest), from: value) }
  }

  /// `Submitted to Nature`: the venue of an entry that has no other.
  private mutating func readVenueOfNote() {
    guard fields["venue"] == nil else { return }
    for name in Self.remarkFields {
      guard let venue = remainders[name]?.venue, let value = value(name) else { continue }
      set("venue", .scalar(venue), from: value)
      return
    }
  }

  /// Whether a value is `\url{…}` or only a URL.
  func isAddress(_ value: Value) -> Bool {
    let text = TeXText.address(value.bytes)
    return !text.utf8.contains(32)
      && (text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("www."))
  }

  /// Makes papers on preprint servers, and working papers, preprints.
  mutating func setTypeByVenue() {
    guard ["journal", "other", "report", "conference"].contains(type) else { return }
    let venue = fields["venue"]?.text ?? ""
    let isServer = ["rxiv", "ssrn", "research square"].contains {
      venue.position(after: $0) != nil
    }
    let isPosted = venue.isEmpty && fields["arxiv"] != nil && type != "conference"
    let isWorkingPaper = ["x-type", "note", "series", "x-howpublished", "venue"].contains {
      fields[$0]?.text?.position(after: "working paper") != nil
    }
    guard isServer || isPosted || isWorkingPaper && type != "conference" else { return }
    type = "preprint"
    set("type", "preprint")
    if fields["arxiv"] == nil { readArXivOfVenue(venue) }
  }

  /// `arXiv preprint arXiv:2303.02262`.
  private mutating func readArXivOfVenue(_ venue: String) {
    guard let start = venue.position(after: "arxiv:") else { return }
    let id = venue[start...].drop { $0 == " " }.prefix {
      $0.isNumber || $0.isLetter || $0 == "." || $0 == "/" || $0 == "-"
    }
    let text = String(id)
    guard FieldType.identifier(.arxiv).meaning(of: .scalar(text)) != nil else { return }
    let source = locations.first { $0.field == "venue" }
    fields["arxiv"] = .scalar(text)
    if let source {
      locations.append(Location(field: "arxiv", name: source.name, offset: source.offset))
    }
  }
}

extension String {
  /// The position after the first occurrence of a lower-case text, ignoring case.
  fileprivate func position(after words: String) -> Index? {
    let wanted = Array(words.utf8)
    var rest = utf8[...]
    while rest.count >= wanted.count {
      guard let first = rest.firstIndex(where: { $0 | 32 == wanted[0] }) else { return nil }
      rest = rest[first...]
      if rest.prefix(wanted.count).elementsEqual(wanted, by: { $0 == $1 || $0 | 32 == $1 }) {
        return rest.count < wanted.count ? nil : rest.index(first, offsetBy: wanted.count)
      }
      rest = rest.dropFirst()
    }
    return nil
  }
}
