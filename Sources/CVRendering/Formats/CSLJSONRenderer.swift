package import CVModel
internal import Text

/// The document's publications as CSL-JSON, for reference managers and citation processors.
///
/// Source: https://github.com/citation-style-language/schema, version 1.0.2. What CSL has no
/// variable for is in `custom`.
package struct CSLJSONRenderer {
  package init() {}

  package func render(_ document: CVDocument) -> String {
    let entries = document.sections.filter { $0.kind == BibTeXRenderer.kind }.flatMap(\.entries)
    var keys: Set<String> = []
    let items = entries.filter { keys.insert($0.record.key.id).inserted }
      .map { CSLItem($0.record).value }
    return JSONValue.list(items).written() + "\n"
  }
}

/// One publication.
private struct CSLItem {
  private let record: Entry
  private var item: ExportedEntry

  init(_ record: Entry) {
    self.record = record
    item = ExportedEntry(record)
    addKey()
    addType()
    addText("title", as: "title")
    addVenue()
    for (name, field) in [
      ("publisher", "publisher"), ("collection-title", "series"), ("volume", "volume"),
      ("issue", "issue"), ("page", "pages"), ("edition", "edition"), ("language", "language"),
    ] {
      addText(name, as: field)
    }
    if type == "thesis", item.given["venue"] == nil, let publisher = item.given["publisher"] {
      // A reader takes it for the university.
      item.give("venue", publisher)
      item.give("publisher", nil)
    }
    addPeople("author", as: "authors")
    addPeople("editor", as: "editors")
    addDate()
    if let status = record["status"]?.text, Lifecycle.publication.step(named: status) != nil {
      item.add("status", JSONValue(status.terminalSafe), as: "status")
    }
    for (name, scheme) in [
      ("DOI", IdentifierScheme.doi), ("ISBN", .isbn), ("ISSN", .issn), ("PMID", .pmid),
    ] {
      addIdentifier(name, scheme)
    }
    if let arxiv = record["arxiv"]?.text {
      let bare = IdentifierScheme.arxiv.bare(arxiv).terminalSafe
      item.add("number", .text("arXiv:\(bare)"))
      item.give("arxiv", .scalar(bare))
    }
    addText("URL", as: "url")
    addText("abstract", as: "abstract")
    addText("note", as: "note")
  }

  var value: JSONValue {
    let custom = JSONValue.object([(ExportMark.name, item.mark())])
    return .object(item.members + [("custom", custom)])
  }

  // MARK: Variables

  private mutating func addKey() {
    if let key = record["key"]?.text, !key.isEmpty {
      item.add("id", .text(key.terminalSafe), as: "key")
    } else {
      item.add("id", .text(record.key.id.terminalSafe))
    }
  }

  /// The words of CSL for our types.
  private static let types = [
    "journal": "article-journal", "editorial": "article-journal", "conference": "paper-conference",
    "workshop": "paper-conference", "preprint": "article", "book": "book", "chapter": "chapter",
    "thesis": "thesis", "report": "report", "dataset": "dataset", "software": "software",
    "patent": "patent", "poster": "speech",
  ]

  private var type: String { record["type"]?.text ?? "" }

  private mutating func addType() {
    item.add("type", .text(Self.types[type] ?? "document"))
    // Those that share a word of CSL with another type need the record's own.
    let isShared = ["editorial", "workshop", "poster"].contains(type)
    item.give("type", isShared ? .scalar("") : .scalar(Self.types[type] == nil ? "other" : type))
    if let degree = record["degree"], type == "thesis" {
      item.add("genre", JSONValue(degree.text.map(Self.words)), as: "degree")
    }
    if type == "poster" || type == "workshop" { item.add("genre", .text(type)) }
  }

  /// Where it came out. What is not accepted has not come out anywhere.
  private mutating func addVenue() {
    guard let venue = PublishedWork(record).venue else { return }
    let words = JSONValue(Self.words(venue))
    switch type {
    case "thesis" where record["publisher"] == nil:
      item.add("publisher", words, as: "venue")
    case "report" where record["publisher"] == nil: item.add("publisher", words, as: "publisher")
    case "poster": item.add("event-title", words, as: "venue")
    default: item.add("container-title", words, as: "venue")
    }
  }

  private mutating func addText(_ name: String, as field: String) {
    item.add(name, JSONValue(record[field]?.text.map(Self.words)), as: field)
  }

  private mutating func addIdentifier(_ name: String, _ scheme: IdentifierScheme) {
    guard let text = record[scheme.rawValue]?.text else { return }
    item.add(name, JSONValue(scheme.bare(text).terminalSafe), as: scheme.rawValue)
  }

  /// A date in parts; a season has a member of its own.
  private mutating func addDate() {
    guard let text = record["date"]?.text, let date = PartialDate(text) else { return }
    let parts = [date.year, date.month, date.day].compactMap(\.self).map(JSONValue.number)
    let season = date.season.flatMap { PartialDate.Season.allCases.firstIndex(of: $0) }
    item.add(
      "issued",
      .object([
        ("date-parts", .list([.list(parts)])), ("season", season.map { .number($0 + 1) }),
      ]))
    // A term, and a date that is not sure, read back as less.
    let iso = date.isISO ? text : Self.iso(date)
    item.give("date", .scalar(date.season.map { "\($0.name) \(date.year)" } ?? iso))
  }

  private static func iso(_ date: PartialDate) -> String {
    let rest = [date.month, date.day].compactMap(\.self).map { $0 < 10 ? "-0\($0)" : "-\($0)" }
    return String(date.year) + rest.joined()
  }

  /// Names in parts. Who is left out, and what is said of people, is in the record's own words
  /// alone.
  private mutating func addPeople(_ name: String, as field: String) {
    guard let value = record[field] else { return }
    var parts: [NameParts] = []
    if case .people(let people)? = FieldType.people.meaning(of: value) {
      parts = people.compactMap { person in
        if case .named(let named) = person { named.parts } else { nil }
      }
    } else {
      parts = value.items.compactMap(\.personName).map { NameParts($0) }
    }
    guard !parts.isEmpty else { return }
    item.add(name, .list(parts.map(\.csl)))
    item.give(field, .list(parts.map(\.plain)))
  }

  /// CSL's own marks for words, and signs of Unicode for formulas.
  private static func words(_ text: String) -> String {
    text.terminalSafe.split(separator: "\n\n", omittingEmptySubsequences: true)
      .map { words(Inline.parse(String($0).collapsed)) }.joined(separator: "\n\n")
  }

  private static func words(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .strong(let inner): "<b>\(words(inner))</b>"
      case .emphasis(let inner): "<i>\(words(inner))</i>"
      case .math, .link: PlainText.text([inline], .dropped)
      }
    }.joined()
  }
}

extension NameParts {
  /// The name in the parts that CSL has.
  fileprivate var csl: JSONValue {
    if isGroup || given.isEmpty { return .object([("literal", JSONValue(spoken.terminalSafe))]) }
    return .object([
      ("family", JSONValue(family.terminalSafe)), ("given", JSONValue(given.terminalSafe)),
      ("non-dropping-particle", JSONValue(particle.terminalSafe)),
      ("suffix", JSONValue(suffix.terminalSafe)),
    ])
  }
}
