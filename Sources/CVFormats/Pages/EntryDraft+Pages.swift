internal import CVModel
internal import Text
internal import YAML

/// Reads the front matter of pages.
extension EntryDraft {
  mutating func readPage(body: String) {
    // The display settings of a page are not about the work.
    object.ignoreBookkeeping(of: .pages)
    let citation = object.take("citation")
    readTitle()
    readAuthors()
    readPageDate()
    switch kind.name {
    case "publications": readPublicationPage(citation)
    case "presentations": readTalkPage(citation)
    case "teaching": readTeachingPage(citation)
    default:
      if let citation { keep(citation) }
      read("url", from: "external_link", "url_project", "link")
      read("repository", from: "url_code", "github", "repository")
    }
    readWords(body)
    readTags()
    readLinks()
  }

  private mutating func readTitle() {
    guard let title = object.take("title", "name") else { return }
    if kind.name == "teaching" {
      set("course", to: title)
    } else {
      set(kind.field(named: "title") == nil ? "name" : "title", to: title)
    }
    if let subtitle = object.take("subtitle"), !subtitle.value.isEmpty,
      let text = subtitle.value.text?.decodedText, let field = kind.nameFields.first,
      let present = self[field]?.text
    {
      overwrite(field, .scalar("\(present): \(text)"))
    }
  }

  private mutating func readAuthors() {
    guard let field = kind.peopleField,
      let authors = object.take("authors", "author", "presenters", "speakers")
    else { return }
    set(field, to: authors)
  }

  private mutating func readPageDate() {
    guard let member = object.take("date", "publishDate", "issued", "year") else { return }
    _ = takeRepeatedDate(member)
    guard checkPresence(of: member) else { return }
    if kind.dateField != nil {
      setDate(kind.dateField ?? "date", to: member)
    } else if kind.hasPeriod {
      setDate("end", to: member)
    } else {
      keep(member)
    }
    if let end = object.take("date_end", "end_date"), !end.value.isEmpty {
      if kind.hasPeriod { setDate("end", to: end) } else { keep(end) }
    }
  }

  /// Drops the publication day of the page if it is the work's own date.
  private mutating func takeRepeatedDate(_ member: Pair) -> Bool {
    guard let published = object.take("publishDate") else { return false }
    if published.value.text?.prefix(10) == member.value.text?.prefix(10) { return true }
    keep(published)
    return false
  }

  // MARK: Kinds

  private mutating func readPublicationPage(_ citation: Pair?) {
    readTypes()
    read("venue", from: "publication", "venue", "journal", "container-title", "publication_short")
    if let short = object.take("publication_short") { keep(short) }
    for (field, name) in [
      ("volume", "volume"), ("issue", "issue"), ("pages", "pages"), ("publisher", "publisher"),
      ("doi", "doi"), ("arxiv", "arxiv"), ("isbn", "isbn"), ("issn", "issn"), ("pmid", "pmid"),
      ("language", "language"), ("status", "status"), ("awards", "awards"),
    ] {
      read(field, from: name)
    }
    readHugoIdentifiers()
    if let citation { readCitation(citation) }
    read("url", from: "paperurl", "url_pdf", "external_link", "url")
    read("repository", from: "url_code", "url_source", "code", "github")
  }

  /// HugoBlox numbers its types of publications; newer pages use the types of CSL.
  private mutating func readTypes() {
    guard let member = object.take("publication_types", "publication_type", "category") else {
      return
    }
    let words = member.value.listItems.compactMap { $0.text?.decodedText }
    guard let word = words.first else { return keep(member) }
    let old = [
      "0": "other", "1": "conference", "2": "journal", "3": "preprint", "4": "report",
      "5": "book", "6": "chapter", "7": "thesis", "8": "patent", "conferences": "conference",
      "manuscripts": "journal", "books": "book",
    ]
    guard let type = old[word.lowercased()] ?? CSLTypes.type(of: word, genre: "") else {
      return refuse(member, "unknown type \(quoted(word))", rule: "choice")
    }
    set("type", .scalar(type), from: member)
    keep(member)
  }

  /// `hugoblox: {ids: {doi: …}}`.
  private mutating func readHugoIdentifiers() {
    guard let member = object.take("hugoblox"), !member.value.isEmpty else { return }
    var inner = SourceObject(member.value)
    if let ids = inner.take("ids") {
      var rest = SourceObject(ids.value)
      for name in ["doi", "arxiv", "pmid", "isbn"] {
        if let pair = rest.take([name]) { set(name, to: pair) }
      }
      if !rest.members.isEmpty {
        inner.putBack(
          Pair(
            key: ids.key, keySpan: ids.keySpan,
            value: Node(.mapping(rest.members), at: ids.value.span)))
      }
    }
    keep(
      Pair(
        key: member.key, keySpan: member.keySpan,
        value: Node(.mapping(inner.members), at: member.value.span)))
  }

  /// Reads Quarto's `citation`: an object with CSL fields, or a text with the whole citation.
  private mutating func readCitation(_ member: Pair) {
    guard case .mapping = member.value.content else { return keep(member) }
    var inner = SourceObject(member.value)
    if let type = inner.take("type"), let word = type.value.text?.decodedText {
      if let ours = CSLTypes.type(of: word, genre: "") {
        set("type", .scalar(ours), from: type)
        keep(Pair(key: "entrytype", keySpan: type.keySpan, value: type.value))
      } else {
        inner.putBack(type)
      }
    }
    for (field, names) in [
      ("venue", ["container-title", "event-title", "event"]), ("volume", ["volume"]),
      ("issue", ["issue"]), ("pages", ["page"]), ("publisher", ["publisher"]),
      ("series", ["collection-title"]), ("edition", ["edition"]), ("doi", ["doi", "DOI"]),
      ("isbn", ["isbn", "ISBN"]), ("issn", ["issn", "ISSN"]), ("url", ["url", "URL"]),
    ] {
      guard self[field] == nil, let pair = inner.take(names) else { continue }
      set(field, to: pair)
    }
    if let issued = inner.take("issued") {
      if self["date"] == nil, issued.value.text != nil {
        setDate("date", to: issued)
      } else {
        inner.putBack(issued)
      }
    }
    keep(
      Pair(
        key: member.key, keySpan: member.keySpan,
        value: Node(.mapping(inner.members), at: member.value.span)))
  }

  private mutating func readTalkPage(_ citation: Pair?) {
    if let citation { keep(citation) }
    if let event = object.take("event", "venue"), checkPresence(of: event) {
      set("event", text(of: event).map { .list([.scalar($0)]) }, from: event)
    }
    if let type = object.take("type"), let word = type.value.text?.decodedText {
      let choice = kind.field(named: "type")?.type
      let folded = word.lowercased().split(separator: " ").first.map(String.init) ?? ""
      if choice?.meaning(of: .scalar(folded)) != nil {
        set("type", .scalar(folded), from: type)
        if folded != word { keep(type) }
      } else {
        keep(type)
      }
    }
    read("url", from: "event_url", "url", "talkurl", "link")
    read("location", from: "location")
  }

  private mutating func readTeachingPage(_ citation: Pair?) {
    if let citation { keep(citation) }
    read("institution", from: "venue", "institution")
    read("level", from: "type", "level")
    read("location", from: "location")
  }

  // MARK: Words

  /// Reads the abstract, the summary and the text of the page, each into the kind's field for it.
  private mutating func readWords(_ body: String) {
    let prose = ["abstract", "summary", "note"].first { kind.field(named: $0) != nil } ?? "note"
    for name in ["abstract", "summary", "excerpt", "description"] {
      guard let member = object.take([name]), !member.value.isEmpty else { continue }
      if self[prose] == nil { set(prose, to: member) } else { keep(member) }
    }
    guard !body.isEmpty else { return }
    let text = Plain.scalar(body)
    if self[prose] == nil { imply(prose, text) } else { imply("x-body", text) }
  }

  private mutating func readTags() {
    for name in ["tags", "keywords", "categories"] {
      guard let member = object.take([name]), !member.value.isEmpty else { continue }
      if self["tags"] == nil { set("tags", to: member) } else { keep(member) }
    }
  }

  /// `url_slides: …` and `links: [{name: …, url: …}]`.
  private mutating func readLinks() {
    for member in object.members where member.key.hasPrefix("url_") && !member.value.isEmpty {
      guard let pair = object.take([member.key]) else { continue }
      if let url = pair.value.text.flatMap(Self.url) {
        add(url, to: "links", as: String(pair.key.dropFirst(4)).capitalizedFirst, from: pair)
      } else {
        keep(pair)
      }
    }
    guard let member = object.take("links"), !member.value.isEmpty else { return }
    var rest: [Node] = []
    for item in member.value.listItems {
      guard let url = item["url"]?.text.flatMap(Self.url) else {
        rest.append(item)
        continue
      }
      let label = item["name"]?.text ?? item["type"]?.text?.capitalizedFirst ?? url
      add(url, to: "links", as: label.decodedText, from: member)
      keepRest(of: item, but: item["name"] == nil ? ["type", "url"] : ["name", "url"], &rest)
    }
    keep(rest, of: member)
  }

  // MARK: cite.bib

  /// Fills in missing fields from the entry of `cite.bib` beside the page.
  ///
  /// `2024-01-01` on a page is a placeholder if the citation has only the year.
  mutating func fill(from bibliography: FormatFile) {
    let reading = SourceFormat.bibtex.read([bibliography])
    guard let citation = reading.entries.first else { return }
    for (name, value) in citation.entry.fields {
      if name == "date", let mine = self["date"]?.text, let year = value.text,
        mine == "\(year)-01-01"
      {
        overwrite("date", value)
      } else if name == "type", self["type"] == "other" || self["type"] == nil {
        overwrite("type", value)
      } else {
        imply(name, value)
      }
    }
    if statusOrigin == nil { statusOrigin = citation.statusOrigin }
  }
}
