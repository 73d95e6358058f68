/// How far two entries agree in what tells works apart.
struct Agreement {
  let old: Candidate
  let new: Candidate

  /// Whether a feature agrees, nil where one side does not have it.
  var title: Bool? {
    isPresent(old.titleWords, new.titleWords)
      ? WordDiff.similarity(old.titleWords, new.titleWords) >= 0.5 : nil
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

  /// True where entries of one title are one entry: works by people they share; what comes again by date and place.
  var isOneUnderItsTitle: Bool {
    guard let kind = new.kind else { return false }
    if kind.isOfWorks, !old.people.isEmpty || !new.people.isEmpty {
      return !old.people.isDisjoint(with: new.people)
    }
    let place = venueIsEqual
    if kind.isOfWorks { return isOneDate != false || place == true }
    return isOneDate != false && place != false && (isOneDate == true || place == true)
  }

  private var venueIsEqual: Bool? {
    isPresent(old.venueWords, new.venueWords) ? old.venueWords == new.venueWords : nil
  }
}
