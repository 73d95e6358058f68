/// The rung below similarity: the IDs share a word that no other ID has, and the people are the
/// same.
///
/// `preprint-bsp3` becomes `2022-11-bsp3`, with another title, venue and status. Every step is
/// linear in the number of IDs.
extension Pairing {
  mutating func pairByIDWord() {
    let kinds = Set(freeOld.map { old[$0].key.kind })
      .intersection(freeNew.map { new[$0].key.kind })
      .filter { oldSchema[$0]?.isOfWorks == true && newSchema[$0]?.isOfWorks == true }
    if kinds.isEmpty { return }
    let before = WordHolders(old, otherKeys, kinds)
    let after = WordHolders(new, otherKeys, kinds)
    let isFreeNew = Set(freeNew)
    var found: [(old: Int, new: Int)] = []
    for oldIndex in freeOld where kinds.contains(old[oldIndex].key.kind) {
      let key = old[oldIndex].key
      for word in IDWords(key.id).distinctive {
        guard before.only(word, in: key.kind) == oldIndex,
          let newIndex = after.only(word, in: key.kind), isFreeNew.contains(newIndex),
          isOneWork(oldIndex, newIndex, sharing: word)
        else { continue }
        found.append((oldIndex, newIndex))
      }
    }
    take(unambiguous(found, by: .idWord))
  }

  private func isOneWork(_ oldIndex: Int, _ newIndex: Int, sharing word: String) -> Bool {
    let agreement = agreement(oldIndex, newIndex)
    guard agreement.isOfOneGroup, !agreement.isOfTwoWorks, !agreement.identifiersDiffer,
      agreement.mayBeOneWorkAppearing
    else { return false }
    return !agreement.describesBoth(word)
  }
}

/// The words of an ID: its parts between hyphens.
struct IDWords {
  private let words: Set<Substring>

  init(_ id: String) { words = Set(id.lowercased().split(separator: "-")) }

  /// All words, sorted.
  var all: [String] { words.map(String.init).sorted() }

  /// The words that may identify a work, without numbers, single letters, months, seasons, or words
  /// such as `the`.
  var distinctive: [String] {
    all.filter { word in
      word.unicodeScalars.count > 1
        && word.unicodeScalars.contains { !("0"..."9").contains($0) }
        && !Similarity.commonWords.contains(word) && !PartialDate.isMonthOrSeason(word)
    }
  }
}

/// For each word, the entry of one side whose ID contains it, if it is unique.
private struct WordHolders {
  private var holders: [EntryKey: Int] = [:]
  private var shared: Set<EntryKey> = []

  /// - Parameters:
  ///   - others: the keys of entries that are on both sides and were not read.
  ///   - kinds: the kinds whose IDs matter.
  init(_ entries: [Entry], _ others: Set<EntryKey>, _ kinds: Set<String>) {
    for (index, entry) in entries.enumerated() where kinds.contains(entry.key.kind) {
      for word in IDWords(entry.key.id).all {
        let key = EntryKey(kind: entry.key.kind, id: word)
        if holders.updateValue(index, forKey: key) != nil { shared.insert(key) }
      }
    }
    for other in others where kinds.contains(other.kind) {
      for word in IDWords(other.id).all { shared.insert(EntryKey(kind: other.kind, id: word)) }
    }
  }

  /// The index of the only entry of a kind with a word in its ID.
  func only(_ word: String, in kind: String) -> Int? {
    let key = EntryKey(kind: kind, id: word)
    return shared.contains(key) ? nil : holders[key]
  }
}

extension Agreement {
  /// Whether both list three or more people, and at least 80 % of them are the same.
  ///
  /// A list with an elision is compared by the people that it names.
  var isOfOneGroup: Bool {
    let (mine, theirs) = (old.people.count, new.people.count)
    guard min(mine, theirs) >= 3 else { return false }
    let isElided = old.isElided || new.isElided
    let total = isElided ? min(mine, theirs) : max(mine, theirs)
    return 5 * old.people.intersection(new.people).count >= 4 * total
  }

  /// Whether both have an identifier of the same scheme, and the two cannot belong to one work.
  ///
  /// The DOIs of a preprint and of the published version differ, and so do their PubMed IDs.
  var identifiersDiffer: Bool {
    let isPublication = old.isPreprint != new.isPreprint
    for scheme in ["doi", "pmid", "arxiv", "isbn", "repository"] {
      let (before, after) = (old.identifiers(of: scheme), new.identifiers(of: scheme))
      if before.isEmpty || after.isEmpty || !before.isDisjoint(with: after) { continue }
      if isPublication, scheme == "doi" || scheme == "pmid" { continue }
      return true
    }
    return false
  }

  /// Whether the two may be one work before and after publication.
  ///
  /// False if both were accepted; if both have a status, neither was accepted, and both or neither
  /// are preprints; if they are three or more years apart; or if the accepted one is older. A work
  /// gets another title and venue only once, usually within two years. The result is the same in
  /// both directions of a diff.
  var mayBeOneWorkAppearing: Bool {
    if old.isAccepted && new.isAccepted { return false }
    let haveStatus = old.status != nil && new.status != nil
    if haveStatus, old.isAccepted == new.isAccepted, old.isPreprint == new.isPreprint {
      return false
    }
    guard let before = old.date, let after = new.date else { return true }
    if old.isAccepted, before.year < after.year { return false }
    if new.isAccepted, after.year < before.year { return false }
    return abs(before.year - after.year) < 3
  }

  /// Whether a word describes the venue, kind or people of an entry, and so occurs for many works.
  func describesBoth(_ word: String) -> Bool {
    let stem = String(word.prefix { !$0.isNumber })
    return [old, new].contains { $0.describes(word) || !stem.isEmpty && $0.describes(stem) }
  }
}

extension Candidate {
  /// Whether it is a preprint, by its type or by the registrant of its DOI.
  var isPreprint: Bool {
    entry["type"]?.text == "preprint"
      || identifiers(of: "doi").contains(where: IdentifierScheme.isPreprintDOI)
  }

  var status: String? { kind?.status(of: entry) }

  /// Whether its status is Accepted or later.
  var isAccepted: Bool {
    guard let lifecycle = kind?.lifecycle, let status,
      let rank = lifecycle.step(named: status)?.rank
    else { return false }
    return rank >= lifecycle.acceptedRank
  }

  /// The canonical identifiers of a scheme.
  func identifiers(of scheme: String) -> Set<String> {
    if scheme == "pmid" { return Set([entry[scheme]?.text].compactMap(\.self)) }
    let prefix = scheme + ":"
    return Set(
      identifiers.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) })
  }

  /// Whether a word is part of its venue, kind, type, status or people.
  func describes(_ word: String) -> Bool {
    if venueWords.contains(word) || acronyms(of: venueWords).contains(word) { return true }
    let listed = kind?.peopleField.flatMap { entry[$0]?.items } ?? []
    let names = listed.compactMap(\.personName)
    return names.contains { $0.comparedWords.contains(word) }
      || (kind?.ownWords.contains(word) ?? false)
  }

  /// `joss` for the Journal of Open Source Software; with and without words such as `of`.
  private func acronyms(of words: [String]) -> [String] {
    [words, words.filter { !Similarity.commonWords.contains($0) }]
      .map { String($0.compactMap(\.first)) }
  }
}

extension Kind {
  /// The words of its names, and of the choices and statuses of its fields.
  fileprivate var ownWords: Set<String> {
    var texts = [name, singular, plural]
    for field in fields {
      switch field.type {
      case .choice(let values): texts += values
      case .status(let lifecycle): texts += lifecycle.allSteps.flatMap { [$0.label] + $0.aliases }
      default: break
      }
    }
    return Set(texts.flatMap(\.comparedWords))
  }
}

extension IdentifierScheme {
  /// The DOI prefixes of preprint servers: arXiv, bioRxiv and medRxiv, Research Square, ChemRxiv,
  /// the OSF's servers, SSRN, Preprints.org, Authorea, TechRxiv.
  private static let preprintPrefixes = [
    "10.48550/", "10.1101/2", "10.64898/", "10.21203/", "10.26434/", "10.31219/", "10.31223/",
    "10.31234/", "10.31235/", "10.35542/", "10.2139/ssrn", "10.20944/", "10.22541/", "10.36227/",
  ]

  /// Whether a preprint server registered the DOI.
  static func isPreprintDOI(_ doi: String) -> Bool {
    preprintPrefixes.contains { doi.lowercased().hasPrefix($0) }
  }
}
