internal import Text

/// A name in its parts: a person's, or that of a group.
///
/// The one parser of names for matching, printing and exports; `BibTeXNames` parses BibTeX's own
/// syntax into the same parts.
package struct NameParts: Hashable, Sendable {
  package var given = ""
  /// `van der`, `de la`: written small, before the family name.
  package var particle = ""
  package var family = ""
  /// `Jr.`, `III`.
  package var suffix = ""
  /// True for an organization or a collaboration: its whole name is the family name.
  package var isGroup = false

  package init(
    given: String = "", particle: String = "", family: String = "", suffix: String = "",
    isGroup: Bool = false
  ) {
    self.given = given
    self.particle = particle
    self.family = family
    self.suffix = suffix
    self.isGroup = isGroup
  }

  /// Reads `Given van der Family Jr.`, `van der Family, Given`, `Family, Jr., Given`, or the name
  /// of a group.
  ///
  /// Marks, remarks, degrees and titles are left out; `NameReader` lists them.
  package init(_ written: String) { self = NameReader(written).parts }

  /// The same for a person whose family name is known: `Ursula K. Le Guin`, with `Le Guin`.
  package init(_ written: String, family: String) {
    self = NameReader(written).parts
    let known = NameReader.words(family)
    let words = NameReader.words([given, particle, self.family].joined(separator: " "))
    guard !isGroup, !known.isEmpty, words.count > known.count,
      zip(words.suffix(known.count), known).allSatisfy({ $0.wordFolded == $1.wordFolded })
    else { return }
    given = words.dropLast(known.count).joined(separator: " ")
    (particle, self.family) = NameReader.particleAndFamily(Array(words.suffix(known.count)))
  }

  /// In the order in which it is spoken: `Ludwig van Beethoven Jr.`, `王小明`.
  package var spoken: String {
    if !given.isEmpty, particle.isEmpty, suffix.isEmpty, family.isIdeographic, given.isIdeographic {
      return family + given
    }
    return [given, particle, family, suffix].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// In the order of a library, which reads again as the same parts: `van Beethoven, Jr., Ludwig`.
  package var sorted: String {
    let last = [particle, family].filter { !$0.isEmpty }.joined(separator: " ")
    if isGroup || given.isEmpty && suffix.isEmpty { return last }
    return [last, suffix, given].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// As a record writes it: a text if that reads again as this name, else a mapping of its parts.
  package var plain: Plain { plain(as: spoken) }

  /// The same with a text of the caller's.
  package func plain(as text: String) -> Plain {
    let read = NameReader(text)
    let isSame = read.parts.isGroup == isGroup && read.parts.sorted == sorted
    // What holds more than a name is kept as it is, and reported.
    if isSame || !read.additions.isEmpty { return .scalar(text) }
    if isGroup { return ["group": .scalar(family)] }
    var pairs: [String: Plain] = [:]
    if !given.isEmpty { pairs["given"] = .scalar(given) }
    pairs["family"] = .scalar([particle, family].filter { !$0.isEmpty }.joined(separator: " "))
    if !suffix.isEmpty { pairs["suffix"] = .scalar(suffix) }
    return .map(pairs)
  }

  /// The keys that name a person or a group in a list of people.
  package static let keys = ["name", "given", "family", "suffix", "group"]

  /// The parts that a mapping gives: `{given: Ursula K., family: Le Guin}` or `{group: ATLAS
  /// Collaboration}`.
  package init?(_ pairs: [String: Plain]) {
    if let group = pairs["group"]?.text {
      self.init(family: group, isGroup: true)
    } else if let family = pairs["family"]?.text {
      self.init(given: pairs["given"]?.text ?? "", suffix: pairs["suffix"]?.text ?? "")
      (particle, self.family) = NameReader.particleAndFamily(NameReader.words(family))
    } else {
      return nil
    }
  }
}

extension Plain {
  /// The name of an item in a list of people, as one text that reads as the same parts; nil if it
  /// has none.
  package var personName: String? {
    guard case .map(let pairs) = self else { return text }
    return pairs["name"]?.text ?? NameParts(pairs)?.sorted
  }

  /// The same in the order in which it is spoken.
  package var spokenPersonName: String? {
    guard case .map(let pairs) = self else { return text }
    return pairs["name"]?.text ?? NameParts(pairs)?.spoken
  }

  /// The way from an item in a list of people to its name.
  var pathToName: [Misread.Step] {
    guard case .map(let pairs) = self else { return [] }
    return ["name", "group", "family"].first { pairs[$0] != nil }.map { [.value($0)] } ?? []
  }
}

extension String {
  /// True if all of its letters are Chinese characters, Japanese syllables or Korean letters.
  fileprivate var isIdeographic: Bool {
    !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF,
          0x20000...0x3134F:
          true
        default: false
        }
      }
  }
}
