package import CVModel

/// The document's publications as BibTeX, in their order, each once.
package struct BibTeXRenderer {
  /// The kind of the entries.
  static let kind = "publications"

  private let people: PeopleDirectory

  /// - Parameter shown: what the document was made from, for who is who.
  package init(_ shown: PublicCV) { people = PeopleDirectory([shown.cv]) }

  package func render(_ document: CVDocument) -> String {
    let entries = document.sections.filter { $0.kind == Self.kind }.flatMap(\.entries)
    var seen: Set<String> = []
    var keys = CitationKeys()
    return entries.filter { seen.insert($0.record.key.id).inserted }
      .map { BibTeXEntry($0.record, key: keys.key(of: $0.record), people).text }
      .joined(separator: "\n")
  }
}

/// One publication.
private struct BibTeXEntry {
  private let record: Entry
  private let key: String
  private let directory: PeopleDirectory
  private let work: PublishedWork
  private let type: EntryType

  init(_ record: Entry, key: String, _ directory: PeopleDirectory) {
    self.record = record
    self.key = key
    self.directory = directory
    work = PublishedWork(record)
    type = EntryType(record, work)
  }

  var text: String {
    var lines = ["@\(type.rawValue){\(key),"]
    for (name, value) in fields where !value.isEmpty { lines.append("  \(name) = \(value),") }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// A type of BibTeX, or `thesis`, which biblatex has for those that are neither a doctor's nor a
  /// master's.
  private enum EntryType: String {
    case article, inproceedings, book, incollection, phdthesis, mastersthesis, thesis, techreport
    case unpublished, misc

    /// A work that no venue has taken is unpublished, whatever it will be.
    init(_ record: Entry, _ work: PublishedWork) {
      let type = record["type"]?.text
      if !work.hasAppeared, type.map(Self.needVenue.contains) == true {
        self = .unpublished
        return
      }
      self =
        switch type {
        case "journal", "editorial": .article
        case "conference", "workshop": .inproceedings
        case "book": .book
        case "chapter": .incollection
        case "thesis": Self.thesis(work.thesisLevel)
        case "report": .techreport
        default: .misc
        }
    }

    private static let needVenue: Set<String> = [
      "journal", "editorial", "conference", "workshop", "book", "chapter", "report",
    ]

    private static func thesis(_ level: PublishedWork.ThesisLevel) -> EntryType {
      switch level {
      case .doctoral: .phdthesis
      case .masters: .mastersthesis
      case .other: .thesis
      }
    }
  }

  private var fields: [(String, String)] {
    let date = record["date"]?.text.flatMap(PartialDate.init)
    return [
      ("title", "{\(braced(record["title"]?.text))}"), ("author", people("authors")),
      ("editor", people("editors")), ("year", date.map { "{\($0.year)}" } ?? ""),
      ("month", date?.month.map { Self.months[$0 - 1] } ?? ""),
    ] + place + [
      ("volume", braced(record["volume"]?.text)),
      (type == .article ? "number" : "issue", braced(record["issue"]?.text)),
      ("pages", work.pages.map { "{\(LaTeX.text($0.tex))}" } ?? ""),
      ("edition", braced(record["edition"]?.text)), ("degree", braced(record["degree"]?.text)),
      ("type", type == .thesis ? "{\(thesisName)}" : ""),
      ("language", braced(record["language"]?.text)), ("doi", verbatim(.doi)),
      ("eprint", verbatim(.arxiv)), ("archiveprefix", record["arxiv"] == nil ? "" : "{arXiv}"),
      ("isbn", verbatim(.isbn)), ("issn", verbatim(.issn)), ("pmid", verbatim(.pmid)),
      ("url", address("url") ?? address("repository") ?? ""),
      ("abstract", braced(record["abstract"]?.text)), ("note", note),
    ]
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The fields that name where the work stands, and who published it: those that BibTeX requires
  /// come first.
  private var place: [(String, String)] {
    var publisher = work.publisher
    var series = record["series"]?.text
    let venue: (String, String?)
    switch type {
    case .article: venue = ("journal", work.venue)
    case .inproceedings, .incollection: venue = ("booktitle", work.venue)
    case .phdthesis, .mastersthesis: venue = ("school", work.institution)
    case .thesis, .techreport: venue = ("institution", work.institution)
    case .book where publisher == nil:
      venue = ("publisher", work.venue)
    case .book:
      venue = ("howpublished", series == nil ? nil : work.venue)
      series = series ?? work.venue
    case .misc: venue = ("howpublished", work.venue)
    case .unpublished: venue = ("howpublished", nil)
    }
    // It is not said twice.
    if work.venue == nil, venue.1 == publisher { publisher = nil }
    return [
      (venue.0, braced(venue.1)), ("publisher", braced(publisher)), ("series", braced(series)),
    ]
  }

  private var thesisName: String {
    record["degree"]?.text.map { "\(LaTeX.text($0)) thesis" } ?? "Thesis"
  }

  /// The status, note and awards, which have no fields in BibTeX.
  private var note: String {
    let parts =
      [work.remark, record["note"]?.text].compactMap(\.self)
      + (record["awards"]?.items.compactMap(\.text) ?? [])
    return parts.isEmpty ? "" : "{\(parts.map { LaTeX.text($0) }.joined(separator: ", "))}"
  }

  // MARK: Values

  private func braced(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "" }
    return "{\(LaTeX.text(text))}"
  }

  private func verbatim(_ scheme: IdentifierScheme) -> String {
    guard let text = record[scheme.rawValue]?.text else { return "" }
    return "{\(LaTeX.verbatim(scheme.bare(text)))}"
  }

  private func address(_ field: String) -> String? {
    record[field]?.text.map { "{\(LaTeX.verbatim($0))}" }
  }

  /// Names with `and` between them; people left out, wherever, are `and others` at the end.
  private func people(_ field: String) -> String {
    guard let value = record[field] else { return "" }
    var names: [String]
    var isElided = false
    if case .people(let people)? = FieldType.people.meaning(of: value) {
      names = people.compactMap { person in
        if case .named(let named) = person {
          BibTeXName(directory.parts(of: named)).text
        } else {
          nil
        }
      }
      isElided = people.contains(.elision)
    } else {
      names = value.items.compactMap(\.personName).map { BibTeXName(NameParts($0)).text }
    }
    if isElided { names.append("others") }
    return names.isEmpty ? "" : "{\(names.joined(separator: " and "))}"
  }
}
