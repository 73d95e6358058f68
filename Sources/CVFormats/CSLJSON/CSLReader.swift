internal import CVModel
internal import Text
internal import YAML

/// Reads CSL-JSON: a list of items, or one item.
///
/// Source: https://github.com/citation-style-language/schema
enum CSLReader {
  static func read(
    _ files: [FormatFile], reusing cache: inout ObjectCache
  ) -> SourceReading {
    let file = files.first ?? FormatFile(path: "", bytes: [])
    let document = JSONDocument(reading: file.bytes, path: file.path, knowing: cache)
    guard let root = document.root else {
      return .unreadable(.cslJSON, document.findings, path: file.path)
    }
    var builder = ReadingBuilder(.cslJSON, file, document)
    guard let kind = Schema.builtIn["publications"] else { return builder.finished() }
    let (section, items) = root["items"].map { ("items", $0.listItems) } ?? ("", root.listItems)
    var firstLines: [String: Int] = [:]
    for item in items {
      guard case .mapping = item.content else {
        builder.report("expected an item, found \(item.shape)", at: item.span, severity: .error)
        continue
      }
      let draft = builder.add(item, of: section, as: kind, usesSourceKey: true, by: read)
      guard let id = draft.sourceKey else { continue }
      if let line = firstLines[id] {
        builder.report(
          "duplicate id \(quoted(id)), first given in line \(line)", rule: "duplicate-key",
          at: draft.locations.first { $0.field == "key" }?.value ?? draft.span, severity: .error)
      } else {
        firstLines[id] = draft.span.start.line
      }
    }
    builder.keepObjects(of: document, in: &cache)
    return builder.finished()
  }

  private static func read(_ draft: inout EntryDraft) {
    if let id = draft.object.take("id"), !id.value.isEmpty {
      // A number is a valid ID.
      draft.sourceKey = id.value.text
      if let text = id.value.text {
        draft.set("key", .scalar(text), from: id)
      } else {
        draft.refuse(id, "expected a text, found \(id.value.shape)")
      }
    }
    draft.object.know(CSLTypes.variables)
    draft.readCSLType()
    draft.read("title", from: "title")
    draft.readCSLVenue()
    draft.read("series", from: "collection-title")
    draft.read("publisher", from: "publisher")
    for (field, name) in [
      ("volume", "volume"), ("issue", "issue"), ("pages", "page"), ("edition", "edition"),
    ] {
      draft.readNumber(field, from: name)
    }
    draft.read("language", from: "language")
    draft.readCSLNames("authors", from: "author")
    draft.readCSLNames("editors", from: "editor")
    draft.readCSLDate("date", from: "issued")
    for name in ["accessed", "submitted", "event-date", "original-date", "available-date"] {
      draft.keepCSLDate(name)
    }
    draft.readCSLStatus()
    draft.read("doi", from: "DOI")
    draft.readFirstIdentifier("isbn", .isbn, from: "ISBN")
    draft.readFirstIdentifier("issn", .issn, from: "ISSN")
    draft.read("pmid", from: "PMID")
    draft.read("url", from: "URL")
    draft.read("abstract", from: "abstract")
    draft.read("note", from: "note")
    draft.readKeywords()
    draft.readArXiv()
    draft.implyPublicationType()
  }
}

extension EntryDraft {
  /// Reads the type with ``CSLTypes``. Keeps the source's word if it cannot be restored from our
  /// type.
  fileprivate mutating func readCSLType() {
    guard let member = object.take("type"), checkPresence(of: member),
      let word = text(of: member)
    else { return }
    let genre = object["genre"]?.text ?? ""
    guard let type = CSLTypes.type(of: word, genre: genre) else {
      report(
        "unknown type \(quoted(word))",
        hint: suggestion(for: word, among: CSLTypes.all.map(\.csl)).map {
          "did you mean \(quoted($0))?"
        }, rule: "choice", at: member.value)
      set("type", "other", from: member)
      keep(Pair(key: "entrytype", keySpan: member.keySpan, value: member.value))
      return
    }
    set("type", .scalar(type), from: member)
    if CSLTypes.word(for: type) != word {
      keep(Pair(key: "entrytype", keySpan: member.keySpan, value: member.value))
    }
    if type == "thesis" { read("degree", from: "genre") }
  }

  /// Reads the container, or the event if there is no container.
  fileprivate mutating func readCSLVenue() {
    read("venue", from: "container-title")
    if self["venue"] == nil { read("venue", from: "event-title", "event") }
    if self["type"]?.text == "thesis", self["venue"] == nil {
      read("venue", from: "publisher")
    }
  }

  /// Reads a text that may be a number in CSL.
  fileprivate mutating func readNumber(_ field: String, from name: String) {
    guard let member = object.take(name), checkPresence(of: member) else { return }
    if case .scalar(let text, _) = member.value.content {
      set(field, .scalar(text.decodedText), from: member)
    } else {
      set(field, to: member)
    }
  }

  fileprivate mutating func readCSLNames(_ field: String, from name: String) {
    guard let member = object.take(name), checkPresence(of: member) else { return }
    if case .mapping = member.value.content {
      report("expected a list of names, found an object", at: member.value)
    }
    setPeople(field, to: member)
  }

  // MARK: Dates

  fileprivate mutating func readCSLDate(_ field: String, from name: String) {
    guard let member = object.take(name), checkPresence(of: member) else { return }
    guard let date = CSLDate(member.value) else {
      return refuse(member, "\(quoted(name)) is not a date", rule: "date")
    }
    guard let start = date.value.start ?? date.value.end, start != DateWords.present else {
      return refuse(member, "\(quoted(name)) is not a date", rule: "date")
    }
    set(field, .scalar(start), from: member)
    if date.isLossy || !date.value.isSingle {
      refuse(
        member,
        date.value.isSingle ? "the date is approximate" : "expected one date, found a range",
        rule: "date")
    } else {
      keepDateRest(member)
    }
  }

  /// Keeps a date that has no field of ours, in our own form if possible.
  fileprivate mutating func keepCSLDate(_ name: String) {
    guard let member = object.take(name), !member.value.isEmpty else { return }
    guard let date = CSLDate(member.value), !date.isLossy, date.value.isSingle,
      let start = date.value.start, !hasDateRest(member)
    else { return keep(member) }
    set("x-" + name, .scalar(start), from: member)
  }

  private func hasDateRest(_ member: Pair) -> Bool {
    guard case .mapping(let pairs) = member.value.content else { return false }
    return pairs.contains { !CSLDate.names.contains($0.key) && !$0.value.isEmpty }
  }

  private mutating func keepDateRest(_ member: Pair) {
    guard case .mapping(let pairs) = member.value.content else { return }
    let rest = pairs.filter { !CSLDate.names.contains($0.key) }
    keep(
      Pair(
        key: member.key, keySpan: member.keySpan,
        value: Node(.mapping(rest), at: member.value.span)))
  }

  // MARK: Words

  /// Reads `status`, if it is a step of a publication.
  fileprivate mutating func readCSLStatus() {
    guard let member = object.take("status"), checkPresence(of: member),
      let words = text(of: member)
    else { return }
    guard Lifecycle.publication.step(named: words) != nil else {
      return refuse(member, "unknown status \(quoted(words))", rule: "status")
    }
    set("status", .scalar(words), from: member)
    statusOrigin = StatusOrigin(field: "status", words: words)
  }

  /// Reads the first of several identifiers in one text, and keeps the others.
  fileprivate mutating func readFirstIdentifier(
    _ field: String, _ scheme: IdentifierScheme, from name: String
  ) {
    guard let member = object.take(name), checkPresence(of: member),
      let text = text(of: member)
    else { return }
    let parts = text.split { " ,;".contains($0) }.map(String.init)
    let type = FieldType.identifier(scheme)
    guard let first = parts.first(where: { type.meaning(of: .scalar($0)) != nil }) else {
      return refuse(member, "\(quoted(text)) is not \(type.phrase)", rule: type.name)
    }
    set(field, .scalar(scheme.bare(first)), from: member)
    if parts.count > 1 { keep(member) }
  }

  /// Reads keywords, which are one text in CSL, but a list in some programs.
  fileprivate mutating func readKeywords() {
    guard let member = object.take("keyword", "keywords"), checkPresence(of: member) else { return }
    guard let text = member.value.text else { return setTexts("tags", .tags, to: member) }
    let separator: Character = text.contains(";") ? ";" : ","
    let tags = text.split(separator: separator).map { String($0).asTag }.filter { !$0.isEmpty }
    set("tags", .list(tags.map { .scalar($0) }), from: member)
  }

  /// Reads an arXiv ID from the number or the URL of a preprint.
  fileprivate mutating func readArXiv() {
    let type = FieldType.identifier(.arxiv)
    for name in ["arxiv", "arXiv", "number"] {
      guard let node = object[name], let text = node.text?.decodedText,
        name != "number" || text.lowercased().hasPrefix("arxiv:"),
        type.meaning(of: .scalar(text)) != nil, let member = object.take(name)
      else { continue }
      set("arxiv", .scalar(IdentifierScheme.arxiv.bare(text)), from: member)
      return
    }
  }
}
