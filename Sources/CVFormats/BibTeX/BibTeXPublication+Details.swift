internal import CVModel
internal import Text

/// Reads dates, numbers, identifiers and URLs.
extension BibTeXPublication {
  // MARK: Dates and numbers

  mutating func readDate() {
    if let value = value("date") {
      let text = TeXText.address(value.bytes)
      if let date = BibTeXDate(extended: text) ?? BibTeXDate(year: text, month: text, day: nil) {
        _ = take("date")
        set("date", .scalar(date.text), from: value)
        if !date.isExact { keep(value) }
        if let year = self.value("year"), date.text.contains(TeXText.address(year.bytes)) {
          _ = take("year")
        }
        return
      }
      leaveDate(value)
    }
    guard let year = value("year") else { return }
    let text = TeXText.decode(year.bytes, as: .plain).0
    let month = value("month")
    let day = value("day")
    guard
      let date = BibTeXDate(
        year: text, month: month.map { TeXText.decode($0.bytes, as: .plain).0 },
        day: day.map { TeXText.decode($0.bytes, as: .plain).0 })
    else { return leaveDate(year) }
    _ = take("year")
    set("date", .scalar(date.text), from: year)
    if date.isExact {
      if month != nil { _ = take("month") }
      if day != nil { _ = take("day") }
    } else if text.utf8.count != 4 {
      keep(year)
    }
  }

  /// Handles a date that cannot be read: it is a status, or a finding.
  private mutating func leaveDate(_ value: Value) {
    _ = take(value.name)
    if isExplained(value.name) { return }
    keep(value)
    if remainders[value.name] != nil { return }
    report(
      value, "date", "invalid date \(quoted(TeXText.decode(value.bytes, as: .plain).0))",
      hint: "write a year such as 2024, or a date such as 2024-05-17")
  }

  mutating func readNumbers() {
    let isInJournal =
      ["article", "periodical"].contains(sourceType)
      || locations.contains { ["journal", "journaltitle"].contains($0.name) }
    for (name, field) in [
      ("volume", "volume"), (isInJournal ? "number" : "issue", "issue"), ("issue", "issue"),
      ("pages", "pages"),
    ] {
      guard let value = value(name) else { continue }
      if isExplained(name) {
        _ = take(name)
      } else if remainders[name] == nil {
        readText(name, as: field)
      }
    }
    readText("language", as: "language")
    readText("langid", as: "language")
  }

  // MARK: Identifiers and URLs

  mutating func readIdentifiers() {
    for name in ["doi", "isbn", "issn", "pmid", "arxiv"] {
      guard let value = take(name) else { continue }
      set(name, .scalar(TeXText.address(value.bytes)), from: value)
    }
    guard let value = value("eprint") else { return }
    let kind = (self.value("eprinttype") ?? self.value("archiveprefix")).map {
      TeXText.address($0.bytes).lowercased()
    }
    let text = TeXText.address(value.bytes)
    let isArXiv = FieldType.identifier(.arxiv).meaning(of: .scalar(text)) != nil
    if kind == "arxiv" || kind == nil && isArXiv, fields["arxiv"] == nil {
      _ = take("eprint")
      set("arxiv", .scalar(text), from: value)
    } else if kind == "pubmed", fields["pmid"] == nil {
      _ = take("eprint")
      set("pmid", .scalar(text), from: value)
    }
  }

  mutating func readAddresses() {
    for name in ["url", "repository"] {
      guard let value = take(name) else { continue }
      set(name, .scalar(Self.withScheme(TeXText.address(value.bytes))), from: value)
    }
    if fields["url"] == nil, let value = value("howpublished"), isAddress(value) {
      _ = take("howpublished")
      set("url", .scalar(Self.withScheme(TeXText.address(value.bytes))), from: value)
    }
  }

  /// Adds a scheme to a URL without one.
  private static func withScheme(_ address: String) -> String {
    let hasScheme = address.utf8.split(separator: 58, maxSplits: 1).first.map {
      $0.count < address.utf8.count && $0.allSatisfy(Sign.isLetter)
    }
    return hasScheme == true || address.utf8.contains(32) ? address : "http://\(address)"
  }
}
