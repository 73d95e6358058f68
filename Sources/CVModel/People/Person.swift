/// An item in a list of people: a person, or the mark for people left out.
package enum Person: Hashable, Sendable {
  case named(Named)
  /// `...` or `et al.`
  case elision

  /// A person as named in a list.
  package struct Named: Hashable, Sendable {
    package var name: String
    package var isEqual = false
    package var isCorresponding = false
    package var role: String?
    package var note: String?
  }

  package var name: String? {
    if case .named(let person) = self { person.name } else { nil }
  }

  /// Whether a text means that people are left out.
  package static func isElision(_ text: String) -> Bool {
    text.utf8.count <= 6 && ["...", "…", "et al.", "et al"].contains(text.lowercased())
  }
}
