internal import CVModel
internal import YAML

/// The macros that make entries.
extension LaTeXReader {
  typealias Arguments = [(LaTeXClass.Role, Range<Int>)]

  mutating func readEntry(
    _ name: String, _ arguments: Arguments, from start: Int, to end: Int
  ) {
    let range = start..<end
    func has(_ role: LaTeXClass.Role) -> Bool { arguments.contains { $0.0 == role } }
    if has(.label2) || has(.text2) {
      // Two pairs in one line.
      readItem(arguments.filter { [.label, .text].contains($0.0) }, range)
      readItem(
        arguments.compactMap { role, value in
          role == .label2 ? (.label, value) : role == .text2 ? (.text, value) : nil
        }, range)
    } else if has(.label) || has(.text) && !has(.position) {
      readItem(arguments, range)
    } else {
      readPosition(arguments, range)
    }
  }

  // MARK: Entries of several arguments

  /// The fields of a kind that say what somebody was or did, and where.
  private func fields(of kind: String) -> (position: String, organization: String)? {
    let isSecond = layout.namesProjectsSecond
    switch kind {
    case "experience", "volunteering": return ("position", "organization")
    case "education": return ("degrees", "institution")
    case "service", "memberships": return ("role", "organization")
    case "teaching": return ("course", "institution")
    case "projects": return isSecond ? ("role", "name") : ("name", "organization")
    case "software": return isSecond ? ("role", "name") : ("name", "role")
    case "awards": return ("title", "issuer")
    case "certificates": return ("name", "issuer")
    case "presentations": return ("title", "event")
    case "grants": return ("title", "funder")
    case "publications": return ("title", "venue")
    case "mentoring": return ("name", "institution")
    case "media": return ("title", "outlet")
    case "references": return ("name", "organization")
    case "patents": return ("title", "office")
    default: return nil
    }
  }

  private mutating func readPosition(_ arguments: Arguments, _ range: Range<Int>) {
    guard let name = section.kind, let kind = Schema.builtIn[name], let fields = fields(of: name)
    else {
      return addOwn(.normal, at: range) { reader, draft in
        let title = arguments.filter { [.position, .organization].contains($0.0) }
          .map { reader.words($0.1) }.filter { !$0.isEmpty }
        if let first = arguments.first {
          reader.set("name", title.joined(separator: ", "), in: &draft, at: first.1)
        }
        reader.readRest(arguments, into: &draft)
      }
    }
    var draft = draft(of: kind, range)
    var values: [LaTeXClass.Role: (text: String, place: Range<Int>)] = [:]
    for (role, place) in arguments where [.position, .organization].contains(role) {
      let text = words(place)
      if !text.isEmpty { values[role] = (text, place) }
    }
    let names = kind.nameFields
    let (first, second) = (fields.position, fields.organization)
    if let value = values[.position] {
      // An entry must have a name, wherever it was written.
      let isName = values[.organization] == nil && !names.contains(first) && names.contains(second)
      set(isName ? second : first, value.text, in: &draft, at: value.place)
    }
    if let value = values[.organization] {
      let isName = values[.position] == nil && !names.contains(second) && names.contains(first)
      set(isName ? first : second, value.text, in: &draft, at: value.place)
    }
    readRest(arguments, into: &draft)
    if name == "publications" { draft.implyPublicationType() }
    keepSubheading(in: &draft, at: range)
    add(draft, range)
  }

  /// Place, dates, grade, and what was done.
  private mutating func readRest(_ arguments: Arguments, into draft: inout EntryDraft) {
    for (role, place) in arguments {
      switch role {
      case .location:
        let text = words(place)
        if draft.kind.field(named: "location") == nil {
          appendNote(text, to: &draft, at: place)
        } else {
          set("location", text, in: &draft, at: place)
        }
      case .dates: readDates(words(place), into: &draft, at: place)
      case .grade:
        let text = words(place)
        if draft.kind.field(named: "score").map({ $0.type.meaning(of: .scalar(text)) != nil })
          == true
        {
          set("score", text, in: &draft, at: place)
        } else {
          appendNote(text, to: &draft, at: place)
        }
      case .items: readItems(place, into: &draft)
      case .text, .comment, .level, .years:
        appendNote(words(place), to: &draft, at: place)
      case .position, .organization, .label, .label2, .text2: break
      }
    }
  }

  private mutating func readDates(
    _ text: String, into draft: inout EntryDraft, at place: Range<Int>
  ) {
    guard !text.isEmpty else { return }
    if draft.kind.dateField == nil, !draft.kind.hasPeriod {
      return appendNote(text, to: &draft, at: place)
    }
    let folded = DateWords.normalized(text)
    if draft.kind.hasPeriod, draft.kind.dateField == nil,
      let word = Self.sinceWords.first(where: { folded.hasPrefix($0 + " ") }),
      let date = SourceDate(String(folded.dropFirst(word.count))), date.isSingle,
      let start = date.start
    {
      draft.set("start", .scalar(start), from: member("dates", text, at: place))
      draft.set("end", .scalar(DateWords.present), from: member("dates", text, at: place))
      return
    }
    draft.object = SourceObject([member("dates", text, at: place)])
    draft.readDateOrPeriod(from: "dates")
  }

  /// Words before the beginning of what goes on.
  private static let sinceWords = [
    "since", "seit", "depuis", "desde", "dal", "sinds", "vanaf", "ab",
  ]

  /// What was done: paragraphs and the points of a list.
  private mutating func readItems(_ place: Range<Int>, into draft: inout EntryDraft) {
    let prose = prose(place)
    let summary = prose.paragraphs.joined(separator: "\n\n")
    if !summary.isEmpty {
      if draft.kind.field(named: "summary") != nil, draft["summary"] == nil {
        draft.set("summary", .scalar(summary), from: member("summary", summary, at: place))
      } else {
        appendNote(summary, to: &draft, at: place)
      }
    }
    guard !prose.items.isEmpty else { return }
    let all = prose.items.joined(separator: "\n\n")
    if draft.kind.field(named: "highlights") != nil {
      draft.set(
        "highlights", .list(prose.items.map { .scalar($0) }), from: member("items", all, at: place))
    } else if draft.kind.field(named: "summary") != nil, draft["summary"] == nil {
      draft.set("summary", .scalar(all), from: member("items", all, at: place))
    } else {
      appendNote(all, to: &draft, at: place)
    }
  }

  private func appendNote(_ text: String, to draft: inout EntryDraft, at place: Range<Int>) {
    guard !text.isEmpty else { return }
    let field = draft.kind.field(named: "note") == nil ? "x-note" : "note"
    draft.append(text, to: field, by: "\n\n", from: member("note", text, at: place))
  }

  // MARK: Lines

  /// A label and a text, or a text alone.
  private mutating func readItem(_ arguments: Arguments, _ range: Range<Int>) {
    func place(_ role: LaTeXClass.Role) -> Range<Int>? { arguments.first { $0.0 == role }?.1 }
    let label = place(.label).map { words($0) } ?? ""
    let textPlace = place(.text) ?? place(.level) ?? range
    let text = place(.text).map { prose($0).text } ?? ""
    let others = arguments.filter { [.level, .comment, .years].contains($0.0) }
      .map { (words($0.1), $0.1) }.filter { !$0.0.isEmpty }
    if label.isEmpty, text.isEmpty, others.isEmpty { return }
    if section.isSummary {
      let all = ([label, text] + others.map(\.0)).filter { !$0.isEmpty }.joined(separator: ": ")
      profile.append(all, to: "summary", by: "\n\n", from: member("text", all, at: textPlace))
      return
    }
    if let name = section.kind, let kind = Schema.builtIn[name] {
      if ["skills", "languages", "interests"].contains(name) {
        var draft = draft(of: kind, range)
        if label.isEmpty {
          set("name", text.isEmpty ? others.first?.0 ?? "" : text, in: &draft, at: textPlace)
        } else {
          set("name", label, in: &draft, at: place(.label) ?? range)
          setDetails(text, in: &draft, at: textPlace)
        }
        for (words, place) in others {
          let field = name == "skills" ? "level" : "fluency"
          if kind.field(named: field) != nil, draft[field] == nil {
            set(field, words, in: &draft, at: place)
          } else if words != draft["name"]?.text {
            appendNote(words, to: &draft, at: place)
          }
        }
        keepSubheading(in: &draft, at: range)
        return add(draft, range)
      }
      if name == "references", !label.isEmpty {
        var draft = draft(of: kind, range)
        set("name", label, in: &draft, at: place(.label) ?? range)
        for words in [text] + others.map(\.0) { appendNote(words, to: &draft, at: textPlace) }
        return add(draft, range)
      }
      if readDated(label, text, others.map(\.0), kind, range, textPlace) { return }
    }
    addOwn(label.isEmpty ? .text : .oneLine, at: range) { reader, draft in
      let all = ([text] + others.map(\.0)).filter { !$0.isEmpty }.joined(separator: "\n\n")
      if label.isEmpty {
        reader.set("text", all, in: &draft, at: textPlace)
      } else {
        reader.set("label", label, in: &draft, at: place(.label) ?? range)
        reader.set("details", all, in: &draft, at: textPlace)
      }
    }
  }

  /// Reads `\cvitem{2019}{Best Paper Award}`: the label is the date of an entry that its text
  /// names.
  private mutating func readDated(
    _ label: String, _ text: String, _ others: [String], _ kind: Kind, _ range: Range<Int>,
    _ place: Range<Int>
  ) -> Bool {
    let names = kind.fields.filter { $0.isRequired && $0.type == .text }.map(\.name)
    let isOne =
      names.count == 1
      || ["awards", "publications", "presentations", "grants", "media"].contains(kind.name)
    guard isOne, let name = kind.nameFields.first, !text.isEmpty,
      kind.dateField != nil || kind.hasPeriod, SourceDate(label) != nil
    else { return false }
    var draft = draft(of: kind, range)
    set(name, text.replacing("\n\n", with: " "), in: &draft, at: place)
    readDates(label, into: &draft, at: range)
    for words in others { appendNote(words, to: &draft, at: place) }
    if kind.name == "publications" { draft.implyPublicationType() }
    keepSubheading(in: &draft, at: range)
    add(draft, range)
    return true
  }
}
