/// The features of an entry that matching compares, computed once.
///
/// A class: it is looked up often, and copying all its parts would cost more than using them.
final class Candidate: Sendable {
  let entry: Entry
  let kind: Kind?
  /// The words of the one-line name, folded.
  let titleWords: [String]
  /// The same as one text.
  let title: String
  /// The words of the name's first field: the employer of a position, the course of a term.
  let firstNameWords: [String]
  /// The people, each as a record's key or as family name and first initial; without elisions.
  let people: Set<String>
  /// Whether the list of people leaves some out.
  let isElided: Bool
  /// The people except the owner, who is on every paper.
  let others: Set<String>
  /// The date, or the start of the period.
  let date: PartialDate?
  /// The words of the first venue field that is present.
  let venueWords: [String]
  /// The words of the location.
  let locationWords: [String]
  /// Identifiers that are unique to a work, each with its scheme.
  let identifiers: Set<String>

  /// - Parameter directory: nil for an entry that is already paired: only its title and identifiers
  ///   are needed, and its people are the most expensive part.
  init(_ entry: Entry, kind: Kind?, directory: PeopleDirectory?) {
    self.entry = entry
    self.kind = kind
    let names = kind?.nameFields ?? []
    identifiers = Self.identifiers(entry)
    guard let directory else {
      let texts = names.flatMap { entry[$0]?.items.compactMap(\.text) ?? [] }.map(\.comparedText)
      title = texts.count == 1 ? texts[0] : texts.filter { !$0.isEmpty }.joined(separator: " ")
      (titleWords, firstNameWords, people, others) = ([], [], [], [])
      isElided = false
      (date, venueWords, locationWords) = (nil, [], [])
      return
    }
    let nameWords = names.map { Self.words(entry[$0]) }
    titleWords = nameWords.flatMap(\.self)
    title = titleWords.joined(separator: " ")
    firstNameWords = nameWords.first ?? []
    let listed = kind?.peopleField.flatMap { entry[$0]?.items } ?? []
    let named = listed.compactMap(\.personName)
    let known = named.filter { !Person.isElision($0) }
    isElided = known.count < named.count
    people = Set(known.map(directory.identityText))
    others = people.subtracting([PeopleDirectory.owner])
    let dated =
      kind?.dateField.flatMap { entry[$0]?.text }
      ?? Period.fieldNames.lazy.compactMap { entry[$0]?.text }.first
    date = dated.flatMap(PartialDate.init)
    let places = (kind?.placeFields ?? []) + (names.contains("location") ? [] : ["location"])
    venueWords = places.lazy.map { Self.words(entry[$0]) }.first { !$0.isEmpty } ?? []
    locationWords = Self.words(entry["location"])
  }

  private static func words(_ value: Plain?) -> [String] {
    value?.items.compactMap(\.text).flatMap(\.comparedWords) ?? []
  }

  /// The types that an ISBN identifies as a whole; chapters and papers share that of their volume.
  private static let bookTypes: Set<String> = ["book", "thesis", "report"]

  private static func identifiers(_ entry: Entry) -> Set<String> {
    var result: Set<String> = []
    for scheme in [IdentifierScheme.doi, .arxiv, .isbn] {
      guard let text = entry[scheme.rawValue]?.text else { continue }
      if scheme == .isbn, !bookTypes.contains(entry["type"]?.text ?? "book") { continue }
      guard
        case .identifier(let canonical)? = FieldType.identifier(scheme).meaning(of: .scalar(text))
      else { continue }
      result.insert("\(scheme.rawValue):\(canonical)")
    }
    if let repository = entry["repository"]?.text, entry.key.kind != "publications" {
      result.insert("repository:\(Self.address(repository))")
    }
    return result
  }

  /// Without scheme, `www.`, `.git` and a final slash, so that spellings of the same URL agree.
  private static func address(_ written: String) -> String {
    var address = Substring(written.lowercased())
    for prefix in ["https://", "http://", "www."] where address.hasPrefix(prefix) {
      address = address.dropFirst(prefix.count)
    }
    while address.hasSuffix("/") { address = address.dropLast() }
    if address.hasSuffix(".git") { address = address.dropLast(4) }
    return String(address)
  }
}
