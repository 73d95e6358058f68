package import CVModel

/// The document as JSON Resume 1.0.0.
///
/// Source: the schema at https://github.com/jsonresume/resume-schema, v1.0.0. Kinds without a list
/// of their own become projects whose `type` names the kind.
package struct JSONResumeRenderer {
  private let cv: CV

  package init(_ shown: PublicCV) { cv = shown.cv }

  package func render(_ document: CVDocument) -> String {
    var lists: [String: [JSONValue]] = [:]
    // An entry in two sections is one entry.
    var seen: Set<EntryKey> = []
    for section in document.sections {
      for entry in section.entries where seen.insert(entry.record.key).inserted {
        let item = JSONResumeItem(entry, kind: cv.schema[section.kind], cv: cv)
        let exported = ExportedEntry(entry.record, item: item.value, of: item.list)
        let isNamed = item.list == "projects" && section.kind != "projects"
        let mark = exported.mark(naming: isNamed ? section.kind : nil)
        lists[item.list, default: []].append(
          .object(exported.members + [(ExportMark.name, mark)]))
      }
    }
    let names = [
      "work", "volunteer", "education", "awards", "certificates", "publications", "skills",
      "languages", "interests", "references", "projects",
    ]
    let root: [(String, JSONValue?)] =
      [
        (
          "$schema",
          .text(
            "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json")
        ),
        ("basics", markedBasics(document.header)),
      ] + names.map { ($0, lists[$0].map(JSONValue.list)) }
    return JSONValue.object(root).written() + "\n"
  }

  /// The top, with what reading it back needs.
  private func markedBasics(_ header: DocumentHeader) -> JSONValue {
    guard let profile = cv.profile else { return basics(header) }
    let exported = ExportedEntry(profile, basics: basics(header))
    return .object(exported.members + [(ExportMark.name, exported.mark())])
  }

  private func basics(_ header: DocumentHeader) -> JSONValue {
    func contact(_ medium: String) -> String? {
      header.contacts.first { $0.medium == medium }?.text
    }
    let place = [contact("location"), contact("address")].compactMap(\.self)
    let taken = ["email", "phone", "web", "location", "address", "birth", "nationality"]
    let profiles = header.contacts.filter { !taken.contains($0.medium) }.map { contact in
      JSONValue.object([
        ("network", .text(contact.label)), ("username", JSONValue(contact.text)),
        ("url", JSONValue(contact.url)),
      ])
    }
    let summary = header.summary.map { PlainText.text($0) }.joined(separator: "\n\n")
    return .object([
      ("name", JSONValue(header.name)),
      ("label", JSONValue(header.headline.map { PlainText.text($0) }.joined(separator: ", "))),
      ("email", JSONValue(contact("email"))), ("phone", JSONValue(contact("phone"))),
      ("url", JSONValue(contact("web"))), ("summary", JSONValue(summary)),
      (
        "location",
        place.isEmpty ? nil : .object([("address", JSONValue(place.joined(separator: ", ")))])
      ),
      ("profiles", profiles.isEmpty ? nil : .list(profiles)),
    ])
  }
}
