/// A person as named in a list: the name, and the record that claims it.
///
/// Only this type decides whether two names are the same person.
struct PersonIdentity: Hashable, Sendable {
  let name: PersonName
  /// Nil if no record claims the name.
  let person: String?

  /// How certain it is that two names are the same person.
  enum Match: Comparable {
    /// Different people, as far as the names show.
    case none
    /// The same family name, with compatible given names or initials.
    case likely
    /// The same record, or two spellings of the same name.
    case certain
  }

  /// Compares two names.
  ///
  /// A short name with its own record is that person, not someone with a compatible longer name.
  func match(_ other: PersonIdentity) -> Match {
    if let person, let theirs = other.person { return person == theirs ? .certain : .none }
    if name.spelling == other.name.spelling { return .certain }
    let (length, theirs) = (name.givenLength, other.name.givenLength)
    let isShortOnRecord =
      length <= theirs && person != nil || theirs <= length && other.person != nil
    return !isShortOnRecord && name.isCompatible(with: other.name) ? .likely : .none
  }

  /// One text for all spellings of a person: the record's own, or family name and first initial.
  var text: String { person ?? name.familyAndInitial }
}
