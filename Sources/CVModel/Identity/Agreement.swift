/// Which distinguishing features of two entries agree.
struct Agreement {
  let old: Candidate
  let new: Candidate

  /// Whether the titles agree; nil if one side has none. The same holds for the other features.
  var title: Bool? {
    isPresent(old.titleWords, new.titleWords)
      ? WordDiff.similarity(old.titleWords, new.titleWords) >= 0.5 : nil
  }
  /// Whether the first of several name fields agrees: positions at two employers are different,
  /// whatever their titles.
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

  /// Whether one ID is used for two works: at least three features are on both sides, and none
  /// agrees.
  var isOfTwoWorks: Bool {
    var present = 0
    for feature in [identifiers, date, people, venue, title] {
      if feature == true { return false }
      if feature == false { present += 1 }
    }
    return present >= 3
  }

  /// Whether the dates are compatible: equal, or one is more precise.
  private var isOneDate: Bool? {
    guard let before = old.date, let after = new.date else { return nil }
    return before == after || after.sharpens(before) || before.sharpens(after)
  }

  /// Whether both took place at the same place: same venue, and no different location.
  private var isOnePlace: Bool? {
    let venue = isOneName(old.venueWords, new.venueWords)
    let location = isOneName(old.locationWords, new.locationWords)
    return venue == false || location == false ? false : venue ?? location
  }

  /// Whether one of two names contains the words of the other.
  private func isOneName(_ left: [String], _ right: [String]) -> Bool? {
    guard isPresent(left, right) else { return nil }
    let (mine, theirs) = (Set(left), Set(right))
    return mine.isSubset(of: theirs) || theirs.isSubset(of: mine)
  }

  /// Whether both kinds are works, each according to its own schema.
  var isOfWorks: Bool { old.kind?.isOfWorks == true && new.kind?.isOfWorks == true }

  /// Whether only the title can distinguish the two: skills, languages, interests.
  private var hasTitleAlone: Bool {
    [old, new].allSatisfy { $0.date == nil && $0.venueWords.isEmpty && $0.locationWords.isEmpty }
  }

  /// Whether entries with the same title are the same entry: works need shared people; recurring
  /// entries the same date and place.
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
