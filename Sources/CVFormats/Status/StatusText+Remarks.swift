/// Finds statuses in notes, years and pages.
extension StatusText {
  // MARK: States

  /// The value as one of biblatex's keys.
  func state() -> StatusWords? {
    let key = tokens.map(\.text).joined()
    guard let label = StatusPhrases.states[key] else { return nil }
    return StatusWords(status: label, words: text(0..<tokens.count), venue: nil, isAll: true)
  }

  // MARK: Remarks

  /// The status in a note, a year or pages.
  func remark() -> StatusWords? {
    let segments = segments
    for (number, segment) in segments.enumerated() {
      if number > 0, bytes.count > Self.longNote { return nil }
      guard let phrase = phrase(at: segment.lowerBound, in: segment) else { continue }
      guard let tail = tail(phrase.end..<segment.upperBound, isFirst: number == 0) else { continue }
      if StatusPhrases.exits.contains(phrase.label),
        segments.count > 1 || !tail.isPlain || tail.venue != nil
      {
        continue
      }
      return StatusWords(
        status: phrase.label, words: text(segment), venue: tail.venue.map(venueText),
        isAll: segments.count == 1 && tail.isPlain)
    }
    return nil
  }

  struct Phrase {
    var label: String
    var start: Int
    var end: Int
  }

  /// The last step of the consecutive phrases that begin here, after words without a meaning of
  /// their own.
  func phrase(at start: Int, in segment: Range<Int>) -> Phrase? {
    var index = start
    while index < segment.upperBound, isSign(index, "(,.:[~") { index += 1 }
    var first = index
    while true {
      if let match = StatusPhraseTree.shared.match(tokens[first..<segment.upperBound]) {
        return phrases(from: match, at: first, in: segment)
      }
      guard first < segment.upperBound, tokens[first].isWord,
        StatusPhrases.openings.contains(tokens[first].text), first - index < 4
      else { return nil }
      first += 1
      if isSign(first, ":") { first += 1 }
    }
  }

  func phrases(
    from match: (step: Int, count: Int), at start: Int, in segment: Range<Int>
  ) -> Phrase {
    var step = match.step
    var end = start + match.count
    while true {
      while end < segment.upperBound, StatusPhrases.endings.contains(tokens[end].text) { end += 1 }
      var next = end
      while next < segment.upperBound, isSign(next, ",/(.") || tokens[next].text == "and" {
        next += 1
      }
      guard next > end, next < segment.upperBound,
        let more = StatusPhraseTree.shared.match(tokens[next..<segment.upperBound])
      else { break }
      step = max(step, more.step)
      end = next + more.count
    }
    return Phrase(label: StatusPhrases.steps[step].label, start: start, end: end)
  }

  /// What may follow a phrase: nothing, a date, a place after `in`, `to`, `at`, or a remark after a
  /// comma.
  ///
  /// - Parameter isFirst: whether the segment is the first, so that words after a comma or a proper
  ///   name may follow.
  func tail(
    _ range: Range<Int>, isFirst: Bool
  ) -> (venue: Range<Int>?, isPlain: Bool)? {
    var index = range.lowerBound
    while isSign(index, ".)]"), index < range.upperBound { index += 1 }
    guard index < range.upperBound else { return (nil, true) }
    if isDate(index..<range.upperBound) {
      // `Accepted: 2023-09-18` is a time stamp of a repository.
      return isSign(index, ":") ? nil : (nil, false)
    }
    let isComma = isSign(index, ",:")
    let isColon = isSign(index, ":")
    if isComma || isSign(index, "-–—/") { index += 1 }
    guard index < range.upperBound, tokens[index].isWord || isSign(index, "“”‘'") else {
      return isComma ? nil : (nil, false)
    }
    let word = tokens[index].text
    if Self.prepositions.contains(word), index + 1 < range.upperBound {
      let rest = index + 1..<range.upperBound
      if isDate(rest) { return (nil, false) }
      if isThesis(rest) { return nil }
      return (Self.places.contains(word) ? rest : nil, Self.places.contains(word))
    }
    if Self.continuations.contains(word) { return nil }
    if isColon, isDate(index..<index + 1) { return nil }
    if isComma { return isFirst ? (nil, false) : nil }
    return isFirst && tokens[index].isCapitalized ? (nil, false) : nil
  }

  /// The words before a place, a person or a purpose.
  static let prepositions: Set<String> = [
    "in", "to", "at", "by", "for", "with", "as", "on", "from",
  ]

  /// The words before a venue.
  static let places: Set<String> = ["in", "to", "at", "by", "for"]

  func isThesis(_ range: Range<Int>) -> Bool {
    tokens[range].contains {
      ["thesis", "dissertation", "faculty", "partial", "award"].contains($0.text)
    }
  }

  /// Whether there are only the words, numbers and punctuation of a date.
  func isDate(_ range: Range<Int>) -> Bool {
    var hasNumber = false
    for token in tokens[range] {
      if token.isWord {
        let digits = token.text.utf8.prefix { Sign.isDigit($0) }
        let rest = token.text.dropFirst(digits.count)
        if !digits.isEmpty {
          hasNumber = true
          if !rest.isEmpty, !["st", "nd", "rd", "th", "t"].contains(rest) { return false }
        } else if BibTeXDate.number(ofMonth: token.text) == nil,
          ![
            "on", "in", "of", "spring", "summer", "fall", "autumn", "winter", "early", "late",
            "expected", "since", "as",
          ].contains(token.text)
        {
          return false
        }
      } else if !".,-–/():[]".contains(token.text) {
        return false
      }
    }
    return hasNumber
  }
}
