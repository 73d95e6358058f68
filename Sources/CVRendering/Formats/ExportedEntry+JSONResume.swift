internal import CVModel

extension ExportedEntry {
  /// An item of a list of JSON Resume, with the fields that a reader gets from it.
  init(_ record: Entry, item: JSONValue, of list: String) {
    self.init(record)
    guard case .object(let pairs) = item else { return }
    // An item that stands for another kind is read from its mark alone.
    let isOwnList = Self.kinds[list] == record.key.kind
    let fields = isOwnList ? Self.fields[list] ?? [] : []
    for (name, value) in pairs where name != "type" || !isOwnList {
      if let field = fields.first(where: { $0.member == name }) {
        add(name, value, as: field.name, isList: field.isList)
      } else {
        add(name, value)
      }
    }
    if list == "publications" { give("type", .scalar("")) }
    if list == "projects", isOwnList {
      // A reader joins the roles.
      for case ("roles", .list(let roles)?) in pairs where roles.count == 1 {
        give("role", roles[0].plain)
      }
    }
  }

  private static let kinds = [
    "work": "experience", "volunteer": "volunteering", "education": "education",
    "awards": "awards", "certificates": "certificates", "publications": "publications",
    "skills": "skills", "languages": "languages", "interests": "interests",
    "references": "references", "projects": "projects",
  ]

  private typealias ListField = (member: String, name: String, isList: Bool)

  /// What a reader takes each member for.
  private static let fields: [String: [ListField]] = [
    "work": work("name") + [("location", "location", false)],
    "volunteer": work("organization"),
    "education": period + [
      ("institution", "institution", false), ("area", "area", false),
      ("studyType", "degrees", true), ("score", "score", false), ("courses", "courses", false),
    ],
    "awards": [
      ("title", "title", false), ("date", "date", false), ("awarder", "issuer", false),
      ("summary", "summary", false), ("url", "url", false),
    ],
    "certificates": [
      ("name", "name", false), ("date", "date", false), ("url", "url", false),
      ("issuer", "issuer", false),
    ],
    "publications": [
      ("name", "title", false), ("publisher", "venue", false), ("releaseDate", "date", false),
      ("url", "url", false), ("summary", "abstract", false),
    ],
    "skills": named + [("level", "level", false)],
    "interests": named + [("level", "level", false)],
    "languages": [("language", "name", false), ("fluency", "fluency", false)],
    "references": [("name", "name", false), ("reference", "note", false)],
    "projects": period + [
      ("name", "name", false), ("description", "summary", false),
      ("highlights", "highlights", false), ("keywords", "technologies", false),
      ("entity", "organization", false), ("roles", "role", false),
    ],
  ]

  private static let named: [ListField] = [
    ("name", "name", false), ("keywords", "keywords", false),
  ]

  private static let period: [ListField] = [
    ("url", "url", false), ("startDate", "start", false), ("endDate", "end", false),
  ]

  private static func work(_ organization: String) -> [ListField] {
    period + [
      (organization, "organization", false), ("position", "position", false),
      ("summary", "summary", false), ("highlights", "highlights", false),
    ]
  }

  /// The profile as `basics` has it.
  init(_ profile: Entry, basics: JSONValue) {
    self.init(profile)
    guard case .object(let pairs) = basics else { return }
    for (name, value) in pairs {
      switch name {
      case "name", "email", "phone", "url", "summary": add(name, value, as: name)
      case "label": add(name, value, as: "headline", isList: true)
      case "location":
        add(name, value)
        give("address", value?.plain["address"])
      default: add(name, value)
      }
    }
    let orcid = profile["orcid"]?.text.map { Plain.scalar(IdentifierScheme.orcid.bare($0)) }
    // A reader finds them among `profiles`; what it does not is in the mark.
    give("orcid", orcid)
    give("accounts", .scalar(""))
    give("links", .scalar(""))
  }
}
