internal import CVModel
internal import Text

/// One entry as RenderCV has it: its type of entry follows from the kind, as all entries of a
/// section have one type.
struct RenderCVItem {
  private let entry: DocumentEntry
  private let record: Entry
  private let kind: Kind
  /// True if the heading does not say which kind it is.
  private let isNamed: Bool
  private var item: ExportedEntry

  init(_ entry: DocumentEntry, kind: Kind, isNamed: Bool) {
    (self.entry, self.kind, self.isNamed) = (entry, kind, isNamed)
    record = entry.record
    item = ExportedEntry(record)
    addMembers()
  }

  var value: JSONValue {
    // RenderCV refuses members that are no texts.
    let mark = item.mark(naming: isNamed ? kind.name : nil)
    let isPlain = item.needsMark == false && !isNamed
    let text = isPlain ? record.key.id : mark.writtenInOneLine()
    return .object(item.members + [(ExportMark.name, .text(text))])
  }

  private mutating func addMembers() {
    switch kind.name {
    case "experience", "volunteering":
      addText("company", as: "organization", default: entry.title)
      addText("position", as: "position", default: [])
      addNormal()
    case "service":
      addText("company", as: "organization", default: entry.title)
      addText("position", as: "role", default: [])
      addNormal()
    case "teaching":
      addText("company", as: "institution", default: [])
      addText("position", as: "course", default: entry.title)
      addNormal()
    case "education":
      addText("institution", as: "institution", default: entry.title)
      addDegree()
      addNormal()
    case "publications", "patents": addPublication()
    case "skills", "interests", "languages": addOneLine()
    default:
      let name = kind.nameFields.first.map { kind.field(named: "name") == nil ? $0 : "name" }
      addText("name", as: name ?? "name", default: entry.title)
      addNormal()
    }
  }

  // MARK: Types of entries

  /// The members that entries of several types share.
  private mutating func addNormal() {
    addPeriod()
    if kind.name != "presentations" || record["event"] == nil {
      addText("location", as: "location")
    }
    addProse()
  }

  private mutating func addDegree() {
    let degrees = record["degrees"]?.items.compactMap(\.text) ?? []
    let written = degrees.map(Self.markup).joined(separator: " & ")
    if let area = record["area"]?.text {
      item.add("area", .text(Self.markup(area)), as: "area")
      item.add("degree", JSONValue(written), as: "degrees", isList: true)
    } else {
      // RenderCV demands an area.
      item.add("area", .text(written), as: "area")
    }
  }

  private mutating func addPublication() {
    addText("title", as: "title", default: entry.title)
    let people = kind.peopleField ?? "authors"
    var names: [String] = []
    if let value = record[people] {
      if case .people(let all)? = FieldType.people.meaning(of: value) {
        names = all.map { person in
          if case .named(let named) = person { named.shownName } else { "..." }
        }
      } else {
        names = value.items.compactMap(\.spokenPersonName)
      }
    }
    let authors = JSONValue.list(names.map { .text($0.terminalSafe) })
    item.add("authors", authors)
    if !names.isEmpty { item.give(people, authors.plain) }
    if let doi = record["doi"]?.text {
      let bare = IdentifierScheme.doi.bare(doi).terminalSafe
      if bare.hasPrefix("10.") { item.add("doi", .text(bare), as: "doi") }
    }
    item.add("url", JSONValue(entry.url), as: "url")
    let venue = [entry.venue].filter { !$0.isEmpty }.map { PlainText.text($0) }.first
    if kind.name == "publications" {
      item.add("journal", JSONValue(venue), as: "venue")
    } else {
      item.add("journal", JSONValue(venue))
    }
    if let name = kind.dateField, let date = record[name]?.text {
      item.add("date", .text(date.terminalSafe), as: name)
    }
    if let abstract = record["abstract"]?.text {
      item.add("summary", .text(Self.paragraphs(abstract)), as: "abstract")
    }
  }

  private mutating func addOneLine() {
    addText("label", as: "name", default: entry.title)
    let keywords = record["keywords"]?.items.compactMap(\.text) ?? []
    let other = record[kind.name == "languages" ? "fluency" : "level"]?.text
    if keywords.isEmpty {
      item.add("details", .text(other.map(Self.markup) ?? ""))
      if kind.name == "languages" {
        item.give("fluency", other.map(Plain.scalar))
      } else if let other {
        item.give("keywords", .list([.scalar(other)]))
      }
    } else {
      item.add("details", .text(keywords.map(Self.markup).joined(separator: ", ")))
      let isSplit = keywords.allSatisfy { !$0.contains { ",()[]{}".contains($0) } }
      item.give("keywords", isSplit ? .list(keywords.map { .scalar($0) }) : .scalar(""))
    }
  }

  // MARK: Values

  /// - Parameter default: what stands there if the record lacks a field that RenderCV demands.
  private mutating func addText(_ name: String, as field: String, default words: [Inline]) {
    if let text = record[field]?.text, !text.isEmpty {
      item.add(name, .text(Self.markup(text)), as: field)
    } else {
      item.add(name, .text(PlainText.text(words)))
      if !words.isEmpty { item.give(field, .scalar(PlainText.text(words))) }
    }
  }

  private mutating func addText(_ name: String, as field: String) {
    item.add(name, JSONValue(record[field]?.text.map(Self.markup)), as: field)
  }

  /// RenderCV takes days, months and years in its own keys for periods, and any text as a date.
  private mutating func addPeriod() {
    let start = record["start"]?.text
    let end = record["end"]?.text
    let isPlain = [start, end].allSatisfy { $0.map(Self.isISO) ?? true }
    if let name = kind.dateField, let date = record[name]?.text {
      item.add("date", .text(date.terminalSafe), as: name)
    } else if isPlain, record["expected"] == nil, let start {
      item.add("start_date", .text(start), as: "start")
      item.add("end_date", JSONValue(end), as: "end")
    } else if let date = entry.date {
      item.add("date", .text(date))
      for name in Period.fieldNames + [kind.dateField].compactMap(\.self) {
        item.give(name, .scalar(""))
      }
    }
  }

  private static func isISO(_ text: String) -> Bool {
    if text == "present" { return true }
    return PartialDate(text).map { $0.season == nil } ?? false
  }

  /// The summary, and the points: those of the record behind what is said of it otherwise.
  private mutating func addProse() {
    let prose = ["summary", "details", "text"].first { kind.field(named: $0) != nil } ?? "note"
    let own = record[prose]?.text
    let isOne = entry.paragraphs.count == (own?.paragraphCount ?? 0)
    if isOne, let own {
      item.add("summary", .text(Self.paragraphs(own)), as: prose)
    } else if !entry.paragraphs.isEmpty {
      let all = entry.paragraphs.map { PlainText.text($0) }.joined(separator: "\n\n")
      item.add("summary", .text(all), as: prose)
    }
    let facts =
      details
      + entry.facts.map { fact in
        "\(fact.label): "
          + (fact.people.isEmpty ? PlainText.text(fact.text) : PlainText.text(fact.people))
      }
    let highlights = (record["highlights"]?.items ?? []).compactMap(Bullet.init)
      .flatMap { [$0.text] + $0.nested }.map(Self.markup)
    guard !(facts + highlights).isEmpty else { return }
    let list = JSONValue(facts + highlights)
    if kind.field(named: "highlights") != nil {
      item.add("highlights", list, as: "highlights")
    } else {
      item.add("highlights", list)
      item.give(prose, .scalar(""))
    }
  }

  /// What the document says beside the title, and who is named under it.
  private var details: [String] {
    let people = entry.people.map { people in
      (people.label.map { "\($0): " } ?? "") + PlainText.text(people.members)
    }
    let isTitleRow = !["experience", "volunteering", "service", "teaching"].contains(kind.name)
    let beside = isTitleRow ? PlainText.text(entry.beside).drop { ",|: ".contains($0) } : ""
    let study =
      kind.name == "education"
      ? [(record["score-label"]?.text ?? "GPA", "score"), ("Track", "specialization")] : []
    let results = study.compactMap { label, field in
      record[field]?.text.map { "\(Self.markup(label)): \(Self.markup($0))" }
    }
    return ([String(beside)] + results + [people ?? "", PlainText.text(entry.venue)])
      .filter { !$0.isEmpty }
  }

  /// A text with its markup, which RenderCV shares but for formulas.
  private static func markup(_ text: String) -> String { text.collapsed.terminalSafe }

  private static func paragraphs(_ text: String) -> String {
    text.split(separator: "\n\n").map { markup(String($0)) }.joined(separator: "\n\n")
  }
}

extension String {
  fileprivate var paragraphCount: Int { split(separator: "\n\n").count }
}
