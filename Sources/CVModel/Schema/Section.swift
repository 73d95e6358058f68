/// One section of the document: the entries of a kind under a heading.
package struct Section: Hashable, Sendable {
  package var kind: String
  package var heading: String?
  package var intro: String?
  package var groups: [Group]
  package var filter: Filter
  package var limit: Int?
  /// A field to sort by, descending with a leading `-`.
  package var sort: String?
  /// The ids of the entries to show, in this order; empty for all.
  package var entries: [String] = []
  package var dates = DateRange()

  /// True where the section lets an entry of its kind in; its limit is not counted.
  package func selects(_ entry: Entry, _ kind: Kind) -> Bool {
    filter.selects(entry) && dates.selects(entry, kind)
      && (entries.isEmpty || entries.contains(entry.key.id))
  }

  /// A part of a section with a heading of its own.
  package struct Group: Hashable, Sendable {
    package var heading: String?
    package var intro: String?
    package var filter: Filter
  }

  static let keys = [
    "kind", "heading", "intro", "groups", "where", "limit", "sort", "entries", "since", "until",
  ]
  static let groupKeys = ["heading", "intro", "where"]
}

/// A `where`: fields mapped to the values that select an entry; all must hold.
package struct Filter: Hashable, Sendable {
  package var values: [String: [String]]

  package init(_ values: [String: [String]] = [:]) { self.values = values }

  /// True where every named field of the entry has one of its values; of a list field, one item is enough.
  ///
  /// A status is the step that it names: `where: {status: Accepted}` selects `To Appear` too.
  package func selects(_ entry: Entry) -> Bool {
    values.allSatisfy { field, wanted in
      let present = entry[field]?.items.compactMap { $0.text ?? $0["name"]?.text } ?? []
      let isStatus = field == "status"
      return wanted.contains { value in
        present.contains {
          $0 == value || $0.lowercased() == value.lowercased()
            || isStatus && Lifecycle.isOneStep($0, value)
        }
      }
    }
  }
}

extension CV {
  /// The sections that `cv.yaml` lists, in its order; none where it cannot be read.
  package var sections: [Section] {
    guard let value = document?["sections"],
      case .sections(let sections)? = FieldType.sections.meaning(of: value)
    else { return [] }
    return sections
  }
}
