/// What of an entry is kept out of everything that leaves the house.
///
/// A slip hides more, never less: a key that someone most likely meant as `visibility` or `private` counts as that, and
/// `private` hides the whole entry where it names what is no field.
package struct EntryPrivacy: Hashable, Sendable {
  /// True where nothing of the entry is shown.
  package private(set) var hidesAll = false
  /// The fields that are hidden.
  package private(set) var fields: Set<String> = []
  /// The keys that say so, which are also private.
  private(set) var keys: [String] = []

  /// - Parameter kind: the entry's, for the names of its fields.
  package init(_ entry: Entry, as kind: Kind?) {
    for (name, value) in entry.fields {
      guard let word = Self.word(meantBy: name, kind) else { continue }
      keys.append(name)
      if word == "visibility" {
        if value.text?.lowercased() != "public" { hidesAll = true }
        continue
      }
      let names = value.names
      if !names.allSatisfy({ kind?.field(named: $0) != nil || entry[$0] != nil }) {
        hidesAll = true
      }
      fields.formUnion(names)
    }
  }

  /// Whether a field is shown to others.
  package func shows(_ field: String) -> Bool { !hidesAll && !fields.contains(field) }

  private static let words = ["visibility", "private"]

  /// Other words for it that no kind has a field for.
  private static let synonyms: Set<String> = [
    "confidential", "hidden", "hide", "secret", "unlisted", "visible",
  ]

  /// `visibility` or `private`, where a key is one of them or near to it, and no field of the kind.
  static func word(meantBy name: String, _ kind: Kind?) -> String? {
    if words.contains(name) { return name }
    if kind?.hasField(name) == true || name.hasPrefix("x-") { return nil }
    let word = name.lowercased()
    if word.hasPrefix("visib") || synonyms.contains(word) { return "visibility" }
    return word.hasPrefix("priv") ? "private" : suggestion(for: word, among: words)
  }
}

extension Entry {
  /// What of it is kept out of everything that leaves the house.
  package func privacy(as kind: Kind?) -> EntryPrivacy { EntryPrivacy(self, as: kind) }

  /// True where the whole entry is.
  package func isPrivate(as kind: Kind?) -> Bool { privacy(as: kind).hidesAll }

  /// The names that `private` lists.
  package var privateFields: [String] { self["private"]?.names.filter { !$0.isEmpty } ?? [] }
}

extension Schema {
  /// What of an entry of one of these kinds is kept out of everything that leaves the house.
  package func privacy(of entry: Entry) -> EntryPrivacy { entry.privacy(as: self[entry.key.kind]) }

  package func isPrivate(_ entry: Entry) -> Bool { privacy(of: entry).hidesAll }
}

extension Plain {
  /// Every text in it, keys of mappings too: what `private` names, in whatever shape it is written.
  fileprivate var names: [String] {
    switch self {
    case .scalar(let text): [text]
    case .list(let items): items.flatMap(\.names)
    case .map(let pairs): pairs.flatMap { [$0.key] + $0.value.names }
    }
  }
}
