/// How far two entries agree in what tells works apart.
struct Agreement {
  let old: Candidate
  let new: Candidate

  /// Whether a feature agrees, nil where one side does not have it.
  var title: Bool? {
    isPresent(old.titleWords, new.titleWords)
      ? WordDiff.similarity(old.titleWords, new.titleWords) >= 0.5 : nil
  }
  /// Whether the first of several fields that make the name agrees: positions at two employers are two, whatever they are called.
  var firstName: Bool? {
    isPresent(old.firstNameWords, new.firstNameWords)
      ? WordDiff.similarity(old.firstNameWords, new.firstNameWords) >= 0.5 : nil
  }
  var people: Bool? {
    old.others.isEmpty || new.others.isEmpty ? nil : !old.others.isDisjoint(with: new.others)
  }
  var date: Bool? {
    guard let before = old.date, let after = new.date else { return nil }
    return before.year == after.year
  }
  var venue: Bool? {
    isPresent(old.venueWords, new.venueWords)
      ? WordDiff.similarity(old.venueWords, new.venueWords) >= 0.5 : nil
  }
  var identifiers: Bool? {
    old.identifiers.isEmpty || new.identifiers.isEmpty
      ? nil : !old.identifiers.isDisjoint(with: new.identifiers)
  }

  private func isPresent(_ left: [String], _ right: [String]) -> Bool {
    !left.isEmpty && !right.isEmpty
  }

  /// True where one id stands for two works: at least three features are on both sides, and none agrees.
  var isOfTwoWorks: Bool {
    var present = 0
    for feature in [identifiers, date, people, venue, title] {
      if feature == true { return false }
      if feature == false { present += 1 }
    }
    return present >= 3
  }

  /// True where the dates, as far as they are written, are one: equal, or one says more.
  private var isOneDate: Bool? {
    guard let before = old.date, let after = new.date else { return nil }
    return before == after || after.sharpens(before) || before.sharpens(after)
  }

  /// True where both took place at one place: one venue, and no other location.
  private var isOnePlace: Bool? {
    let venue = isOneName(old.venueWords, new.venueWords)
    let location = isOneName(old.locationWords, new.locationWords)
    return venue == false || location == false ? false : venue ?? location
  }

  /// True where one of two names holds the words of the other.
  private func isOneName(_ left: [String], _ right: [String]) -> Bool? {
    guard isPresent(left, right) else { return nil }
    let (mine, theirs) = (Set(left), Set(right))
    return mine.isSubset(of: theirs) || theirs.isSubset(of: mine)
  }

  /// True where both kinds hold works; each side's own schema says so.
  var isOfWorks: Bool { old.kind?.isOfWorks == true && new.kind?.isOfWorks == true }

  /// True where nothing but the title could tell the two apart: skills, languages, interests.
  private var hasTitleAlone: Bool {
    [old, new].allSatisfy { $0.date == nil && $0.venueWords.isEmpty && $0.locationWords.isEmpty }
  }

  /// True where entries of one title are one entry: works by people they share; what comes again by date and place.
  var isOneUnderItsTitle: Bool {
    guard old.kind != nil, new.kind != nil else { return false }
    if isOfWorks, !old.people.isEmpty || !new.people.isEmpty {
      return !old.people.isDisjoint(with: new.people)
    }
    if hasTitleAlone { return true }
    if isOfWorks { return isOneDate != false || isOnePlace == true }
    return isOneDate != false && isOnePlace != false && (isOneDate == true || isOnePlace == true)
  }
}
