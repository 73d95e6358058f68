internal import CVModel
internal import Text
internal import YAML

/// Where in the document the reader is.
struct LaTeXSection {
  var heading = ""
  var subheading = ""
  /// The kind that the heading names, or the one below it.
  var kind: String?
  /// True if the heading below names a kind of its own.
  var isKindOfSubheading = false
  var span = Span(at: .start)
  /// The entry that was read last in this section.
  var last: EntryKey?
  var lastRange: Range<Int>?
  /// The heading under which papers of a bibliography are listed.
  var bibliographyHeading: String?

  /// The heading of the document's section for a kind.
  func title(of kind: String) -> String {
    isKindOfSubheading && self.kind == kind && !subheading.isEmpty ? subheading : heading
  }

  /// True if the text of the section is about the owner: a summary.
  var isSummary: Bool { Self.summaries.contains(heading.slug) }

  private static let summaries: Set<String> = [
    "summary", "profile", "about", "about-me", "objective", "career-objective",
    "personal-statement",
    "personal-profile", "professional-summary", "executive-summary", "statement", "overview",
    "profil", "kurzprofil", "zusammenfassung", "uber-mich", "ueber-mich", "resume", "a-propos",
    "presentation", "objectif", "resumen", "perfil", "sobre-mi", "profilo", "sommario", "resumo",
    "sobre-mim", "samenvatting", "profiel", "introduction", "background", "biography", "bio",
  ]
}

/// Headings, and the text below them.
extension LaTeXReader {
  mutating func beginSection(_ depth: Int, _ range: Range<Int>, at index: Int) {
    let title = words(range)
    if depth == 1 {
      let bibliography = section.bibliographyHeading
      section = LaTeXSection()
      section.bibliographyHeading = bibliography
      section.heading = title
      section.kind = SectionHeadings.kind(of: title)
      if section.kind == "publications" { section.bibliographyHeading = title }
    } else {
      let own = SectionHeadings.kind(of: title)
      let outer = SectionHeadings.kind(of: section.heading)
      section.subheading = title
      // `Conference Papers` under `Publications` says more of the same; `Teaching` under
      // `Experience` is another kind.
      section.isKindOfSubheading = own != nil && own != outer
      section.kind = section.isKindOfSubheading ? own : outer
      section.last = nil
    }
    section.span = span(index..<max(index + 1, range.upperBound))
  }

  /// Reads the text between the macros of the class.
  mutating func readProse(_ range: Range<Int>) {
    guard range.contains(where: { !Sign.isSpace(braces.bytes[$0]) }) else { return }
    let prose = prose(range)
    for part in prose.parts {
      let place = part.offset..<max(part.offset + 1, min(range.upperBound, part.offset + 1))
      read(part, at: place)
    }
  }

  private mutating func read(_ part: LaTeXProse.Part, at place: Range<Int>) {
    if section.heading.isEmpty {
      report(
        "the text before the first section is not read: \(quoted(part.text))", rule: "unread",
        at: place)
      return
    }
    if section.isSummary {
      profile.append(
        part.text, to: "summary", by: "\n\n", from: member("summary", part.text, at: place))
      return
    }
    if let name = section.kind, ["skills", "interests", "languages"].contains(name),
      let kind = Schema.builtIn[name]
    {
      var draft = draft(of: kind, place)
      let (label, rest) = part.text.labelled
      if let label {
        set("name", label, in: &draft, at: place)
        setDetails(rest, in: &draft, at: place)
      } else {
        set("name", part.text, in: &draft, at: place)
      }
      keepSubheading(in: &draft, at: place)
      return add(draft, place)
    }
    addOwn(.text, at: place) { reader, draft in
      reader.set("text", part.text, in: &draft, at: place)
    }
  }

  /// Adds an entry of a kind that the heading makes.
  mutating func addOwn(
    _ shape: RenderCVEntry, at place: Range<Int>,
    _ fill: (inout LaTeXReader, inout EntryDraft) -> Void
  ) {
    var own = OwnKind(heading: section.heading, span: section.span)
    own.shapes = (ownKinds[own.name]?.shapes ?? []).union([shape])
    own.span = ownKinds[own.name]?.span ?? own.span
    ownKinds[own.name] = own
    var draft = draft(of: own.kind, place)
    fill(&self, &draft)
    keepSubheading(in: &draft, at: place)
    add(draft, place)
  }

  /// Keeps the heading above an entry, if it is not that of the document's section.
  func keepSubheading(in draft: inout EntryDraft, at place: Range<Int>) {
    guard !section.subheading.isEmpty, !section.isKindOfSubheading else { return }
    draft.set(
      "x-group", .scalar(section.subheading), from: member("group", section.subheading, at: place))
  }

  func set(_ field: String, _ text: String, in draft: inout EntryDraft, at place: Range<Int>) {
    guard !text.isEmpty else { return }
    let isList = draft.kind.field(named: field)?.type.isList == true
    if isList {
      draft.set(field, .list([.scalar(text)]), from: member(field, text, at: place))
    } else {
      draft.set(field, to: member(field, text, at: place))
    }
  }

  /// The details behind a label: keywords, how well a language is spoken, or a note.
  func setDetails(_ text: String, in draft: inout EntryDraft, at place: Range<Int>) {
    guard !text.isEmpty else { return }
    let isProse = text.itemsBetweenCommas.contains { $0.split(separator: " ").count > 3 }
    if draft.kind.field(named: "keywords") != nil, draft.kind.name == "skills" || !isProse {
      let items = text.itemsBetweenCommas.map {
        Plain.scalar($0.hasSuffix(".") ? String($0.dropLast()) : $0)
      }
      draft.set("keywords", .list(items), from: member("keywords", text, at: place))
    } else {
      set(
        draft.kind.field(named: "fluency") == nil ? "note" : "fluency", text, in: &draft, at: place)
    }
  }
}

extension String {
  /// `**Languages:** C, Rust` as a label and what follows it.
  fileprivate var labelled: (label: String?, rest: String) {
    guard let colon = firstIndex(of: ":"), colon != startIndex else { return (nil, self) }
    let label = self[..<colon].filter { $0 != "*" }
    var rest = self[index(after: colon)...]
    while let first = rest.first, first == "*" || first.isWhitespace { rest.removeFirst() }
    guard !rest.isEmpty, label.count <= 40, !label.contains("."), !rest.hasPrefix("//") else {
      return (nil, self)
    }
    return (label.trimmed, String(rest))
  }
}
