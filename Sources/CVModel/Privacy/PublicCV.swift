/// A CV as others may see it. Everything that writes for others takes one, and cannot be given anything else.
///
/// Sections, variants and dates cut the whole CV first, and then hiding removes: what is hidden takes no place in a limit, and
/// no private word of `cv.yaml` or a variant can make them show more.
package struct PublicCV: Sendable {
  /// What is left.
  package let cv: CV

  private init(filtered cv: CV) { self.cv = cv }

  /// Without what is private.
  ///
  /// - Parameter variant: the name of one of the CV's variants, if it is cut by one.
  package init(_ whole: CV, variant: String? = nil) {
    self.init(filtered: Self.cut(whole, by: variant, isPublic: true).public)
  }

  /// With everything that is private: for `--private` alone.
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
  /// Replaces the sections of the document by those that list each entry which they show, so that hiding one shows no other.
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
    // What said that they are private is settled now.
    for name in document.fields.sortedNames
    where EntryPrivacy.word(meantBy: name, schema["document"]) != nil {
      document[name] = nil
    }
    document["sections"] = .list(settled)
    self[.document] = document
  }

  /// True if the document says which sections there are, or tries to: then no others are shown.
  var listsSections: Bool {
    guard let document else { return false }
    return document.fields.sortedNames.contains { name in
      name == "sections"
        || schema["document"]?.hasField(name) != true && !name.isExtension
          && suggestion(for: name, among: ["sections"]) != nil
    }
  }

  /// Why the document or a variant may show more than its author meant; nil if all of it can be read.
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
