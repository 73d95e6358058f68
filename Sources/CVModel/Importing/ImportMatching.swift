/// Finds which entries of one list are which of another: by key, then by DOI, arXiv ID, and title
/// with first author.
///
/// A key counts unless both title and first author differ. A title alone never does. Each rung
/// pairs only what is unique under it on both sides, so the order of the lists makes no difference.
struct ImportMatching {
  private let left: [Entry]
  private let right: [Entry]
  private let traits: ImportTraits
  /// For each entry on the left the one on the right.
  private(set) var partners: [Int?]
  private var isTaken: [Bool]

  /// - Parameters:
  ///   - known: what is paired already; nil for an entry on the left that is to stay alone.
  ///   - taken: the entries on the right that are to stay alone.
  ///   - isOfOneFile: true for two versions of a file, false for a file and records.
  init(
    _ left: [Entry], _ right: [Entry], schema: Schema, people: PeopleDirectory,
    known: [Int: Int?] = [:], taken: Set<Int> = [], isOfOneFile: Bool = false
  ) {
    (self.left, self.right) = (left, right)
    traits = ImportTraits(schema: schema, people: people)
    partners = Array(repeating: nil, count: left.count)
    isTaken = right.indices.map(taken.contains)
    for case (let index, let partner?) in known {
      (partners[index], isTaken[partner]) = (partner, true)
    }
    let free = left.indices.filter { known[$0] == nil }
    pairEveryRung(free, isOfOneFile)
  }

  private mutating func pairEveryRung(_ free: [Int], _ isOfOneFile: Bool) {
    let traits = traits
    var free = free
    // In a file, numbers behind IDs move. In records, content does not count before the key: an
    // import changes it.
    if isOfOneFile { pair(&free, by: { Content(kind: $0.key.kind, fields: $0.fields) }) }
    pair(
      &free, by: { [$0.key.kind, $0.key.id, traits.sourceKey($0) ?? ""] },
      where: traits.isOneWork)
    pair(
      &free, by: { entry in traits.sourceKey(entry).map { [entry.key.kind, $0] } },
      where: traits.isOneWork)
    pair(&free, by: \.key) { mine, other in
      (traits.sourceKey(mine) == nil || traits.sourceKey(other) == nil)
        && traits.isOneWork(mine, other)
    }
    for scheme in [IdentifierScheme.doi, .arxiv] {
      pair(&free, by: { traits.identifier(scheme, of: $0) })
    }
    pair(&free, by: traits.title) { traits.isOneFirstAuthor($0, $1) == true }
    guard !isOfOneFile else { return }
    // An entry whose ID was taken has a number behind it in its record.
    pair(&free, by: { Content(kind: $0.key.kind, fields: $0.fields) })
    pair(&free, by: { traits.unnumbered($0) })
  }

  private struct Content: Hashable {
    let kind: String
    let fields: Fields

    func hash(into hasher: inout Hasher) {
      hasher.combine(kind)
      hasher.combine(fields.digest)
    }
  }

  /// Pairs what is free and has a key that nothing else has that is free on its side.
  private mutating func pair<Key: Hashable>(
    _ free: inout [Int], by key: (Entry) -> Key?,
    where isPair: (Entry, Entry) -> Bool = { _, _ in true }
  ) {
    guard !free.isEmpty else { return }
    var places: [Key: Int?] = [:]
    for index in right.indices where !isTaken[index] {
      guard let key = key(right[index]) else { continue }
      places[key] = places[key] == nil ? .some(index) : .some(nil)
    }
    guard !places.isEmpty else { return }
    var claims: [Key: Int?] = [:]
    for index in free {
      guard let key = key(left[index]), places[key] != nil else { continue }
      claims[key] = claims[key] == nil ? .some(index) : .some(nil)
    }
    for case (let key, let index?) in claims {
      guard case let place?? = places[key], isPair(left[index], right[place]) else { continue }
      partners[index] = place
      isTaken[place] = true
    }
    free.removeAll { partners[$0] != nil }
  }
}

/// What an import recognizes an entry by.
private struct ImportTraits {
  let schema: Schema
  let people: PeopleDirectory

  func sourceKey(_ entry: Entry) -> String? {
    schema[entry.key.kind]?.sourceKeyField.flatMap { entry[$0]?.text }
  }

  /// The ID without a number behind it, and the name.
  func unnumbered(_ entry: Entry) -> [String] {
    var id = Substring(entry.key.id)
    let digits = id.utf8.reversed().prefix { (48...57).contains($0) }.count
    if digits > 0, id.utf8.dropLast(digits).last == UInt8(ascii: "-") {
      id = id.dropLast(digits + 1)
    }
    return [entry.key.kind, String(id), schema.title(of: entry)]
  }

  func identifier(_ scheme: IdentifierScheme, of entry: Entry) -> [String]? {
    guard let text = entry[scheme.rawValue]?.text,
      case .identifier(let canonical)? = FieldType.identifier(scheme).meaning(of: .scalar(text))
    else { return nil }
    return [entry.key.kind, canonical.lowercased()]
  }

  func title(_ entry: Entry) -> [String]? {
    guard let kind = schema[entry.key.kind], kind.peopleField != nil else { return nil }
    let words = kind.nameFields.flatMap { entry[$0]?.items.compactMap(\.text) ?? [] }
      .flatMap(\.comparedWords)
    return words.isEmpty ? nil : [entry.key.kind] + words
  }

  /// True if the title or the first author agrees, or if one of them is not known.
  func isOneWork(_ mine: Entry, _ other: Entry) -> Bool {
    guard let own = title(mine), let others = title(other), own != others else { return true }
    if WordDiff.similarity(own, others) >= Self.leastSimilarity { return true }
    return isOneFirstAuthor(mine, other) ?? true
  }

  private static let leastSimilarity = 0.5

  /// Nil if an entry has no first author.
  func isOneFirstAuthor(_ mine: Entry, _ other: Entry) -> Bool? {
    guard let name = firstAuthor(mine), let otherName = firstAuthor(other) else { return nil }
    return name == otherName
      || people.identity(of: name).match(people.identity(of: otherName)) != .none
  }

  func firstAuthor(_ entry: Entry) -> String? {
    guard let field = schema[entry.key.kind]?.peopleField, let first = entry[field]?.items.first
    else { return nil }
    let name = first.text ?? first["name"]?.text
    return name.flatMap { Person.isElision($0) ? nil : $0 }
  }
}

extension Kind {
  /// The field that keeps the key that an entry has in a source.
  var sourceKeyField: String? { fields.first { $0.isBookkeeping && $0.type == .text }?.name }
}
