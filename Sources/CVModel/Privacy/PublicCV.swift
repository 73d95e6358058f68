internal import Text

/// A CV without private data. Everything that writes for others takes this type, and accepts no
/// other.
///
/// Sections, variants and dates are applied to the whole CV first, and private data is removed
/// afterwards: hidden entries do not count towards a limit, and no private text in `cv.yaml` or a
/// variant can make it show more.
package struct PublicCV: Sendable {
  /// The filtered CV.
  package let cv: CV

  private init(filtered cv: CV) { self.cv = cv }

  /// The CV without private data.
  ///
  /// - Parameter variant: the name of the variant by which to narrow it, if any.
  package init(_ whole: CV, variant: String? = nil) {
    self.init(filtered: Self.cut(whole, by: variant, isPublic: true).public)
  }

  /// The CV with private data, only for `--private`.
  package static func everything(_ whole: CV, variant: String? = nil) -> PublicCV {
    PublicCV(filtered: cut(whole, by: variant, isPublic: false))
  }

  private static func cut(_ whole: CV, by name: String?, isPublic: Bool) -> CV {
    var result = whole
    if let name, let record = whole[EntryKey(kind: Variant.kindName, id: name)] {
      var variant = Variant(record)
      let privacy = whole.schema.privacy(of: record)
      if isPublic, !privacy.shows("headline") { variant.headline = nil }
      if isPublic, !privacy.shows("sections") {
        variant.sections = variant.sections?.map(\.withoutWords)
      }
      result = whole.narrowed(by: variant)
    }
    if isPublic { result.settleSections() }
    return result
  }
}

extension CV {
  /// Replaces the document's sections by ones that list each entry they show, so that hiding one
  /// does not reveal another.
  fileprivate mutating func settleSections() {
    guard var document else { return }
    guard listsSections else { return }
    let privacy = schema.privacy(of: document)
    let hasWords = privacy.shows("sections")
    let items = document["sections"]?.items ?? []
    let sections = self.sections
    // Sections that cannot be read show nothing.
    guard sections.count == items.count else {
      document = Entry(key: .document)
      document["sections"] = .list([])
      self[.document] = document
      return
    }
    var settled: [Plain] = []
    for (section, item) in zip(sections, items) {
      let shown = entries(in: section).filter { !schema.isPrivate($0) }.map(\.key.id)
      guard !shown.isEmpty, case .map(var pairs) = hasWords ? item : item.withoutWords else {
        continue
      }
      for key in ["where", "limit", "sort", "since", "until"] { pairs[key] = nil }
      pairs["entries"] = .list(shown.map(Plain.scalar))
      settled.append(.map(pairs))
    }
    for name in document.fields.sortedNames where name != "sections" && !privacy.shows(name) {
      document[name] = nil
    }
    // Privacy is applied, so remove the keys for it.
    for name in document.fields.sortedNames
    where EntryPrivacy.word(meantBy: name, schema["document"]) != nil {
      document[name] = nil
    }
    document["sections"] = .list(settled)
    self[.document] = document
  }

  /// Whether the document lists sections, or tries to: then no others are shown.
  var listsSections: Bool {
    guard let document else { return false }
    return document.fields.sortedNames.contains { name in
      name == "sections"
        || schema["document"]?.hasField(name) != true && !name.isExtension
          && suggestion(for: name, among: ["sections"]) != nil
    }
  }

  /// Why the document or a variant may show more than intended; nil if all of it can be read.
  package func narrowingFault(of variant: String? = nil) -> String? {
    if listsSections, sections.isEmpty { return "the sections of cv.yaml cannot be read" }
    if let variant, let record = self[EntryKey(kind: Variant.kindName, id: variant)],
      !Variant(record).isReadable
    {
      return "the variant \(quoted(variant)) cannot be read"
    }
    return nil
  }
}

extension Plain {
  /// A section without headings and intros.
  fileprivate var withoutWords: Plain {
    switch self {
    case .scalar: self
    case .list(let items): .list(items.map(\.withoutWords))
    case .map(let pairs):
      .map(pairs.filter { !["heading", "intro"].contains($0.key) }.mapValues(\.withoutWords))
    }
  }
}
