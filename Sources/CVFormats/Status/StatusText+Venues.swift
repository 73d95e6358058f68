/// Finds statuses in the names of venues.
extension StatusText {
  // MARK: Venues

  /// The status at the end or start of a venue, in brackets in it, or as the whole of it.
  func venue() -> StatusWords? {
    let whole = 0..<tokens.count
    if let phrase = phrase(at: 0, in: whole), !StatusPhrases.exits.contains(phrase.label) {
      if let result = startOfVenue(phrase) { return result }
    }
    for index in tokens.indices.reversed() where isSeparator(index) && index > 0 {
      guard let phrase = phrase(at: index + 1, in: index + 1..<tokens.count),
        phrase.start <= index + 3, !StatusPhrases.exits.contains(phrase.label)
      else { continue }
      let isBracket = isSign(index, "([")
      if let result = endOfVenue(phrase, separator: index, isBracket: isBracket) { return result }
    }
    return nil
  }

  private func isSeparator(_ index: Int) -> Bool {
    isSign(index, ",([;:") || isSign(index, "-–—/.|")
  }

  private func startOfVenue(_ phrase: Phrase) -> StatusWords? {
    var index = phrase.end
    while isSign(index, ".)]") { index += 1 }
    let words = text(phrase.start..<phrase.end)
    if index >= tokens.count {
      return StatusWords(status: phrase.label, words: words, venue: nil, isAll: true)
    }
    if isDate(index..<tokens.count) {
      if isSign(index, ":") { return nil }
      return StatusWords(status: phrase.label, words: words, venue: nil, isAll: false)
    }
    var isOpen = isSign(index, ",:-–—")
    if isOpen { index += 1 }
    guard index < tokens.count else { return nil }
    if Self.places.contains(tokens[index].text), index + 1 < tokens.count {
      isOpen = true
      index += 1
    }
    guard isOpen, !Self.continuations.contains(tokens[index].text), !isThesis(index..<tokens.count)
    else { return nil }
    return StatusWords(
      status: phrase.label, words: words, venue: venueText(index..<tokens.count), isAll: true)
  }

  private func endOfVenue(
    _ phrase: Phrase, separator: Int, isBracket: Bool
  ) -> StatusWords? {
    var end = phrase.end
    var isPlain = true
    var place: Range<Int>?
    if isBracket {
      // Everything up to the closing bracket: a date, or a place.
      let close = tokens[end...].firstIndex { !$0.isWord && ($0.text == ")" || $0.text == "]") }
      let last = close ?? tokens.count
      if end < last {
        guard let tail = tail(end..<last, isFirst: true) else { return nil }
        isPlain = false
        place = tail.venue
      }
      end = last
    } else if end < tokens.count {
      while isSign(end, ".)]") { end += 1 }
      if end < tokens.count {
        guard isDate(end..<tokens.count), !isSign(end, ":") else { return nil }
        isPlain = false
        end = tokens.count
      }
    }
    let before = text(0..<separator)
    if isBracket, end + 1 < tokens.count { isPlain = false }
    return StatusWords(
      status: phrase.label, words: text(phrase.start..<phrase.end),
      venue: place.map(venueText).map { before.isEmpty ? $0 : before } ?? before, isAll: isPlain)
  }
}
