/// All kinds that a CV's records are read by: the built-in ones and the user's own.
package struct Schema: Hashable, Sendable {
  /// In the order in which the document lists them where `cv.yaml` does not say.
  package private(set) var kinds: [Kind]
  private var indexByName: [String: Int]

  package init(kinds: [Kind]) {
    self.kinds = kinds
    indexByName = Dictionary(kinds.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }

  package subscript(name: String) -> Kind? { indexByName[name].map { kinds[$0] } }

  /// The kinds whose entries stand in the document.
  package var entryKinds: [Kind] { kinds.filter { $0.role == .entries } }

  /// With kinds of the user's own, which stand behind the built-in entries; a built-in name is kept.
  package func adding(_ own: [Kind]) -> Schema {
    Schema(kinds: kinds + own.filter { self[$0.name] == nil })
  }

  /// The one-line name of an entry, its id where the kind is unknown.
  package func title(of entry: Entry) -> String {
    self[entry.key.kind]?.title(of: entry) ?? entry.key.id
  }
}
