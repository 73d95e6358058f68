internal import CVModel
internal import Text
internal import YAML

/// Reads a record of ORCID's API, version 3.0.
///
/// Source: https://info.orcid.org/documentation/integration-guide/orcid-record/
enum ORCIDReader {
  static func read(_ files: [FormatFile]) -> SourceReading {
    let file = files.first ?? FormatFile(path: "", bytes: [])
    let document = JSONDocument(reading: file.bytes, path: file.path)
    guard let root = document.root, case .mapping = root.content else {
      return .unreadable(.orcid, document.findings, path: file.path)
    }
    var builder = ReadingBuilder(.orcid, file, isJSON: true)
    builder.report(document.findings)
    var top = SourceObject(root)
    top.ignoreBookkeeping(of: .orcid)
    let activities = top.take("activities-summary", "activities")
    addProfile(&top, root, to: &builder)
    if let activities { add(activities.value, to: &builder) }
    return builder.finished()
  }

  // MARK: Person

  private static func addProfile(
    _ top: inout SourceObject, _ root: Node, to builder: inout ReadingBuilder
  ) {
    guard let kind = Schema.builtIn[EntryKey.profile.kind] else { return }
    let person = top.take("person")
    let node = person?.value ?? Node(.mapping([]), at: Span(at: root.span.start))
    var draft = builder.draft(node, as: kind)
    draft.object.ignoreBookkeeping(of: .orcid)
    if let identifier = top.take("orcid-identifier") {
      let iD = identifier.value.text(at: "path") ?? identifier.value.text(at: "uri")
      draft.sourceKey = iD
      draft.set("orcid", iD.map { .scalar($0) }, from: identifier)
    }
    draft.readORCIDName()
    draft.readORCIDList("aliases", from: "other-names", "other-name") { $0.text(at: "content") }
    if let biography = draft.object.take("biography") {
      draft.set(
        "summary",
        biography.value["content"]?.text.map { .scalar($0.decodedParagraphs) }, from: biography)
      draft.hide("summary", if: biography.value)
    }
    draft.readORCIDEmails()
    draft.readORCIDList("tags", from: "keywords", "keyword") { $0.text(at: "content")?.asTag }
    draft.readORCIDList("location", from: "addresses", "address") {
      $0.text(at: "country", "value")
    }
    draft.readORCIDLinks(
      from: "researcher-urls", "researcher-url", label: ["url-name"], url: ["url", "value"])
    draft.readORCIDLinks(
      from: "external-identifiers", "external-identifier", label: ["external-id-type"],
      url: ["external-id-url", "value"], name: ["external-id-value"])
    for member in top.members { draft.keep(member) }
    builder.add(draft)
  }

  // MARK: Activities

  private static let affiliations: [(section: String, summary: String, kind: String)] = [
    ("employments", "employment-summary", "experience"),
    ("invited-positions", "invited-position-summary", "experience"),
    ("educations", "education-summary", "education"),
    ("qualifications", "qualification-summary", "education"),
    ("distinctions", "distinction-summary", "awards"),
    ("memberships", "membership-summary", "memberships"),
    ("services", "service-summary", "service"),
  ]

  private static func add(_ activities: Node, to builder: inout ReadingBuilder) {
    var object = SourceObject(activities)
    object.ignoreBookkeeping(of: .orcid)
    for (section, summary, kindName) in affiliations {
      guard let member = object.take([section]), let kind = Schema.builtIn[kindName] else {
        continue
      }
      var read: [Node] = []
      for group in groups(member.value, "affiliation-group") {
        for item in group["summaries"]?.listItems ?? [] {
          guard let node = item[summary], case .mapping = node.content else { continue }
          var draft = builder.draft(node, as: kind)
          draft.readAffiliation(section)
          builder.add(draft)
          read.append(node)
        }
      }
      keepRest(of: member, without: read, to: &builder)
    }
    addGroups(object.take("fundings"), "funding-summary", as: "grants", to: &builder) {
      $0.readFunding(others: $1)
    }
    addGroups(object.take("works"), "work-summary", as: "publications", to: &builder) {
      $0.readWork(others: $1)
    }
    addGroups(
      object.take("research-resources"), "research-resource-summary", as: "grants", to: &builder
    ) {
      $0.readResource(others: $1)
    }
    if let member = object.take("peer-reviews") {
      let read = ORCIDReviews.add(groups(member.value, "group"), to: &builder)
      keepRest(of: member, without: read, to: &builder)
    }
    for member in object.members where !member.value.isEmpty {
      builder.report(
        "unknown section \(quoted(member.key))", rule: "unknown-key", at: member.keySpan)
      keepRest(of: member, without: [], to: &builder)
    }
  }

  /// Adds one entry for each group of versions of one activity.
  private static func addGroups(
    _ member: Pair?, _ summary: String, as kindName: String, to builder: inout ReadingBuilder,
    read: (inout EntryDraft, [Node]) -> Void
  ) {
    guard let member, let kind = Schema.builtIn[kindName] else { return }
    var all: [Node] = []
    for group in groups(member.value, "group") {
      let summaries = preferred(
        (group[summary]?.listItems ?? []).filter {
          if case .mapping = $0.content { true } else { false }
        })
      guard let first = summaries.first else { continue }
      var draft = builder.draft(first, as: kind)
      read(&draft, Array(summaries.dropFirst()))
      builder.add(draft)
      all += summaries
    }
    keepRest(of: member, without: all, to: &builder)
  }

  private static func groups(_ section: Node, _ name: String) -> [Node] {
    section[name]?.listItems ?? []
  }

  /// The versions of one activity, highest display index first: its owner prefers that one.
  private static func preferred(_ summaries: [Node]) -> [Node] {
    summaries.enumerated().sorted { left, right in
      let (mine, theirs) = (left.element.displayIndex, right.element.displayIndex)
      return mine == theirs ? left.offset < right.offset : mine > theirs
    }.map(\.element)
  }

  /// Keeps the rest of a section, besides the activities that were read, in the profile.
  private static func keepRest(
    of member: Pair, without read: [Node], to builder: inout ReadingBuilder
  ) {
    guard let kind = Schema.builtIn[EntryKey.profile.kind],
      let rest = ORCIDRest(read).pruned(member.value)
    else { return }
    var draft = builder.draft(Node(.mapping([]), at: member.value.span), as: kind)
    draft.keep(Pair(key: member.key, keySpan: member.keySpan, value: rest))
    builder.merge(draft, into: .profile)
  }
}

/// Collects the parts of a section outside some of its nodes.
///
/// A group repeats the identifiers of its versions, so those that a version has are left out.
private struct ORCIDRest {
  private let spans: Set<Span>
  private var texts: Set<String> = []

  init(_ read: [Node]) {
    spans = Set(read.map(\.span))
    for node in read { collect(node) }
  }

  private mutating func collect(_ node: Node) {
    switch node.content {
    case .scalar(let text, _): texts.insert(text)
    case .sequence(let items): for item in items { collect(item) }
    case .mapping(let pairs): for pair in pairs { collect(pair.value) }
    }
  }

  func pruned(_ node: Node) -> Node? {
    if node.isEmpty || spans.contains(node.span) { return nil }
    var result = node
    switch node.content {
    case .scalar: return node
    case .sequence(let items):
      let items = items.compactMap { pruned($0) }
      if items.isEmpty { return nil }
      result.content = .sequence(items)
    case .mapping(let pairs):
      if let value = node["external-id-value"]?.text, texts.contains(value) { return nil }
      let bookkeeping = SourceFormat.orcid.bookkeeping.filter { $0 != "external-id-type" }
      let pairs = pairs.compactMap { pair -> Pair? in
        guard !bookkeeping.contains(pair.key), let value = pruned(pair.value) else { return nil }
        return Pair(key: pair.key, keySpan: pair.keySpan, value: value)
      }
      if pairs.isEmpty { return nil }
      result.content = .mapping(pairs)
    }
    return result
  }
}

extension Node {
  fileprivate var displayIndex: Int { self["display-index"]?.text.flatMap { Int($0) } ?? 0 }

  /// An ORCID date: objects with the values of a year, a month and a day.
  var orcidDate: String? {
    guard let year = text(at: "year", "value").flatMap({ Int($0) }) else { return nil }
    return DateParts(
      year: year, month: text(at: "month", "value").flatMap { Int($0) },
      day: text(at: "day", "value").flatMap { Int($0) }
    ).written
  }
}
