internal import Text

/// Parses a name, and lists what in it is not part of the name.
package struct NameReader: Sendable {
  package private(set) var parts = NameParts()
  /// What was written into the name, in the order in which it was found.
  package private(set) var additions: [Addition] = []

  /// Something written into a name that is not part of it.
  package enum Addition: Hashable, Sendable {
    /// `*`, `†`, a footnote's number.
    case mark(String)
    /// `(first author)`, without the brackets.
    case remark(String)
    /// `PhD`, behind the name.
    case degree(String)
    /// `Dr.`, before the name.
    case title(String)
    /// `**Ada Lovelace**`
    case markup
    /// `Zo{\"e}`
    case tex
    /// `et al.`
    case others
  }

  package init(_ written: String) {
    let name =
      written.utf8.contains(where: Self.mayBeAddition) ? withoutAdditions(written) : written
    read(name)
  }

  /// The words between spaces.
  static func words(_ text: some StringProtocol) -> [String] {
    text.utf8.split { $0 <= 32 }.map { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: Order

  private mutating func read(_ name: String) {
    var sections = Array(name.utf8).split(separator: UInt8(ascii: ","))
      .map { Self.words(String(decoding: $0, as: UTF8.self)) }.filter { !$0.isEmpty }
    while sections.count > 1, let last = sections.last, isDegree(last, after: sections) {
      additions.append(.degree(last.joined(separator: " ")))
      sections.removeLast()
    }
    guard let first = sections.first else { return }
    if sections.count == 1 { return readSpoken(first) }
    let isSuffix = sections.map { $0.count == 1 && NameWords.isSuffix($0[0]) }
    if sections.count == 2, isSuffix[1] {
      readSpoken(first)
      parts.suffix = sections[1][0]
      return
    }
    var given = Array(sections.dropFirst().joined())
    if let place = isSuffix.dropFirst().firstIndex(of: true) {
      parts.suffix = sections[place][0]
      given = sections.indices.dropFirst().filter { $0 != place }.flatMap { sections[$0] }
    }
    // A library's `Beethoven, Ludwig van`.
    let particle = given.reversed().prefix { NameWords.isParticle($0) }.reversed()
    let (ownParticle, family) = Self.particleAndFamily(first)
    parts.family = family
    parts.particle = ownParticle
    if ownParticle.isEmpty, particle.count < given.count {
      parts.particle = particle.joined(separator: " ")
      given.removeLast(particle.count)
    }
    parts.given = given.joined(separator: " ")
  }

  /// Reads the words of a name in the order in which it is spoken.
  private mutating func readSpoken(_ words: [String]) {
    var words = words
    while words.count > 1, NameWords.isTitle(words[0]) {
      additions.append(.title(words.removeFirst()))
    }
    while words.count > 2, let last = words.last, NameWords.isDegree(last) {
      additions.append(.degree(words.removeLast()))
    }
    if words.count > 1, words.contains(where: NameWords.isGroupWord) {
      parts.family = words.joined(separator: " ")
      parts.isGroup = true
      return
    }
    if words.count > 1, let last = words.last, NameWords.isSuffix(last) {
      parts.suffix = words.removeLast()
    }
    // `Li Wei (李伟)`
    let inOtherScript =
      words.count > 1 && words.last?.hasPrefix("(") == true ? words.popLast() : nil
    let start = Self.startOfFamily(words)
    parts.given = words[..<start].joined(separator: " ")
    (parts.particle, parts.family) = Self.particleAndFamily(Array(words[start...]))
    if let inOtherScript { parts.family += " " + inOtherScript }
  }

  /// Where the family name begins, with the small words before it: those behind the first word, and
  /// known ones there.
  private static func startOfFamily(_ words: [String]) -> Int {
    guard words.count > 1 else { return 0 }
    if NameWords.isParticle(words[0]) { return 0 }
    let small = words.indices.dropFirst().dropLast().first { words[$0].beginsSmall }
    guard let small else { return words.count - 1 }
    // `José Ortega y Gasset`
    let joinsTwo = NameWords.conjunctions.contains(words[small]) && small > 1
    return joinsTwo ? small - 1 : small
  }

  /// The small words at the beginning of a family name, and the rest.
  static func particleAndFamily(_ words: [String]) -> (particle: String, family: String) {
    let count = words.dropLast().prefix(while: \.beginsSmall).count
    return (
      words[..<count].joined(separator: " "), words[count...].joined(separator: " ")
    )
  }

  /// `Smith, M. D.` may be initials; a degree follows a whole name, or is none but a degree.
  private func isDegree(_ words: [String], after sections: [[String]]) -> Bool {
    guard words.allSatisfy({ NameWords.isDegree($0) }) else { return false }
    return sections.count > 2 || sections[0].count > 1
      || !words.allSatisfy { $0.filter(\.isLetter).allSatisfy(\.isUppercase) }
  }

  // MARK: Additions

  /// True for a byte that a mark, a bracket or markup begins with.
  private static func mayBeAddition(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "_"), UInt8(ascii: "`"),
      UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\\"),
      UInt8(ascii: "$"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), 0xC2, 0xE2:
      true
    default: false
    }
  }

  private mutating func withoutAdditions(_ written: String) -> String {
    var name = Substring(written.trimmed)
    if TeXMarks.isIn(written) {
      additions.append(.tex)
      return written
    }
    for mark in ["***", "**", "__", "*", "_", "`"]
    where name.utf8.count > 2 * mark.utf8.count && name.hasPrefix(mark) && name.hasSuffix(mark) {
      additions.append(.markup)
      name = name.dropFirst(mark.count).dropLast(mark.count)
      break
    }
    for words in [" et al.", " et al", " and others"] where name.lowercased().hasSuffix(words) {
      additions.append(.others)
      name = Substring(name.dropLast(words.count).trimmed)
      if name.last == "," { name = name.dropLast() }
      break
    }
    dropMarks(&name)
    dropRemarks(&name)
    dropMarks(&name)
    return String(name)
  }

  /// Takes marks off both ends.
  private mutating func dropMarks(_ name: inout Substring) {
    var marks = ""
    while name.count > 1, let last = name.last,
      Self.isMark(last) || isFootnote(last, in: name, before: marks)
    {
      marks = String(last) + marks
      name.removeLast()
    }
    while name.count > 1, let first = name.first, Self.isMark(first) {
      marks.append(name.removeFirst())
    }
    let isComma = marks.allSatisfy { $0 == "," || $0 == " " }
    if !marks.isEmpty, !isComma { additions.append(.mark(marks.trimmed)) }
    name = Substring(name.trimmed)
  }

  private static func isMark(_ character: Character) -> Bool {
    "*†‡§¶#⁎∗✉✝⁰¹²³⁴⁵⁶⁷⁸⁹".contains(character)
  }

  /// A digit behind a letter, `Roe1`, or one of several numbers or marks with commas between them:
  /// `Roe1,2`, `Roe*, †`.
  private func isFootnote(_ last: Character, in name: Substring, before marks: String) -> Bool {
    if last == "," || last == " " {
      let before = name.dropLast().last { $0 != " " }
      return !marks.isEmpty && before.map { $0.isNumber || Self.isMark($0) } == true
    }
    guard last.isASCII, last.isNumber else { return false }
    let before = name.reversed().first { !($0.isASCII && ($0.isNumber || $0 == ",")) }
    return before.map { $0.isLetter || $0 == "." || Self.isMark($0) } == true
  }

  /// Takes off what stands in brackets at the end, but not the name in another script: `Li Wei
  /// (李伟)`.
  private mutating func dropRemarks(_ name: inout Substring) {
    for (open, close) in [("(", ")"), ("[", "]")] as [(Character, Character)] {
      guard name.last == close, let start = name.lastIndex(of: open), start > name.startIndex else {
        continue
      }
      let inner = name[name.index(after: start)...].dropLast()
      guard
        inner.unicodeScalars.contains(where: { $0.isASCII && $0.properties.isAlphabetic })
          || inner.allSatisfy({ Self.isMark($0) || $0 == "," || $0.isNumber })
      else { continue }
      name = Substring(name[..<start].trimmed)
      if !inner.isEmpty { additions.append(.remark(String(inner))) }
    }
  }
}

extension String {
  /// True if the first letter is a small one.
  var beginsSmall: Bool {
    guard let first = unicodeScalars.first else { return false }
    return first.isASCII ? ("a"..."z").contains(first) : first.properties.isLowercase
  }
}
