internal import CVModel
internal import Text
internal import YAML

/// Reads the activities of an ORCID record.
extension EntryDraft {
  mutating func readAffiliation(_ section: String) {
    readORCIDElement()
    let isEducation = kind.name == "education"
    if isEducation {
      if let role = object.take("role-title"), let text = role.value.text?.decodedText {
        set("degrees", .list([.scalar(text)]), from: role)
      }
      readOrganization(as: "institution")
      read("unit", from: "department-name")
    } else if kind.name == "awards" {
      read("title", from: "role-title")
      readOrganization(as: "issuer")
    } else {
      read(kind.name == "experience" ? "position" : "role", from: "role-title")
      readOrganization(as: "organization")
      if kind.name == "experience" { read("unit", from: "department-name") }
    }
    if kind.name == "awards", object["end-date"]?.isEmpty ?? true,
      let member = object.take("start-date"), let date = member.value.orcidDate
    {
      set("date", .scalar(date), from: member)
    }
    readORCIDPeriod()
    readORCIDURL()
    readExternalIDs([:])
    if section == "invited-positions" || section == "qualifications" {
      keepWord(section, as: "x-section")
    }
  }

  mutating func readFunding(others: [Node]) {
    readORCIDElement()
    readORCIDTitle("title", from: "title")
    readOrganization(as: "funder")
    readORCIDPeriod()
    readExternalIDs(["grant_number": "number"])
    readORCIDURL()
    if let amount = object.take("amount"), !amount.value.isEmpty {
      let code = amount.value.text(at: "currency-code") ?? ""
      let value = amount.value.text(at: "value") ?? ""
      if Money("\(value) \(code)") != nil {
        set("amount", .scalar("\(value) \(code)"), from: amount)
      } else {
        refuse(
          amount, "\(quoted("\(value) \(code)")) is not \(FieldType.money.phrase)", rule: "money")
      }
    }
    keepVersions(others)
  }

  mutating func readResource(others: [Node]) {
    readORCIDElement()
    keepVersions(others)
    if let proposal = object.take("proposal"), !proposal.value.isEmpty {
      var inner = SourceObject(proposal.value)
      if let title = inner.take("title"), let text = title.value.text(at: "title", "value") {
        set("title", .scalar(text), from: title)
      }
      if let hosts = inner.take("hosts"),
        let name = hosts.value["organization"]?.listItems.first?.text(at: "name")
      {
        set("funder", .scalar(name), from: hosts)
        inner.putBack(hosts)
      }
      for (field, name) in [("start", "start-date"), ("end", "end-date")] {
        if let member = inner.take([name]), let date = member.value.orcidDate {
          set(field, .scalar(date), from: member)
        }
      }
      keep(
        Pair(
          key: proposal.key, keySpan: proposal.keySpan,
          value: Node(.mapping(inner.members), at: proposal.value.span)))
    }
    keepWord("research-resources", as: "x-section")
  }

  mutating func readWork(others: [Node]) {
    readORCIDElement()
    readORCIDTitle("title", from: "title")
    if let member = object.take("journal-title"), let text = member.value.text(at: "value") {
      set("venue", .scalar(text), from: member)
    }
    if let member = object.take("type"), let word = member.value.text?.decodedText {
      let type = Self.workTypes[word.lowercased().replacing("_", with: "-")] ?? "other"
      set("type", .scalar(type), from: member)
      keep(Pair(key: "entrytype", keySpan: member.keySpan, value: member.value))
    }
    if let member = object.take("publication-date"), !member.value.isEmpty {
      if let date = member.value.orcidDate {
        set("date", .scalar(date), from: member)
      } else {
        refuse(member, "\"publication-date\" is not a date", rule: "date")
      }
    }
    readExternalIDs([
      "doi": "doi", "arxiv": "arxiv", "isbn": "isbn", "issn": "issn", "pmid": "pmid",
    ])
    readORCIDURL()
    if let member = object.take("contributors"), !member.value.isEmpty {
      let names = (member.value["contributor"]?.listItems ?? [])
        .compactMap { $0.text(at: "credit-name", "value") }
      if !names.isEmpty { set("authors", .list(names.map { .scalar($0) }), from: member) }
      keep(member)
    }
    read("abstract", from: "short-description")
    keepVersions(others)
  }

  /// `{"title": {"value": …}, "subtitle": {"value": …}, "translated-title": …}`.
  private mutating func readORCIDTitle(_ field: String, from name: String) {
    guard let member = object.take([name]), !member.value.isEmpty else { return }
    let title = member.value.text(at: "title", "value") ?? member.value.text(at: "value")
    let subtitle = member.value.text(at: "subtitle", "value")
    let whole = [title, subtitle].compactMap(\.self).joined(separator: ": ")
    if !whole.isEmpty { set(field, .scalar(whole), from: member) }
    if let translated = member.value["translated-title"]?.kept {
      imply("x-translated-title", translated)
    }
  }

  /// Keeps the parts of an activity's other versions that the preferred one lacks.
  private mutating func keepVersions(_ others: [Node]) {
    let bookkeeping = SourceFormat.orcid.bookkeeping
    let versions = others.compactMap { node -> Plain? in
      guard case .mapping(let pairs) = node.content else { return nil }
      return Node(.mapping(pairs.filter { !bookkeeping.contains($0.key) }), at: node.span).kept
    }
    guard !versions.isEmpty else { return }
    imply("x-versions", .list(versions))
    let isHidden = others.contains { node in
      node["visibility"]?.text.map { $0.lowercased() != "public" } ?? false
    }
    if isHidden {
      overwrite("private", .list((self["private"]?.items ?? []) + ["x-versions"]))
    }
  }

  /// ORCID's types of works, with ours.
  private static let workTypes: [String: String] = [
    "journal-article": "journal", "conference-paper": "conference",
    "conference-abstract": "conference", "conference-poster": "poster",
    "conference-proceedings": "conference", "conference-output": "conference",
    "conference-presentation": "other", "preprint": "preprint", "working-paper": "preprint",
    "book": "book", "edited-book": "book", "book-chapter": "chapter", "dictionary-entry": "chapter",
    "encyclopedia-entry": "chapter", "dissertation": "thesis", "dissertation-thesis": "thesis",
    "supervised-student-publication": "other", "report": "report", "technical-report": "report",
    "research-tool": "software", "software": "software", "data-set": "dataset",
    "patent": "patent", "editorial": "editorial", "annotation": "other", "book-review": "other",
    "journal-issue": "other", "magazine-article": "other", "manual": "report",
    "newsletter-article": "other", "newspaper-article": "other", "online-resource": "other",
    "review": "journal", "research-technique": "other", "standards-and-policy": "other",
    "test": "other", "translation": "other", "trademark": "other", "website": "other",
    "lecture-speech": "other", "invention": "patent", "license": "other",
    "registered-copyright": "other", "spin-off-company": "other", "disclosure": "other",
    "artistic-performance": "other", "data-management-plan": "other", "physical-object": "other",
    "other": "other",
  ]
}

/// Peer reviews: one service role for each group, with the number of reviews by year.
enum ORCIDReviews {
  /// Adds the entries, and returns the reviews that were read.
  static func add(_ groups: [Node], to builder: inout ReadingBuilder) -> [Node] {
    guard let kind = Schema.builtIn["service"] else { return [] }
    var read: [Node] = []
    for group in groups {
      let reviews = (group["peer-review-group"]?.listItems ?? [])
        .flatMap { $0["peer-review-summary"]?.listItems ?? [] }
        .filter { if case .mapping = $0.content { true } else { false } }
      guard let first = reviews.first else { continue }
      var draft = builder.draft(group, as: kind)
      draft.readReviews(reviews, first)
      builder.add(draft)
      read += reviews
    }
    return read
  }
}

extension EntryDraft {
  /// Reads reviews for one journal or publisher. Their dates become counts; everything else is
  /// kept.
  fileprivate mutating func readReviews(_ reviews: [Node], _ first: Node) {
    object = SourceObject([])
    let whole = Pair(
      key: "peer-review-group", keySpan: Span(at: span.start),
      value: Node(.sequence(reviews), at: span))
    let organization = first.text(at: "convening-organization", "name")
    set("organization", .scalar(organization ?? "Peer review"), from: whole)
    set(
      "role",
      .scalar((first.text(at: "reviewer-role") ?? "reviewer").lowercased().capitalizedFirst),
      from: whole)
    var counts: [String: Int] = [:]
    for review in reviews {
      if let year = review.text(at: "completion-date", "year", "value") {
        counts[year, default: 0] += 1
      } else {
        report("a review without a completion date", rule: "date", at: review)
      }
    }
    if !counts.isEmpty {
      set("counts", .map(counts.mapValues { .scalar(String($0)) }), from: whole)
    }
    imply("unit", "reviews")
    sourceKey = first.text(at: "review-group-id")
    let bookkeeping = SourceFormat.orcid.bookkeeping
    let kept = reviews.compactMap { node -> Plain? in
      guard case .mapping(let pairs) = node.content else { return nil }
      return Node(.mapping(pairs.filter { !bookkeeping.contains($0.key) }), at: node.span).kept
    }
    imply("x-reviews", .list(kept))
    let isHidden = reviews.contains { !$0.isPublic }
    if isHidden { imply("visibility", "private") }
  }
}
