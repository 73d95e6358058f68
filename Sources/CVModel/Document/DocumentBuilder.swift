internal import Text

extension CVDocument {
  /// The document of a CV without private data.
  ///
  /// - Parameter kinds: the kinds whose sections to include; nil for all.
  package init(_ shown: PublicCV, kinds: Set<String>? = nil) {
    let cv = shown.cv
    let sections = DocumentBuilder(cv).sections(of: kinds)
    self.init(
      header: HeaderBuilder(cv).header, sections: sections,
      warnings: ([cv.profile].compactMap(\.self) + sections.flatMap(\.entries).map(\.record))
        .flatMap(Self.mathWarnings))
  }

  /// Warnings about formulas that are printed as written.
  private static func mathWarnings(_ entry: Entry) -> [String] {
    var warnings: [String] = []
    for (name, value) in entry.fields where !name.hasPrefix("x-") {
      for case .scalar(let text) in value.items
      where text.contains("$") {
        for formula in Inline.parse(text).flatMap(\.formulas) where MathText(formula) == nil {
          warnings.append("\(entry.key): the formula \(quoted(formula)) is printed as written")
        }
      }
    }
    return warnings
  }
}

/// Builds the sections of the document.
private struct DocumentBuilder {
  let cv: CV
  let people: PeopleWording

  init(_ cv: CV) {
    self.cv = cv
    people = PeopleWording(cv)
  }

  /// The sections of `cv.yaml`; if it lists none, one for each kind with entries.
  func sections(of kinds: Set<String>?) -> [DocumentSection] {
    cv.shownSections.filter { kinds?.contains($0.kind) ?? true }.compactMap(section)
  }

  private func section(_ section: Section) -> DocumentSection? {
    guard let kind = cv.schema[section.kind], kind.role == .entries else { return nil }
    let entries = cv.entries(in: section)
    guard !entries.isEmpty else { return nil }
    return DocumentSection(
      kind: kind.name, heading: DocumentText.inlines(section.heading ?? kind.heading),
      intro: intro(section.intro), groups: groups(of: section, entries, kind))
  }

  /// The groups of a section. An entry is in the first group that it matches; those that match none
  /// come last, so that none is lost.
  private func groups(of section: Section, _ entries: [Entry], _ kind: Kind) -> [DocumentGroup] {
    let layout = Layout.of(kind)
    let places = entries.map { entry in
      section.groups.firstIndex { $0.filter.selects(entry) } ?? section.groups.count
    }
    let groups = section.groups.map { ($0.heading, $0.intro) } + [(nil, nil)]
    return groups.enumerated().compactMap { index, group in
      let members = zip(entries, places).filter { $0.1 == index }.map { entry, _ in
        EntryBuilder.build(
          entry, kind: kind, layout: layout, cv: cv, people: people,
          shown: index < section.groups.count ? shownFields(of: section.groups[index], kind) : [])
      }
      guard !members.isEmpty else { return nil }
      return DocumentGroup(
        heading: group.0.map(DocumentText.inlines) ?? [], intro: intro(group.1), entries: members)
    }
  }

  /// The fields whose value is clear from the group: those of which it holds one value.
  private func shownFields(of group: Section.Group, _ kind: Kind) -> Set<String> {
    Set(group.filter.values.filter { $0.value.count == 1 && isChoice($0.key, kind) }.keys)
  }

  /// Whether groups by this field show its value to the reader: a choice, such as `type: preprint`,
  /// but not a venue.
  private func isChoice(_ field: String, _ kind: Kind) -> Bool {
    if case .choice? = kind.field(named: field)?.type { true } else { false }
  }

  /// The intro with names of metrics replaced by their values.
  private func intro(_ text: String?) -> [Inline] {
    guard let text else { return [] }
    guard case .map(let metrics)? = cv.profile?["metrics"] else {
      return DocumentText.inlines(text)
    }
    return DocumentText.inlines(KnowMetrics.filling(text) { metrics[$0]?.text })
  }
}

extension Inline {
  /// The formulas in it, as written.
  fileprivate var formulas: [String] {
    switch self {
    case .text, .code: []
    case .math(let source): [source]
    case .strong(let inner), .emphasis(let inner), .link(let inner, _): inner.flatMap(\.formulas)
    }
  }
}

extension CV {
  /// The sections to show: those of `cv.yaml`, or one for each kind if it lists none.
  package var shownSections: [Section] {
    let listed = sections
    if !listed.isEmpty || listsSections { return listed }
    return schema.entryKinds.map {
      Section(kind: $0.name, groups: [], filter: Filter())
    }
  }

  /// When the winters of the terms are: `terms: {winter: January}` in `cv.yaml`.
  private var winter: PartialDate.Winter {
    document?["terms"]?["winter"]?.text.flatMap { PartialDate.Winter(rawValue: $0.lowercased()) }
      ?? .december
  }

  /// The entries of a section, in its order.
  package func entries(in section: Section) -> [Entry] {
    guard let kind = schema[section.kind] else { return [] }
    let chosen = entries(of: section.kind).filter { section.selects($0, kind) }
    let sorted =
      section.entries.isEmpty
      ? EntryOrder(kind: kind, sort: section.sort, winter: winter).sorted(chosen)
      : section.entries.compactMap { id in chosen.first { $0.key.id == id } }
    return section.limit.map { Array(sorted.prefix($0)) } ?? sorted
  }
}
