package import CVModel

/// The document's publications as BibTeX, in the same order.
package struct BibTeXRenderer {
  /// The kind of the entries.
  static let kind = "publications"

  private let people: PeopleDirectory

  /// - Parameter shown: what the document was made from, for who is who.
  package init(_ shown: PublicCV) { people = PeopleDirectory([shown.cv]) }

  package func render(_ document: CVDocument) -> String {
    let entries = document.sections.filter { $0.kind == Self.kind }.flatMap(\.entries)
    var keys: Set<String> = []
    return entries.filter { keys.insert($0.record.key.id).inserted }
      .map { BibTeXEntry($0.record, people).text }.joined(separator: "\n")
  }
}

/// One publication.
private struct BibTeXEntry {
  private let record: Entry
  private let directory: PeopleDirectory

  init(_ record: Entry, _ directory: PeopleDirectory) {
    self.record = record
    self.directory = directory
  }

  var text: String {
    var lines = ["@\(type){\(key),"]
    for (name, value) in fields where !value.isEmpty { lines.append("  \(name) = \(value),") }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// The citation key. Letters, digits and hyphens only: other characters end a key in some
  /// programs.
  private var key: String {
    let folded = record.key.id.asciiFolded.unicodeScalars.filter { scalar in
      scalar == "-" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    return folded.isEmpty ? "entry" : String(String.UnicodeScalarView(folded))
  }

  private var type: String {
    switch record["type"]?.text {
    case "journal", "editorial": "article"
    case "conference", "workshop": "inproceedings"
    case "book": "book"
    case "chapter": "incollection"
    case "thesis": "phdthesis"
    case "report": "techreport"
    default: "misc"
    }
  }

  /// The field for the venue, by type.
  private var venueField: String {
    switch type {
    case "article": "journal"
    case "inproceedings", "incollection": "booktitle"
    case "phdthesis": "school"
    case "techreport": "institution"
    case "book": "series"
    default: "howpublished"
    }
  }

  private var fields: [(String, String)] {
    let date = record["date"]?.text.flatMap(PartialDate.init)
    let number = type == "article" ? "number" : "issue"
    return [
      ("title", "{\(braced(record["title"]?.text))}"), ("author", people("authors")),
      ("editor", people("editors")), ("year", date.map { "{\($0.year)}" } ?? ""),
      ("month", date?.month.map { Self.months[$0 - 1] } ?? ""),
      (venueField, isUnderReview ? "" : braced(record["venue"]?.text)),
      ("publisher", braced(record["publisher"]?.text)),
      ("volume", braced(record["volume"]?.text)), (number, braced(record["issue"]?.text)),
      ("pages", braced(record["pages"]?.text.map(Self.pages))),
      ("doi", verbatim(.doi)), ("eprint", verbatim(.arxiv)),
      ("archiveprefix", record["arxiv"] == nil ? "" : "{arXiv}"), ("isbn", verbatim(.isbn)),
      ("issn", verbatim(.issn)), ("pmid", verbatim(.pmid)),
      ("url", address("url") ?? address("repository") ?? ""),
      ("abstract", braced(record["abstract"]?.text)), ("note", note),
    ]
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private var isUnderReview: Bool { step == "Under Review" && record["venue"] != nil }

  private var step: String? {
    record["status"]?.text.map { Lifecycle.publication.step(named: $0)?.label ?? $0 }
  }

  /// The status, note and awards, which have no fields in BibTeX.
  private var note: String {
    var parts: [String] = []
    if isUnderReview, let venue = record["venue"]?.text {
      parts.append("Under Review at \(LaTeX.text(venue))")
    } else if let step, step != "Published" {
      parts.append(LaTeX.text(step))
    }
    let rest =
      [record["note"]?.text].compactMap(\.self)
      + (record["awards"]?.items.compactMap(\.text) ?? [])
    parts += rest.map { LaTeX.text($0) }
    return parts.isEmpty ? "" : "{\(parts.joined(separator: ", "))}"
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

  /// `14:1--14:27`.
  private static func pages(_ text: String) -> String {
    text.split(separator: "–", omittingEmptySubsequences: false).joined(separator: "--")
  }

  /// Names separated by `and`; people left out anywhere become `and others` at the end.
  private func people(_ field: String) -> String {
    guard let value = record[field] else { return "" }
    var names: [String]
    var isElided = false
    if case .people(let people)? = FieldType.people.meaning(of: value) {
      names = people.compactMap { person in
        if case .named(let named) = person { BibTeXName(directory.parts(of: named)).text } else { nil }
      }
      isElided = people.contains(.elision)
    } else {
      names = value.items.compactMap(\.personName).map { BibTeXName(NameParts($0)).text }
    }
    if isElided { names.append("others") }
    return names.isEmpty ? "" : "{\(names.joined(separator: " and "))}"
  }
}
