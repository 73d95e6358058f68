/// Words in a name that say what they are.
enum NameWords {
  /// True for what follows a name to tell generations apart.
  static func isSuffix(_ word: String) -> Bool {
    suffixes.contains(word) || ["jr.", "jr", "sr.", "sr"].contains(word.lowercased())
  }

  private static let suffixes: Set<String> = ["II", "III", "IV", "2nd", "3rd"]

  /// True for a small word that belongs to the family name behind it, also where no given name
  /// stands before it.
  static func isParticle(_ word: String) -> Bool { particles.contains(word) }

  private static let particles: Set<String> = [
    "af", "al", "av", "bin", "bint", "d'", "da", "dal", "dalla", "das", "de", "degli", "dei", "del",
    "della", "den", "der", "des", "di", "do", "dos", "du", "el", "ibn", "la", "las", "le", "los",
    "te", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur", "'t",
  ]

  /// What joins the two halves of one family name.
  static let conjunctions: Set<String> = ["y", "i", "e"]

  /// True for what stands before a name, and belongs to the person, not to the name.
  static func isTitle(_ word: String) -> Bool { titles.contains(word) }

  private static let titles: Set<String> = [
    "Dr.", "Dr", "Prof.", "Prof", "Professor", "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms",
    "Dipl.-Ing.", "Ing.",
  ]

  /// True for a degree or a licence behind a name.
  static func isDegree(_ word: String) -> Bool {
    degrees.contains(word.filter { $0 != "." })
  }

  private static let degrees: Set<String> = [
    "PhD", "DPhil", "DSc", "ScD", "EdD", "EngD", "PharmD", "PsyD", "DrPH", "MD", "DO", "DDS", "DVM",
    "JD", "LLM", "LLB", "MSc", "MPhil", "MEng", "MBA", "MPH", "MFA", "MRes", "BSc", "BEng", "BFA",
    "FRS", "FRSE", "FACS", "RN", "CPA", "CFA", "PMP", "Esq",
  ]

  /// True for a word that only the names of groups have.
  static func isGroupWord(_ word: String) -> Bool { groupWords.contains(word) }

  private static let groupWords: Set<String> = [
    "Agency", "Alliance", "Association", "Collaboration", "Collaborators", "Commission",
    "Committee", "Community", "Consortium", "Contributors", "Corporation", "Council", "Department",
    "Developers", "Federation", "Foundation", "GmbH", "Group", "Inc.", "Initiative", "Institute",
    "Investigators", "LLC", "Laboratory", "Ltd", "Ltd.", "Ministry", "Network", "Organisation",
    "Organization", "Partnership", "Programme", "Project", "Society", "Team", "University",
  ]
}

/// Marks of TeX in a text: macros for letters and commands, which records write in Unicode.
package enum TeXMarks {
  /// True for `\"o`, `{\o}`, `\emph{`, and what else begins with a backslash before a letter and
  /// goes on with a brace.
  package static func isIn(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { bytes[$0] == UInt8(ascii: "\\") && isMacro(bytes, at: $0 + 1) }
  }

  /// The same outside of code and formulas; there two hyphens between digits, or between spaces,
  /// are a dash too.
  package static func isInProse(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "\\")) || text.contains("--") else { return false }
    return Inline.parse(text).contains(where: isInProse)
  }

  private static func isInProse(_ inline: Inline) -> Bool {
    switch inline {
    case .text(let text): isIn(text) || hasDash(text)
    case .strong(let inner), .emphasis(let inner), .link(let inner, _):
      inner.contains(where: isInProse)
    case .code, .math: false
    }
  }

  private static func hasDash(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return text.utf8.contains(UInt8(ascii: "-"))
      && bytes.indices.contains { index in
        guard bytes[index...].starts(with: "--".utf8), index > 0, bytes[index - 1] != 45 else {
          return false
        }
        let after = bytes[index...].first { $0 != 45 }
        let isBetweenDigits = isDigit(bytes[index - 1]) && after.map(isDigit) == true
        return isBetweenDigits || bytes[index - 1] == 32 && after == 32
      }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isMacro(_ bytes: [UInt8], at start: Int) -> Bool {
    guard start < bytes.count else { return false }
    let isInBraces = start > 1 && bytes[start - 2] == UInt8(ascii: "{")
    if "\"'`^~=.".utf8.contains(bytes[start]) {
      let next = bytes[(start + 1)...].first
      return next.map { isLetter($0) || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "\\") }
        ?? false
    }
    let name = bytes[start...].prefix(while: isLetter)
    guard !name.isEmpty else { return false }
    return isInBraces || bytes[name.endIndex...].first == UInt8(ascii: "{")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }
}
