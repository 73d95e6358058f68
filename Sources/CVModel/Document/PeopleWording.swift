internal import Text

/// Converts lists of people to the document's text: marks the owner, links people to their pages,
/// separates the names.
struct PeopleWording {
  private let cv: CV
  private let directory: PeopleDirectory

  init(_ cv: CV) {
    self.cv = cv
    directory = PeopleDirectory([cv])
  }

  /// The people of a field's value; nil if it names nobody.
  ///
  /// - Parameter hasHonorifics: true for supervisors; authors are printed without.
  func people(_ value: Plain, hasHonorifics: Bool) -> [DocumentPerson]? {
    let people = persons(value)
    guard !people.isEmpty else { return nil }
    return people.enumerated().map { index, person in
      let isLast = index == people.count - 1
      switch person {
      case .elision:
        return DocumentPerson(
          separator: index == 0 ? "" : ", ", name: isLast && index > 0 ? "et al." : "...",
          isElision: true)
      case .named(let named):
        let separator = index == 0 ? "" : isLast ? ", & " : ", "
        return self.person(named, separator, hasHonorifics: hasHonorifics)
      }
    }
  }

  /// The people as the type reads them; of an invalid list, the names that are recognizable.
  private func persons(_ value: Plain) -> [Person] {
    if case .people(let people)? = FieldType.people.meaning(of: value) { return people }
    return value.items.compactMap { item in
      item.personName.map { .named(Person.Named(name: $0)) }
    }
  }

  private func person(
    _ named: Person.Named, _ separator: String, hasHonorifics: Bool
  ) -> DocumentPerson {
    let key = directory.record(named: named.name)
    let record = key.flatMap { cv[$0] }
    var name = named.shownName.terminalSafe
    if hasHonorifics, let honorific = record?["honorific"]?.text {
      name = "\(honorific.terminalSafe) \(name)"
    }
    let isOwner = key == .profile
    return DocumentPerson(
      separator: separator, name: name, isOwner: isOwner,
      url: isOwner ? nil : record.flatMap(page), remark: remark(named))
  }

  /// A person's own page, or the one at ORCID.
  private func page(_ record: Entry) -> String? {
    if let url = record["url"]?.text, DocumentText.isSafe(url) { return url }
    guard let orcid = record["orcid"]?.text,
      case .identifier(let bare)? = FieldType.identifier(.orcid).meaning(of: .scalar(orcid))
    else { return nil }
    return IdentifierScheme.orcid.url(for: bare)
  }

  private func remark(_ named: Person.Named) -> String? {
    var parts: [String] = []
    if named.isEqual { parts.append("equal contribution") }
    if named.isCorresponding { parts.append("corresponding author") }
    if let role = named.role { parts.append(Inline.parse(role.terminalSafe).plainText) }
    if let note = named.note { parts.append(Inline.parse(note.terminalSafe).plainText) }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
