/// What the ladder compares of an entry, computed once.
struct Candidate: Sendable {
  let entry: Entry
  let kind: Kind?
  /// The words of the one-line name, folded.
  let titleWords: [String]
  /// The people, each as their record's key or as family name and first initial; elisions left out.
  let people: Set<String>
  /// Those of them who are not the owner: the owner is on every paper.
  let others: Set<String>
  /// Its date, or the start of its period.
  let date: PartialDate?
  /// Where it appeared or took place: the words of the first such field that is there.
  let venueWords: [String]
  /// Identifiers that stand for one work, each with its scheme.
  let identifiers: Set<String>

  init(_ entry: Entry, kind: Kind?, directory: PeopleDirectory) {
    self.entry = entry
    self.kind = kind
    titleWords = (kind?.nameFields ?? []).flatMap { entry[$0]?.items ?? [] }
      .compactMap(\.text).flatMap(\.comparedWords)
    let names = kind?.peopleField.flatMap { entry[$0]?.items } ?? []
    let known = names.compactMap { $0.text ?? $0["name"]?.text }.filter { !Person.isElision($0) }
    people = Set(known.map { directory.identity(of: $0) })
    others = people.subtracting([PeopleDirectory.owner])
    let dated =
      kind?.dateField.flatMap { entry[$0]?.text } ?? entry["start"]?.text
      ?? entry["end"]?.text ?? entry["expected"]?.text
    date = dated.flatMap(PartialDate.init)
    venueWords =
      Self.venueFields.lazy.compactMap { name -> [String]? in
        guard kind?.nameFields.contains(name) != true, let value = entry[name] else { return nil }
        return value.items.compactMap(\.text).flatMap(\.comparedWords)
      }.first ?? []
    identifiers = Self.identifiers(entry)
  }

  private static let venueFields = ["venue", "event", "issuer", "publisher", "location"]

  /// An ISBN stands for a book, not for the chapters in it.
  private static let partTypes: Set<String> = ["chapter", "conference", "workshop", "poster"]

  private static func identifiers(_ entry: Entry) -> Set<String> {
    var result: Set<String> = []
    for scheme in [IdentifierScheme.doi, .arxiv, .isbn] {
      if scheme == .isbn, partTypes.contains(entry["type"]?.text ?? "") { continue }
      guard let text = entry[scheme.rawValue]?.text,
        case .identifier(let canonical)? = FieldType.identifier(scheme).meaning(of: .scalar(text))
      else { continue }
      result.insert("\(scheme.rawValue):\(canonical)")
    }
    if let repository = entry["repository"]?.text, entry.key.kind != "publications" {
      var address = Substring(repository.lowercased())
      while address.hasSuffix("/") { address = address.dropLast() }
      if address.hasSuffix(".git") { address = address.dropLast(4) }
      result.insert("repository:\(address)")
    }
    return result
  }
}

extension Kind {
  /// True for a kind whose entries are works: the same title is the same work wherever it appears. Talks, courses,
  /// service and positions come again under one title, and are told apart by date and place.
  var isOfWorks: Bool {
    Schema.builtIn[name] == nil
      ? peopleField != nil
      : ["publications", "patents", "grants", "software", "projects"].contains(name)
  }
}
