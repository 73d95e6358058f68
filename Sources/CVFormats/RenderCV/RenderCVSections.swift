internal import CVModel
internal import Text
internal import YAML

/// Adds the entries of RenderCV's sections, and a document with their order and headings.
enum RenderCVSections {
  static func add(
    _ sections: [Pair], settings: SourceObject, root: Node, to builder: inout ReadingBuilder
  ) {
    var listed: [(kind: String, heading: String, keys: [EntryKey])] = []
    var ownKinds: [String: OwnKind] = [:]
    for section in sections {
      let heading = heading(of: section.key)
      let items: [Node]
      switch section.value.content {
      case .sequence(let list): items = list
      case .mapping where RenderCVEntry(section.value) != nil:
        builder.report("expected a list of entries, found an object", at: section.value.span)
        items = [section.value]
      default:
        if !section.value.isEmpty {
          builder.report(
            "expected a list of entries, found \(section.value.shape)", at: section.value.span)
          let own = OwnKind(heading: heading, span: section.keySpan)
          let shape = section.value.text == nil ? nil : RenderCVEntry.text
          if let shape, let key = add(section.value, shape, to: own, &ownKinds, &builder) {
            listed.append((key.kind, heading, [key]))
          } else {
            keepWhole(section, to: &builder)
          }
        }
        continue
      }
      reportMixture(items, &builder)
      for item in items {
        guard let key = add(item, heading, section, &ownKinds, &builder) else { continue }
        if let last = listed.last, last.kind == key.kind, last.heading == heading {
          listed[listed.count - 1].keys.append(key)
        } else if let index = listed.firstIndex(where: {
          $0.kind == key.kind && $0.heading == heading
        }) {
          listed[index].keys.append(key)
        } else {
          listed.append((key.kind, heading, [key]))
        }
      }
    }
    for own in ownKinds.values.sorted(by: { $0.span.start < $1.span.start }) {
      builder.add(own.entry, at: own.span)
    }
    addDocument(listed, sections, settings, root, to: &builder)
  }

  /// The heading that RenderCV prints for a key: `Work Experience` for `work_experience`.
  static func heading(of key: String) -> String {
    guard key.contains("_") || !key.contains(where: \.isUppercase), !key.contains(" ") else {
      return key.decodedText
    }
    let small: Set<Substring> = [
      "a", "and", "as", "at", "for", "in", "of", "on", "or", "the", "to", "with",
    ]
    let words = key.split(separator: "_").enumerated().map { index, word in
      index > 0 && small.contains(word) ? String(word) : String(word).capitalizedFirst
    }
    return words.joined(separator: " ")
  }

  // MARK: Entries

  private static func add(
    _ item: Node, _ heading: String, _ section: Pair, _ ownKinds: inout [String: OwnKind],
    _ builder: inout ReadingBuilder
  ) -> EntryKey? {
    if item.isEmpty { return nil }
    guard let entry = RenderCVEntry(item) else {
      let others = section.value.listItems.lazy.compactMap { RenderCVEntry($0) }.first
      if let others, !others.demandedKeys.isEmpty {
        reportMissing(others, item, &builder)
      } else {
        builder.report(
          "expected an entry or a text, found \(item.shape)",
          hint: "an entry has a name, a title, a company, an institution or a label", at: item.span)
      }
      var draft = builder.draft(item, as: OwnKind.anything(heading, section.keySpan).kind)
      draft.keep(
        Pair(key: "entry", keySpan: Span(at: item.span.start), value: item))
      draft.object = SourceObject([])
      var own = OwnKind.anything(heading, section.keySpan)
      return addOwn(&draft, &own, &ownKinds, &builder)
    }
    let named = entry.kind(under: heading).flatMap { Schema.builtIn[$0] }
    if let kind = item.exportedKind ?? named {
      var draft = builder.draft(item, as: kind)
      draft.read(entry)
      reportMissing(entry, item, &builder)
      return builder.add(draft)
    }
    return add(
      item, entry, to: OwnKind(heading: heading, span: section.keySpan), &ownKinds, &builder)
  }

  private static func add(
    _ item: Node, _ entry: RenderCVEntry, to own: OwnKind, _ ownKinds: inout [String: OwnKind],
    _ builder: inout ReadingBuilder
  ) -> EntryKey? {
    var own = own
    own.shapes.insert(entry)
    var draft = builder.draft(item, as: own.kind)
    if entry == .text {
      draft.set(
        "text",
        to: Pair(key: own.heading, keySpan: Span(at: item.span.start), value: item))
    } else {
      draft.read(entry)
      reportMissing(entry, item, &builder)
    }
    return addOwn(&draft, &own, &ownKinds, &builder)
  }

  private static func addOwn(
    _ draft: inout EntryDraft, _ own: inout OwnKind, _ ownKinds: inout [String: OwnKind],
    _ builder: inout ReadingBuilder
  ) -> EntryKey? {
    own.shapes.formUnion(ownKinds[own.name]?.shapes ?? [])
    own.span = ownKinds[own.name]?.span ?? own.span
    ownKinds[own.name] = own
    return builder.add(draft)
  }

  /// Reports missing keys that RenderCV requires.
  private static func reportMissing(
    _ entry: RenderCVEntry, _ item: Node, _ builder: inout ReadingBuilder
  ) {
    for name in entry.demandedKeys
    where item[name] == nil && !(name == "label" && item["name"] != nil) {
      builder.report(
        "missing \(quoted(name))", hint: "add \"\(name): …\"", rule: "required",
        at: Span(at: item.span.start))
    }
  }

  /// Reports entries of another type than the first one of their section, which RenderCV rejects.
  private static func reportMixture(_ items: [Node], _ builder: inout ReadingBuilder) {
    let types = items.map { RenderCVEntry($0) }
    guard let first = types.first(where: { $0 != nil }) else { return }
    for (item, type) in zip(items, types) where type != nil && type != first {
      builder.report(
        "expected an entry like the others of this section, found \(item.shape)",
        hint: "all entries of a section have one type", at: item.span)
    }
  }

  /// Keeps a section that is not a list in the document.
  private static func keepWhole(_ section: Pair, to builder: inout ReadingBuilder) {
    guard let kind = Schema.builtIn[EntryKey.profile.kind] else { return }
    var draft = builder.draft(Node(.mapping([section]), at: section.value.span), as: kind)
    draft.keep(section)
    draft.object = SourceObject([])
    builder.merge(draft, into: .profile)
  }

  // MARK: Document

  /// Adds the document of a format whose sections are not members of an object.
  static func addDocument(
    _ listed: [(kind: String, heading: String, keys: [EntryKey])], at span: Span,
    to builder: inout ReadingBuilder
  ) {
    let node = Node(.mapping([]), at: span)
    let sections = [Pair(key: "sections", keySpan: span, value: node)]
    addDocument(listed, sections, SourceObject([]), node, to: &builder)
  }

  private static func addDocument(
    _ listed: [(kind: String, heading: String, keys: [EntryKey])], _ sections: [Pair],
    _ settings: SourceObject, _ root: Node, to builder: inout ReadingBuilder
  ) {
    guard let kind = Schema.builtIn[EntryKey.document.kind] else { return }
    let headings = Dictionary(grouping: listed) { $0.kind }
    let plain: [Plain] = listed.map { section in
      var pairs: [String: Plain] = [
        "kind": .scalar(section.kind), "heading": .scalar(section.heading),
      ]
      // If a kind has several headings, each selects its own entries.
      if headings[section.kind, default: []].count > 1 {
        pairs["entries"] = .list(section.keys.map { .scalar($0.id) })
      }
      return .map(pairs)
    }
    var draft = builder.draft(Node(.mapping([]), at: root.span), as: kind)
    if let first = sections.first, let last = sections.last, !plain.isEmpty {
      let all = Node(
        .mapping(sections), at: Span(start: first.keySpan.start, end: last.value.span.end))
      draft.set(
        "sections", .list(plain),
        from: Pair(key: "sections", keySpan: first.keySpan, value: all))
    }
    for member in settings.members { draft.keep(member) }
    builder.add(draft, as: .document)
  }
}

/// A kind made from a heading: for lines and texts, and for entries that fit no kind of ours.
struct OwnKind: Hashable {
  let heading: String
  let name: String
  var span: Span
  /// The types of its entries.
  var shapes: Set<RenderCVEntry> = []

  init(heading: String, span: Span) {
    self.heading = heading
    let slug = heading.slug.isEmpty ? "section" : heading.slug
    name = Schema.builtIn[slug] == nil ? slug : slug + "-texts"
    self.span = span
  }

  /// For entries of unknown type.
  static func anything(_ heading: String, _ span: Span) -> OwnKind {
    OwnKind(heading: heading, span: span)
  }

  /// The kind as defined in `kinds/NAME.yaml`.
  var entry: Entry {
    var fields: [String: Plain] = [:]
    for (field, type) in Self.fields where isUsed(field) { fields[field] = ["type": .scalar(type)] }
    let names = ["label", "name", "text"].filter { fields[$0] != nil }
    var result = Entry(key: EntryKey(kind: "kinds", id: name))
    result["label"] = ["one": .scalar(heading), "many": .scalar(heading)]
    result["name"] = .list(names.prefix(1).map { .scalar($0) })
    if shapes.contains(.normal) { result["date"] = "period" }
    result["fields"] = .map(fields)
    return result
  }

  private static let fields = [
    ("text", "paragraphs"), ("label", "text"), ("details", "text"), ("name", "text"),
    ("location", "text"), ("summary", "paragraphs"), ("highlights", "texts"),
  ]

  private func isUsed(_ field: String) -> Bool {
    switch field {
    case "text":
      shapes.isEmpty
        || !shapes.isDisjoint(with: [.bullet, .numbered, .reversedNumbered, .text])
    case "label", "details": shapes.contains(.oneLine)
    default: shapes.contains(.normal)
    }
  }

  /// The kind with all fields that its entries may have.
  var kind: Kind {
    var all = self
    if all.shapes.isEmpty { all.shapes = [.text] }
    return Kind(definedBy: all.entry)
      ?? Kind(
        name, one: heading, many: heading, name: ["text"], fields: [Field("text", .paragraphs)])
  }
}
