/// A version of the CV for one kind of reader: `variants/NAME.yaml`.
///
/// It narrows, reorders and limits what `cv.yaml` shows, and may replace the headline. It never
/// adds an entry.
package struct Variant: Hashable, Sendable {
  /// Replaces the profile's headline.
  package var headline: Plain?
  /// The sections to show, in this order, as written; nil for all of `cv.yaml`.
  package var sections: [Plain]?
  /// Only entries with one of these tags.
  package var only: Set<String>
  /// No entries with one of these tags.
  package var without: Set<String>
  package var dates: DateRange
  /// False if a part cannot be read; the variant then shows nothing, since what it should leave out
  /// is unknown.
  package let isReadable: Bool

  /// The variant that a record describes; invalid values are left out.
  package init(_ record: Entry) {
    let kind = Schema.builtIn[Self.kindName]
    isReadable = record.fields.allSatisfy { name, value in
      if name.isExtension || EntryPrivacy.word(meantBy: name, kind) != nil { return true }
      return kind?.field(named: name)?.type.meaning(of: value) != nil
    }
    headline = record["headline"]
    if case .list(let items)? = record["sections"] { sections = items } else { sections = nil }
    only = Set(record["only"]?.items.compactMap(\.text) ?? [])
    without = Set(record["without"]?.items.compactMap(\.text) ?? [])
    dates = DateRange(
      since: record["since"]?.text.flatMap(PartialDate.init),
      until: record["until"]?.text.flatMap(PartialDate.init))
  }

  /// The kind of the records.
  package static let kindName = "variants"

  /// Whether the variant's own tags and dates select an entry.
  fileprivate func selects(_ entry: Entry, _ kind: Kind) -> Bool {
    guard isReadable else { return false }
    let tags = entry["tags"]?.items.compactMap(\.text) ?? []
    if !only.isEmpty, only.isDisjoint(with: tags) { return false }
    return without.isDisjoint(with: tags) && dates.selects(entry, kind)
  }
}

extension CV {
  /// The names of the variants, sorted.
  package var variantNames: [String] { entries(of: Variant.kindName).map(\.key.id) }

  /// The variant with a name; nil if there is none.
  package func variant(named name: String) -> Variant? {
    self[EntryKey(kind: Variant.kindName, id: name)].map(Variant.init)
  }

  /// The variant with a name for this CV and for another: each uses its own, or the other's if it
  /// has none; nil if neither has one.
  package func variants(named name: String, with other: CV) -> (mine: Variant, theirs: Variant)? {
    let (mine, theirs) = (variant(named: name), other.variant(named: name))
    guard let first = mine ?? theirs, let second = theirs ?? mine else { return nil }
    return (first, second)
  }

  /// This CV as a variant shows it: its sections, its headline, and only the entries that it
  /// selects.
  ///
  /// Records that are not entries are kept, so that references and people are resolved as before.
  package func narrowed(by variant: Variant) -> CV {
    var result = self
    for kind in schema.entryKinds {
      for entry in entries(of: kind.name) where !variant.selects(entry, kind) {
        result[entry.key] = nil
      }
    }
    if let headline = variant.headline { result[.profile]?["headline"] = headline }
    if let sections = variant.sections {
      var document = document ?? Entry(key: .document)
      document["sections"] = .list(composed(sections))
      result[.document] = document
    }
    let shown = Set(result.shownSections.flatMap { result.entries(in: $0) }.map(\.key))
    for entry in result.entries.values
    where schema[entry.key.kind]?.role == .entries && !shown.contains(entry.key) {
      result[entry.key] = nil
    }
    return result
  }

  /// Each section of a variant, merged with the section of `cv.yaml` that it narrows: the first of
  /// its kind that is not taken yet. Both `where` filters must match; other settings of the variant
  /// take precedence.
  private func composed(_ sections: [Plain]) -> [Plain] {
    var base = document?["sections"]?.items ?? []
    return sections.map { section in
      guard case .map(let own) = section,
        let index = base.firstIndex(where: { $0["kind"] == own["kind"] }),
        case .map(var pairs) = base[index]
      else { return section }
      if base.count(where: { $0["kind"] == own["kind"] }) > 1 { base.remove(at: index) }
      let filters = [pairs["where"], own["where"]].compactMap(\.self)
      pairs.merge(own) { _, mine in mine }
      if filters.count == 2, case .map(let outer) = filters[0], case .map(let inner) = filters[1] {
        pairs["where"] = .map(outer.merging(inner) { _, mine in mine })
      }
      return .map(pairs)
    }
  }
}
