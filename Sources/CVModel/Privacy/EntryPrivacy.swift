internal import Text

/// The private parts of an entry, which are kept out of all output for others.
///
/// A mistake hides more, never less: a key that was probably meant as `visibility` or `private`
/// counts as such, and `private` hides the whole entry if it names an unknown field.
package struct EntryPrivacy: Hashable, Sendable {
  /// Whether the whole entry is hidden.
  package private(set) var hidesAll = false
  /// The hidden fields.
  package private(set) var fields: Set<String> = []
  /// The keys that say so, which are also private.
  package private(set) var keys: [String] = []

  /// - Parameter kind: the entry's kind, for the names of its fields.
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
      // To hide the word that hides would show the rest of an older version.
      fields.formUnion(names.filter { Self.word(meantBy: $0, kind) == nil })
    }
    let shown = Set(entry["show"]?.names ?? [])
    for field in kind?.fields ?? [] where field.isPersonal && entry[field.name] != nil {
      if !shown.contains(field.name) { fields.insert(field.name) }
    }
  }

  /// Whether all of the entry is public.
  var isEmpty: Bool { keys.isEmpty && fields.isEmpty && !hidesAll }

  /// Whether a field is public.
  package func shows(_ field: String) -> Bool { !hidesAll && !fields.contains(field) }

  private static let words = ["visibility", "private"]

  /// Synonyms, none of which is a field of any kind.
  private static let synonyms: Set<String> = [
    "confidential", "hidden", "hide", "secret", "unlisted", "visible",
  ]

  /// `visibility` or `private`, if a key is one of them or similar, and not a field of the kind.
  static func word(meantBy name: String, _ kind: Kind?) -> String? {
    if words.contains(name) { return name }
    if kind?.hasField(name) == true || name.hasPrefix("x-") { return nil }
    let word = name.lowercased()
    if word.hasPrefix("visib") || synonyms.contains(word) { return "visibility" }
    return word.hasPrefix("priv") ? "private" : suggestion(for: word, among: words)
  }
}

extension Entry {
  /// The private parts of the entry.
  package func privacy(as kind: Kind?) -> EntryPrivacy { EntryPrivacy(self, as: kind) }

  /// Whether the whole entry is private.
  package func isPrivate(as kind: Kind?) -> Bool { privacy(as: kind).hidesAll }

  /// The names in `private`.
  package var privateFields: [String] { self["private"]?.names.filter { !$0.isEmpty } ?? [] }
}

extension Schema {
  /// The private parts of an entry of one of these kinds.
  package func privacy(of entry: Entry) -> EntryPrivacy { entry.privacy(as: self[entry.key.kind]) }

  package func isPrivate(_ entry: Entry) -> Bool { privacy(of: entry).hidesAll }
}

extension Plain {
  /// All texts in it, including keys of mappings: the names in `private`, in whatever shape it is
  /// written.
  fileprivate var names: [String] {
    switch self {
    case .scalar(let text): [text]
    case .list(let items): items.flatMap(\.names)
    case .map(let pairs): pairs.flatMap { [$0.key] + $0.value.names }
    }
  }
}
