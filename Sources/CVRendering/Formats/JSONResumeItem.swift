internal import CVModel
internal import Text

/// One entry in JSON Resume: the list it belongs to, and its fields.
struct JSONResumeItem {
  private let entry: DocumentEntry
  private let kind: Kind?
  private let cv: CV

  init(_ entry: DocumentEntry, kind: Kind?, cv: CV) {
    (self.entry, self.kind, self.cv) = (entry, kind, cv)
  }

  /// The JSON Resume list for the entry's kind.
  var list: String {
    switch entry.record.key.kind {
    case "experience": "work"
    case "volunteering": "volunteer"
    case let name
    where [
      "education", "awards", "certificates", "publications", "skills", "languages", "interests",
      "references",
    ].contains(name):
      name
    default: "projects"
    }
  }

  var value: JSONValue {
    switch entry.record.key.kind {
    case "experience": work(organization: "name")
    case "volunteering": work(organization: "organization")
    case "education": education
    case "awards":
      .object([
        ("title", text("title")), ("date", date), ("awarder", text("issuer")),
        ("summary", summary(without: ["title", "issuer"])),
      ])
    case "certificates":
      .object([
        ("name", text("name")), ("date", date), ("url", url), ("issuer", text("issuer")),
      ])
    case "publications":
      .object([
        ("name", text("title")), ("publisher", publisher),
        ("releaseDate", PublishedWork(entry.record).hasAppeared ? date : nil), ("url", url),
        ("summary", publicationSummary),
      ])
    case "skills", "interests":
      .object([
        ("name", text("name")), ("level", text("level")), ("keywords", texts("keywords")),
      ])
    case "languages":
      .object([("language", text("name")), ("fluency", text("fluency"))])
    case "references":
      .object([("name", text("name")), ("reference", summary(without: ["name"]))])
    default: project
    }
  }

  // MARK: Kinds

  private func work(organization: String) -> JSONValue {
    .object([
      (organization, joined("organization", "unit")), ("position", text("position")),
      ("location", organization == "name" ? text("location") : nil), ("url", url),
      ("startDate", start), ("endDate", end), ("summary", workSummary), ("highlights", highlights),
    ])
  }

  private var workSummary: JSONValue? {
    let people = entry.people.map { ["\($0.label ?? ""): \(PlainText.text($0.members))"] } ?? []
    let isVolunteer = list == "volunteer" && !entry.corner.isEmpty
    let place = isVolunteer ? [PlainText.text(entry.corner)] : []
    let parts = people + place + factTexts + entry.paragraphs.map { PlainText.text($0) }
    return JSONValue(parts.joined(separator: "\n\n"))
  }

  private var education: JSONValue {
    let degrees = entry.record["degrees"]?.items.compactMap(\.text).map(plain) ?? []
    let area = joined("area", "specialization")
    return .object([
      ("institution", joined("institution", "unit")), ("url", url), ("area", area),
      ("studyType", JSONValue(degrees.joined(separator: " & "))), ("startDate", start),
      ("endDate", end), ("score", text("score")),
    ])
  }

  private var publisher: JSONValue? {
    PublishedWork(entry.record).institution.flatMap { JSONValue(plain($0)) }
  }

  private var publicationSummary: JSONValue? {
    let authors = entry.people.map { [PlainText.text($0.members)] } ?? []
    let parts =
      authors + [PlainText.text(entry.venue)]
      + (PublishedWork(entry.record).hasAppeared ? [] : [entry.date ?? ""]) + factTexts
      + entry.paragraphs.map { PlainText.text($0) } + linkTexts
    return JSONValue(parts.filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }

  /// For kinds without a list in JSON Resume: a project whose type names the kind.
  private var project: JSONValue {
    let description = [
      PlainText.text(entry.beside).withoutJoiner, PlainText.text(entry.byline),
      PlainText.text(entry.venue),
    ].filter { !$0.isEmpty }
    let people = entry.people.map { [PlainText.text($0.members)] } ?? []
    let all =
      description + people + factTexts + entry.paragraphs.map { PlainText.text($0) } + linkTexts
    return .object([
      (
        "name",
        JSONValue(PlainText.text(entry.title, .dropped))
          ?? JSONValue(kind?.singular.capitalizedFirst)
      ),
      ("description", JSONValue(all.joined(separator: "\n"))), ("highlights", highlights),
      ("keywords", texts("technologies")), ("startDate", start ?? date), ("endDate", end),
      ("url", url), ("roles", text("role").map { .list([$0]) }),
      ("entity", text("organization") ?? text("institution") ?? text("funder")),
      ("type", JSONValue(kind?.singular)),
    ])
  }

  // MARK: Fields

  private func plain(_ text: String) -> String { PlainText.text(Inline.parse(text.terminalSafe)) }

  private func text(_ field: String) -> JSONValue? {
    let texts = entry.record[field]?.items.compactMap(\.text) ?? []
    return JSONValue(texts.map(plain).joined(separator: ", "))
  }

  private func texts(_ field: String) -> JSONValue? {
    JSONValue(entry.record[field]?.items.compactMap(\.text).map(plain) ?? [])
  }

  private func joined(_ fields: String...) -> JSONValue? {
    let texts = fields.flatMap { entry.record[$0]?.items ?? [] }.compactMap(\.text).map(plain)
    return JSONValue(texts.joined(separator: ", "))
  }

  private var highlights: JSONValue? { JSONValue(entry.highlights.map { PlainText.text($0) }) }

  private var factTexts: [String] {
    entry.facts.map { fact in
      "\(fact.label): "
        + (fact.people.isEmpty ? PlainText.text(fact.text) : PlainText.text(fact.people))
    }
  }

  private var linkTexts: [String] {
    entry.links.map { link in
      link.isIdentifier ? link.text : "\(link.text): \(link.url ?? "")"
    }
  }

  private func summary(without fields: [String]) -> JSONValue? {
    let named = kind?.fields.filter { field in
      !fields.contains(field.name) && field.type.isScalar && entry.record[field.name] != nil
        && [
          "summary", "location", "amount", "position", "organization", "email", "phone", "relation",
          "note",
        ]
        .contains(field.name)
    }
    let parts = (named ?? []).compactMap { entry.record[$0.name]?.text }.map { plain($0.collapsed) }
    return JSONValue(parts.joined(separator: ", "))
  }

  private var url: JSONValue? {
    if let url = entry.url { return .text(url) }
    return JSONValue(entry.links.compactMap(\.url).first)
  }

  // MARK: Dates

  private var date: JSONValue? {
    (kind?.dateField).flatMap { iso($0) } ?? end ?? start
  }

  private var start: JSONValue? { iso("start") }

  private var end: JSONValue? { iso("end") ?? iso("expected") }

  /// `2024`, `2024-05` or `2024-05-17`; a season, a term or an approximate date is its year.
  private func iso(_ field: String) -> JSONValue? {
    guard let text = entry.record[field]?.text, let date = PartialDate(text) else { return nil }
    return .text(date.isISO ? text : String(date.year))
  }
}

extension String {
  /// The text without the punctuation after a title: `, JuliaCon`.
  fileprivate var withoutJoiner: String {
    var text = self[...]
    while let first = text.first, ",|: ".contains(first) { text.removeFirst() }
    return String(text)
  }
}
