/// All kinds of a CV: the built-in ones and custom ones.
package struct Schema: Hashable, Sendable {
  /// In the default order of the document.
  package private(set) var kinds: [Kind]
  private var indexByName: [String: Int]

  package init(kinds: [Kind]) {
    self.kinds = kinds
    indexByName = Dictionary(kinds.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }

  package subscript(name: String) -> Kind? { indexByName[name].map { kinds[$0] } }

  /// The kinds whose entries are in the document.
  package var entryKinds: [Kind] { kinds.filter { $0.role == .entries } }

  /// The schema with custom kinds, sorted by name, after the built-in ones; a custom kind cannot
  /// replace a built-in one.
  package func adding(_ own: [Kind]) -> Schema {
    let new = own.filter { self[$0.name] == nil }
    if new.isEmpty { return self }
    let sorted = new.enumerated().sorted {
      ($0.element.name, $0.offset) < ($1.element.name, $1.offset)
    }
    return Schema(kinds: kinds + sorted.map(\.element))
  }

  /// Whether the document lists a kind; an unknown kind counts as listed, so that a diff hides
  /// nothing.
  package func isListed(_ kind: String) -> Bool { self[kind]?.role ?? .entries == .entries }

  /// The one-line name of an entry; its ID if the kind is unknown.
  package func title(of entry: Entry) -> String {
    self[entry.key.kind]?.title(of: entry) ?? entry.key.id
  }
}
