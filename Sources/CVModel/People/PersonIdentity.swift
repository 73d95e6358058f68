/// A person as a list names them: the name, and the record that claims it.
///
/// Whether two names are one person is decided here, and nowhere else.
struct PersonIdentity: Hashable, Sendable {
  let name: PersonName
  /// Nil if no record claims the name.
  let person: String?

  /// How sure it is that two names are one person's.
  enum Match: Comparable {
    /// Other people, as far as the names show.
    case none
    /// One family name, and given names or initials that fit.
    case likely
    /// One record, or one name in two spellings.
    case certain
  }

  /// Compares two names.
  ///
  /// A short name with a record of its own is that person, not someone whose longer name it fits.
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
