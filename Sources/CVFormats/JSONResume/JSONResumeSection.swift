internal import CVModel
internal import YAML

/// A list of JSON Resume: its name, our kind, and how to read the fields of an item.
///
/// Of several names for one field, the first is that of version 1.0; the others are from earlier
/// versions or common.
struct JSONResumeSection {
  let name: String
  let kind: String
  let read: @Sendable (inout EntryDraft) -> Void

  static let all: [JSONResumeSection] = [
    JSONResumeSection(name: "work", kind: "experience") { draft in
      draft.read("organization", from: "name", "company")
      draft.read("position", from: "position")
      draft.read("location", from: "location")
      draft.readPeriod()
      draft.read("url", from: "url", "website")
      draft.read("summary", from: "summary")
      draft.read("note", from: "description")
      draft.read("highlights", from: "highlights")
      draft.read("technologies", from: "keywords", "technologies")
    },
    JSONResumeSection(name: "volunteer", kind: "volunteering") { draft in
      draft.read("organization", from: "organization", "name")
      draft.read("position", from: "position")
      draft.read("location", from: "location")
      draft.readPeriod()
      draft.read("url", from: "url", "website")
      draft.read("summary", from: "summary")
      draft.read("highlights", from: "highlights")
    },
    JSONResumeSection(name: "education", kind: "education") { draft in
      if let type = draft.object.take("studyType"), draft.checkPresence(of: type) {
        draft.set("degrees", draft.text(of: type).map { .list([.scalar($0)]) }, from: type)
      }
      draft.read("institution", from: "institution", "name")
      draft.readOne("area", from: "area")
      draft.read("location", from: "location")
      draft.readPeriod()
      draft.read("url", from: "url", "website")
      draft.read("score", from: "score", "gpa")
      draft.read("courses", from: "courses")
    },
    JSONResumeSection(name: "awards", kind: "awards") { draft in
      draft.read("title", from: "title", "name")
      draft.read("issuer", from: "awarder")
      draft.read("date", from: "date")
      draft.read("url", from: "url", "website")
      draft.read("summary", from: "summary")
    },
    JSONResumeSection(name: "certificates", kind: "certificates") { draft in
      draft.read("name", from: "name", "title")
      draft.read("issuer", from: "issuer")
      draft.read("date", from: "date", "issueDate")
      draft.read("url", from: "url", "website")
    },
    JSONResumeSection(name: "publications", kind: "publications") { draft in
      draft.read("title", from: "name", "title")
      draft.read("venue", from: "publisher")
      draft.read("date", from: "releaseDate")
      draft.read("url", from: "url", "website")
      draft.read("abstract", from: "summary")
      if draft.object["type"]?.text.map({ !Self.isType($0) }) == true,
        let type = draft.object.take("type")
      {
        draft.keep(type)
      }
      draft.implyTypeAtTheEnd()
    },
    JSONResumeSection(name: "skills", kind: "skills") { draft in
      draft.read("name", from: "name")
      draft.read("level", from: "level")
      draft.read("keywords", from: "keywords")
    },
    JSONResumeSection(name: "languages", kind: "languages") { draft in
      draft.read("name", from: "language", "name")
      draft.read("fluency", from: "fluency")
    },
    JSONResumeSection(name: "interests", kind: "interests") { draft in
      draft.read("name", from: "name")
      draft.read("keywords", from: "keywords")
    },
    JSONResumeSection(name: "references", kind: "references") { draft in
      draft.read("name", from: "name")
      draft.read("note", from: "reference")
    },
    JSONResumeSection(name: "projects", kind: "projects") { draft in
      draft.read("name", from: "name", "title")
      if let roles = draft.object.take("roles", "role"), draft.checkPresence(of: roles) {
        draft.setJoined("role", to: roles)
      }
      draft.read("organization", from: "entity")
      draft.readPeriod()
      draft.read("url", from: "url", "website")
      draft.read("summary", from: "description", "summary")
      draft.read("technologies", from: "keywords", "technologies")
      draft.read("highlights", from: "highlights")
    },
  ]

  private static func isType(_ text: String) -> Bool {
    let type = Schema.builtIn["publications"]?.field(named: "type")?.type
    return type?.meaning(of: .scalar(text)) != nil
  }
}

extension EntryDraft {
  /// Reads `startDate` and `endDate`, including an end without a start, and a date that is a whole
  /// period.
  fileprivate mutating func readPeriod() {
    read("start", from: "startDate", "start")
    read("end", from: "endDate", "end")
    if self["start"] == nil, self["end"] == nil { readDateOrPeriod(from: "date", "dates") }
  }

  /// Reads the type of a publication, or implies it.
  fileprivate mutating func implyTypeAtTheEnd() {
    read("type", from: "type")
    read("doi", from: "doi", "DOI")
    implyPublicationType()
  }

  /// Sets a text field to the items of a list, joined by commas.
  mutating func setJoined(_ field: String, to member: Pair) {
    guard case .sequence(let items) = member.value.content,
      items.allSatisfy({ $0.text != nil || $0.isEmpty })
    else { return set(field, to: member) }
    let texts = items.compactMap { $0.isEmpty ? nil : $0.text?.decodedText }
    set(field, .scalar(texts.joined(separator: ", ")), from: member)
  }
}
