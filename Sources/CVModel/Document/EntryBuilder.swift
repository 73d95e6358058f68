internal import Text

/// Builds one entry of the document from its record.
struct EntryBuilder {
  let entry: Entry
  let kind: Kind
  let layout: Layout
  let words: FieldWording
  let people: PeopleWording
  /// Fields whose value the section's groups already show.
  let shown: Set<String>
  /// The fields that are already placed.
  private var placed: Set<String> = []

  init(
    _ entry: Entry, kind: Kind, layout: Layout, cv: CV, people: PeopleWording, shown: Set<String>
  ) {
    self.entry = entry
    self.kind = kind
    self.people = people
    self.shown = shown
    self.layout = layout
    words = FieldWording(cv: cv, kind: kind)
  }

  /// Fields that control the document and are not printed.
  static let steering: Set<String> = ["tags", "order", "visibility", "private"]

  static func build(
    _ entry: Entry, kind: Kind, layout: Layout, cv: CV, people: PeopleWording,
    shown: Set<String>
  ) -> DocumentEntry {
    var builder = EntryBuilder(
      entry, kind: kind, layout: layout, cv: cv, people: people, shown: shown)
    return builder.build()
  }

  private mutating func build() -> DocumentEntry {
    placed = Self.steering.union(shown)
    placed.formUnion(kind.fields.lazy.filter(\.isBookkeeping).map(\.name))
    var title = phrase(layout.title)
    if title.isEmpty, layout.prose.map({ entry[$0] == nil }) ?? true {
      title = [.text(entry.key.id)]
    }
    var result = DocumentEntry(record: entry, shape: layout.shape, title: title)
    result.date = date()
    result.beside = phrase(layout.beside, isContinued: true)
    result.corner = phrase(layout.corner)
    result.byline = phrase(layout.byline)
    result.people = leadPeople()
    setVenue(&result)
    if let url = entry["url"]?.text, DocumentText.isSafe(url) {
      result.url = url
      placed.insert("url")
    }
    placeRest(&result)
    return result
  }

  // MARK: Lines

  /// Fields joined to one line; missing fields leave no separator.
  ///
  /// - Parameter isContinued: whether the line continues other text, so that the first joiner is
  ///   included.
  private mutating func phrase(_ parts: [Layout.Part], isContinued: Bool = false) -> [Inline] {
    var line: [Inline] = []
    for part in parts {
      let value = value(part)
      guard !value.isEmpty else { continue }
      if isContinued || !line.isEmpty { line.append(.text(part.joiner)) }
      if !part.open.isEmpty { line.append(.text(part.open)) }
      line += value
      if !part.close.isEmpty { line.append(.text(part.close)) }
    }
    return line.joined
  }

  private mutating func value(_ part: Layout.Part) -> [Inline] {
    guard let field = kind.field(named: part.field), !placed.contains(part.field),
      let value = entry[part.field]
    else { return [] }
    if part.style == .tally { return tally(value) }
    placed.insert(part.field)
    if let text = value.text, part.omitted.contains(text) { return [] }
    let inlines = words.inlines(value, field.type, separator: part.separator)
    switch part.style {
    case .strong: return inlines.isEmpty ? [] : [.strong(inlines)]
    case .emphasis: return inlines.isEmpty ? [] : [.emphasis(inlines)]
    case .labelled: return [.text(label(of: field, value) + ": "), .strong(inlines)]
    case .capitalized: return [.text(inlines.plainText.capitalizedFirst)]
    case .pages: return inlines.isEmpty ? [] : [.text(PageNumbers(inlines.plainText).printed)]
    case .plain, .tally: return inlines
    }
  }

  /// `for 6 + 3 papers`, by year; the years are added if the date does not show them.
  private mutating func tally(_ value: Plain) -> [Inline] {
    guard case .counts(let counts)? = FieldType.counts.meaning(of: value) else { return [] }
    placed.formUnion(["counts", "unit"])
    let numbers = counts.sorted { $0.key < $1.key }.map { String($0.value) }
    let isOne = counts.values.reduce(0, +) == 1
    let unit = entry["unit"]?.text?.terminalSafe ?? (isOne ? "paper" : "papers")
    let isDated = kind.hasPeriod && Period(entry.fields) != nil
    let years = isDated ? " (\(PrintedYears.text(Array(counts.keys))))" : ""
    return [.text("for \(numbers.joined(separator: " + ")) \(unit)\(years)")]
  }

  /// The label before a value: the record's own, the layout's, or the field's name.
  mutating func label(of field: Field, _ value: Plain) -> String {
    if let own = kind.labelField(of: field), let text = entry[own.name]?.text {
      placed.insert(own.name)
      return Inline.parse(text.terminalSafe).plainText
    }
    return layout.labels[field.name] ?? kind.label(of: field, count: value.items.count)
  }

  private mutating func leadPeople() -> DocumentPeople? {
    guard let name = layout.people, let field = kind.field(named: name), !placed.contains(name)
    else { return nil }
    guard let value = entry[name] else { return peopleInstead(of: field) }
    let isAuthors = name == kind.peopleField
    guard let members = people.people(value, hasHonorifics: !isAuthors) else { return nil }
    placed.insert(name)
    return DocumentPeople(label: isAuthors ? nil : label(of: field, value), members: members)
  }

  /// The editors of a book that has no authors: `Jane Roe, & Mara Quill (eds.)`.
  private mutating func peopleInstead(of field: Field) -> DocumentPeople? {
    for name in field.alternatives {
      guard !placed.contains(name), let value = entry[name], let mark = layout.peopleMarks[name],
        var members = people.people(value, hasHonorifics: false), !members.isEmpty
      else { continue }
      placed.insert(name)
      let word = members.count == 1 ? mark.one : mark.several
      let last = members.count - 1
      members[last].remark = [members[last].remark, word].compactMap(\.self)
        .joined(separator: ", ")
      return DocumentPeople(label: nil, members: members)
    }
    return nil
  }

  // MARK: Dates

  /// The date, or the period, or the years of counts. If there are both a date and a period, the
  /// period becomes a fact.
  private mutating func date() -> String? {
    if let name = kind.dateField, let field = kind.field(named: name), let value = entry[name] {
      placed.insert(name)
      return words.inlines(value, field.type).plainText
    }
    if kind.hasPeriod, let period = Period(entry.fields) {
      placePeriod(period)
      return period.printed
    }
    guard let value = entry["counts"],
      case .counts(let counts)? = FieldType.counts.meaning(of: value)
    else { return nil }
    return PrintedYears.text(Array(counts.keys))
  }

  /// Marks the parts of a period that are printed with it; invalid parts are printed on their own.
  private mutating func placePeriod(_ period: Period) {
    if period.start != nil { placed.insert("start") }
    if period.end != nil { placed.insert("end") }
    if period.expected != nil, period.end == nil { placed.insert("expected") }
  }

  // MARK: The rest

  private mutating func placeRest(_ result: inout DocumentEntry) {
    if kind.hasPeriod, placed.isDisjoint(with: Period.fieldNames),
      let period = Period(entry.fields)
    {
      placePeriod(period)
      result.facts.append(DocumentFact(label: "Period", text: [.text(period.printed)]))
    }
    let present = entry.fields.compactMap { name, value in
      kind.indexByName[name].map { (index: $0, value: value) }
    }
    let labels = present.compactMap { kind.labelField(of: kind.fields[$0.index])?.name }
    for (index, value) in present.sorted(by: { $0.index < $1.index }) {
      let field = kind.fields[index]
      guard !placed.contains(field.name), !labels.contains(field.name) else { continue }
      place(value, field, in: &result)
    }
  }

  private mutating func place(_ value: Plain, _ field: Field, in result: inout DocumentEntry) {
    switch field.type {
    case .paragraphs: placeParagraphs(value, field, in: &result)
    case .texts where field.name == "highlights":
      result.bullets += value.items.compactMap(\.text)
        .map { DocumentBullet(text: DocumentText.inlines($0)) }
    case .bullets:
      result.bullets += value.items.compactMap(Bullet.init).map { bullet in
        DocumentBullet(
          text: DocumentText.inlines(bullet.text), nested: bullet.nested.map(DocumentText.inlines))
      }
    case .identifier(let scheme): result.links.append(DocumentLink(scheme, value.text ?? ""))
    case .url: placeLink(field.name == "url" ? "Link" : label(of: field, value), value, in: &result)
    case .links:
      guard case .map(let pairs) = value else { break }
      for (label, address) in pairs.sorted(by: { $0.key < $1.key }) {
        placeLink(label.terminalSafe, address, in: &result)
      }
    case .people:
      guard let members = people.people(value, hasHonorifics: true) else { break }
      result.facts.append(DocumentFact(label: label(of: field, value), people: members))
    default:
      var text = words.inlines(value, field.type)
      guard !text.isEmpty else { break }
      if layout.emphasized.contains(field.name) { text = [.emphasis(text)] }
      result.facts.append(DocumentFact(label: label(of: field, value), text: text))
    }
  }

  private mutating func placeParagraphs(
    _ value: Plain, _ field: Field, in result: inout DocumentEntry
  ) {
    var paragraphs = DocumentText.paragraphs(value.text ?? "")
    if !["summary", "note", layout.prose].contains(field.name), let first = paragraphs.first {
      paragraphs[0] = ([.text(label(of: field, value) + ": ")] + first).joined
    }
    result.paragraphs += paragraphs
  }

  private func placeLink(_ label: String, _ address: Plain, in result: inout DocumentEntry) {
    let url = (address.text ?? "").terminalSafe
    let isSafe = DocumentText.isSafe(url)
    result.links.append(
      DocumentLink(
        text: isSafe ? label : "\(label): \(url)", url: isSafe ? url : nil, isIdentifier: false))
  }
}

// MARK: - Status

extension EntryBuilder {
  /// The venue with the status: `AIAA SciTech Forum (Accepted, To Appear)`, `Under Review at SIAM
  /// Review`.
  private mutating func setVenue(_ result: inout DocumentEntry) {
    var line = phrase(layout.venue)
    var remarks: [[Inline]] = []
    if let status = status() {
      if status == "Under Review", !line.isEmpty {
        line = [.text("Under Review at ")] + line
      } else {
        remarks.append([.text(status)])
      }
    }
    if kind.lifecycle != nil, let note = entry["note"]?.text, note.paragraphs.count == 1 {
      placed.insert("note")
      remarks.append(DocumentText.inlines(note))
    }
    for part in layout.remarks {
      let words = phrase([part])
      if !words.isEmpty { remarks.append(words) }
    }
    let remark = Array(remarks.joined(separator: [.text(", ")]))
    guard !remark.isEmpty else {
      result.venue = line.joined
      return
    }
    let isRow = layout.shape == .row
    let isAlone = line.isEmpty && !isRow
    let bracketed = isAlone ? remark : [.text(" (")] + remark + [.text(")")]
    if isRow {
      result.beside = (result.beside + bracketed).joined
    } else {
      result.venue = (line + bracketed).joined
    }
  }

  /// The printed status; nil if there is none, or the work is simply published.
  private mutating func status() -> String? {
    for field in kind.fields {
      guard case .status(let lifecycle) = field.type, let text = entry[field.name]?.text,
        placed.insert(field.name).inserted
      else { continue }
      let label = lifecycle.step(named: text)?.label
      return label == lifecycle.impliedLabel ? nil : lifecycle.shown(text).terminalSafe
    }
    return nil
  }
}
