/// One section of the document: the entries of a kind under a heading.
package struct Section: Hashable, Sendable {
  package var kind: String
  package var heading: String?
  package var intro: String?
  package var groups: [Group]
  package var filter: Filter
  package var limit: Int?
  /// The field to sort by; descending with a leading `-`.
  package var sort: String?
  /// The IDs of the entries to show, in this order; empty for all.
  package var entries: [String] = []
  package var dates = DateRange()

  /// Whether the section selects an entry of its kind; ignores its limit.
  package func selects(_ entry: Entry, _ kind: Kind) -> Bool {
    filter.selects(entry) && dates.selects(entry, kind)
      && (entries.isEmpty || entries.contains(entry.key.id))
  }

  /// A part of a section with its own heading.
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

/// A `where` filter: fields mapped to the values that select an entry; all must match.
package struct Filter: Hashable, Sendable {
  package var values: [String: [String]]

  package init(_ values: [String: [String]] = [:]) { self.values = values }

  /// Whether every field of the filter has one of its values; for a list, one item is enough.
  ///
  /// A status matches by its step: `where: {status: Accepted}` also selects `To Appear`.
  package func selects(_ entry: Entry) -> Bool {
    values.allSatisfy { field, wanted in
      let present = entry[field]?.items.compactMap(\.spokenPersonName) ?? []
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
  /// The sections of `cv.yaml`, in order; empty if they cannot be read.
  package var sections: [Section] {
    guard let value = document?["sections"],
      case .sections(let sections)? = FieldType.sections.meaning(of: value)
    else { return [] }
    return sections
  }
}
