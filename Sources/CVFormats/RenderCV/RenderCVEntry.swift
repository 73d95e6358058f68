internal import CVModel
internal import Text
internal import YAML

/// The nine types of RenderCV entries, identified by their keys.
enum RenderCVEntry: Hashable, CaseIterable {
  case experience, education, publication, normal, oneLine, bullet, numbered, reversedNumbered, text

  /// The type of an entry; nil for a list, and for an object of no known type.
  init?(_ node: Node) {
    switch node.content {
    case .scalar: self = .text
    case .sequence: return nil
    case .mapping(let pairs):
      let names = Set(pairs.map(\.key))
      if names.contains("company") || names.contains("position") {
        self = .experience
      } else if names.contains("institution") || names.contains("degree") {
        self = .education
      } else if names.contains("title") || names.contains("authors") {
        self = .publication
      } else if names.contains("label") || names.contains("details") {
        self = .oneLine
      } else if names.contains("name") {
        self = .normal
      } else if names.contains("bullet") {
        self = .bullet
      } else if names.contains("number") {
        self = .numbered
      } else if names.contains("reversed_number") {
        self = .reversedNumbered
      } else {
        return nil
      }
    }
  }

  /// The possible kinds of entries of this type, whatever their heading; the first is the default.
  var kinds: [String] {
    switch self {
    case .experience:
      ["experience", "volunteering", "service", "teaching", "memberships", "projects", "mentoring"]
    case .education: ["education"]
    case .publication: ["publications", "presentations", "patents", "media"]
    case .normal:
      [
        "projects", "awards", "certificates", "software", "presentations", "skills", "languages",
        "interests", "memberships", "grants", "references", "media", "volunteering", "service",
        "teaching", "mentoring", "experience", "patents", "education", "publications",
      ]
    case .oneLine: ["skills", "languages", "interests"]
    case .bullet, .numbered, .reversedNumbered, .text: []
    }
  }

  /// The required keys of this type.
  var demandedKeys: [String] {
    switch self {
    case .experience: ["company", "position"]
    case .education: ["institution", "area"]
    case .publication: ["title", "authors"]
    case .oneLine: ["label", "details"]
    case .normal, .bullet, .numbered, .reversedNumbered, .text: []
    }
  }

  /// The kind if the heading does not determine it; nil if the heading becomes a custom kind.
  var defaultKind: String? {
    switch self {
    case .experience, .education, .publication: kinds.first
    default: nil
    }
  }

  /// The kind of an entry under a heading; nil for a custom kind.
  func kind(under heading: String) -> String? {
    if let named = SectionHeadings.kind(of: heading), kinds.contains(named) { return named }
    return defaultKind
  }
}

extension EntryDraft {
  /// Reads a RenderCV entry into the fields of this draft's kind.
  mutating func read(_ entry: RenderCVEntry) {
    let names = kind.nameFields
    switch entry {
    case .experience:
      switch kind.name {
      case "teaching":
        read("institution", from: "company")
        read("course", from: "position")
      case "projects", "mentoring":
        read("name", from: "company")
        read("role", from: "position")
      default:
        read("organization", from: "company")
        read(names.count > 1 ? names[1] : "role", from: "position")
      }
    case .education:
      read("institution", from: "institution")
      if let degree = object.take("degree"), checkPresence(of: degree) {
        set("degrees", text(of: degree).map { .list([.scalar($0)]) }, from: degree)
      }
      readOne("area", from: "area")
      read("score", from: "grade", "gpa")
    case .publication:
      read("title", from: "title")
      read(kind.peopleField ?? "authors", from: "authors")
      read("doi", from: "doi")
      read(
        kind.name == "presentations" ? "event" : kind.name == "media" ? "outlet" : "venue",
        from: "journal")
      if kind.name == "patents" { read("number", from: "number") }
      read("abstract", from: "summary")
    case .normal:
      if let name = object.take("name") {
        set(kind.field(named: "name") == nil ? names.first ?? "name" : "name", to: name)
      }
      if kind.name == "presentations" { read("event", from: "location") }
    case .oneLine:
      read(kind.field(named: "label") == nil ? "name" : "label", from: "label", "name")
      if kind.name == "skills" || kind.name == "interests" {
        readKeywords(from: "details")
      } else {
        read(kind.name == "languages" ? "fluency" : "details", from: "details")
      }
    case .bullet: read("text", from: "bullet")
    case .numbered: read("text", from: "number")
    case .reversedNumbered: read("text", from: "reversed_number")
    case .text: break
    }
    read("start", from: "start_date")
    read("end", from: "end_date")
    readDateOrPeriod(from: "date")
    read("location", from: "location")
    read("url", from: "url")
    readWords()
    if kind.name == "publications" { implyPublicationType() }
  }

  /// Reads the summary and the highlights into the corresponding fields of the kind.
  private mutating func readWords() {
    let prose = ["summary", "details", "text"].first { kind.field(named: $0) != nil } ?? "note"
    read(prose, from: "summary")
    guard let highlights = object.take("highlights"), checkPresence(of: highlights) else { return }
    let lists = kind.field(named: "highlights") != nil
    if lists { return set("highlights", to: highlights) }
    let items = highlights.value.listItems
    guard items.allSatisfy({ $0.text != nil }) else {
      return refuse(highlights, "expected a list of texts, found \(highlights.value.shape)")
    }
    for text in items.compactMap({ $0.text?.decodedText }) where !text.isEmpty {
      append(text, to: prose, by: "\n\n", from: highlights)
    }
  }

  /// Splits `Python, C++ (since 2010), SQL` at the commas outside brackets.
  private mutating func readKeywords(from name: String) {
    guard let member = object.take(name), checkPresence(of: member),
      let text = text(of: member)
    else { return }
    set("keywords", .list(text.itemsBetweenCommas.map { .scalar($0) }), from: member)
  }
}

extension String {
  /// The parts between commas outside brackets.
  var itemsBetweenCommas: [String] {
    var items: [String] = [""]
    var depth = 0
    for character in self {
      switch character {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth = max(0, depth - 1)
      default: break
      }
      if character == ",", depth == 0 {
        items.append("")
      } else {
        items[items.count - 1].append(character)
      }
    }
    return items.map(\.trimmed).filter { !$0.isEmpty }
  }
}
