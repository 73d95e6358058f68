extension Schema {
  /// The built-in kinds.
  package static let builtIn = Schema(
    kinds: [
      education, experience, publications, software, presentations, service, awards, teaching,
      mentoring, grants, patents, projects, skills, languages, certificates, memberships,
      volunteering, media, references, interests, people, profile, ownKinds, document, variants,
    ])

  private static let period = [Field("start", .date), Field("end", .end), Field("expected", .date)]
  private static let requiredPeriod =
    [Field.required("start", .date, or: "end", "expected")] + period.dropFirst()

  private static let publications = Kind(
    "publications", one: "publication", many: "publications", name: ["title"], date: "date",
    people: "authors", isOfWorks: true, needsPlace: true,
    fields: [
      .required("title", .text),
      .required(
        "type",
        .choice([
          "journal", "conference", "workshop", "preprint", "book", "chapter", "thesis", "report",
          "dataset", "software", "patent", "poster", "editorial", "other",
        ])),
      Field("status", .status(.publication)), .required("authors", .people, or: "editors"),
      Field("editors", .people), Field("translators", .people), Field("date", .date),
      Field("venue", .text),
      Field("publisher", .text), Field("series", .text), Field("edition", .text),
      Field("volume", .text), Field("issue", .text), Field("pages", .text),
      Field("degree", .text), Field("language", .text), Field("awards", .texts),
      Field("doi", .identifier(.doi)),
      Field("arxiv", .identifier(.arxiv)), Field("isbn", .identifier(.isbn)),
      Field("issn", .identifier(.issn)), Field("pmid", .identifier(.pmid)),
      Field("repository", .url), Field("citations", .count), Field("abstract", .paragraphs),
      Field("key", .text, role: .bookkeeping),
    ])

  private static let education = Kind(
    "education", one: "degree programme", many: "degree programmes", heading: "Education",
    name: ["degrees", "institution"],
    fields: [
      .required("degrees", .texts), .required("institution", .text), Field("unit", .text),
      Field("area", .texts), Field("specialization", .text), Field("location", .text),
    ] + requiredPeriod + [
      Field("score", .score), Field("score-label", .text), Field("advisors", .people),
      Field("thesis", .text), Field("thesis-label", .text), Field("honours", .texts),
      Field("courses", .texts), Field("highlights", .bullets),
    ])

  private static let experience = Kind(
    "experience", one: "position", many: "positions", heading: "Work Experience",
    name: ["organization", "position"],
    fields: [
      .required("organization", .text), Field("unit", .text), .required("position", .text),
      Field("location", .text),
    ] + requiredPeriod + [
      Field("supervisors", .people), Field("supervisor-label", .text),
      Field("summary", .paragraphs), Field("technologies", .texts), Field("highlights", .bullets),
    ])

  private static let software = Kind(
    "software", one: "program", many: "programs", heading: "Software", name: ["name"],
    isOfWorks: true,
    fields: [
      .required("name", .text), Field("summary", .paragraphs), Field("technologies", .texts),
      Field("role", .text),
    ] + period + [
      Field("repository", .url), Field("license", .text), Field("stars", .count),
      Field("highlights", .bullets),
    ])

  private static let presentations = Kind(
    "presentations", one: "presentation", many: "presentations", name: ["title"], date: "date",
    people: "presenters",
    fields: [
      .required("title", .text), .required("event", .texts),
      Field(
        "type",
        .choice(["invited", "keynote", "contributed", "poster", "tutorial", "panel", "seminar"])
      ), .required("date", .date, or: "start"),
    ] + period + [
      Field("location", .text), Field("presenters", .people),
      Field("publication", .reference(kind: "publications")),
    ])

  private static let service = Kind(
    "service", one: "service role", many: "service roles", heading: "Service",
    name: ["organization", "role"],
    fields: [.required("organization", .text), .required("role", .text)] + period + [
      Field("counts", .counts), Field("unit", .text), Field("highlights", .bullets),
    ])

  private static let awards = Kind(
    "awards", one: "award", many: "awards", name: ["title"], date: "date",
    fields: [.required("title", .text), Field("issuer", .text), Field("date", .date)] + period + [
      Field("location", .text), Field("summary", .paragraphs), Field("amount", .money),
      Field("publication", .reference(kind: "publications")),
    ])

  private static let teaching = Kind(
    "teaching", one: "course", many: "courses", heading: "Teaching",
    name: ["course", "institution", "role"], date: "date",
    fields: [
      .required("course", .text), Field("code", .text), .required("institution", .text),
      .required("role", .text), Field("date", .date),
    ] + period + [
      Field("level", .text), Field("students", .count), Field("score", .score),
      Field("highlights", .bullets),
    ])

  private static let mentoring = Kind(
    "mentoring", one: "mentee", many: "mentees", heading: "Mentoring", name: ["name"],
    fields: [
      .required("name", .text), Field("level", .text), Field("project", .text),
      Field("institution", .text),
    ] + period + [Field("outcome", .text)])

  private static let grants = Kind(
    "grants", one: "grant", many: "grants", name: ["title", "funder"], people: "investigators",
    isOfWorks: true,
    fields: [
      .required("title", .text), .required("funder", .text), Field("number", .text),
      Field("role", .text), Field("investigators", .people), Field("status", .status(.grant)),
      Field("amount", .money),
    ] + period)

  private static let patents = Kind(
    "patents", one: "patent", many: "patents", name: ["title"], date: "filed", people: "inventors",
    isOfWorks: true,
    fields: [
      .required("title", .text), .required("inventors", .people), Field("office", .text),
      Field("number", .text), Field("status", .status(.patent)), Field("filed", .date),
      Field("granted", .date),
    ])

  private static let projects = Kind(
    "projects", one: "project", many: "projects", name: ["name"], isOfWorks: true,
    fields: [.required("name", .text), Field("role", .text), Field("organization", .text)] + period
      + [
        Field("summary", .paragraphs), Field("technologies", .texts), Field("repository", .url),
        Field("highlights", .bullets),
      ])

  private static let skills = Kind(
    "skills", one: "skill", many: "skills", name: ["name"],
    fields: [.required("name", .text), Field("level", .text), Field("keywords", .texts)])

  private static let languages = Kind(
    "languages", one: "language", many: "languages", name: ["name"],
    fields: [.required("name", .text), Field("fluency", .text)])

  private static let certificates = Kind(
    "certificates", one: "certificate", many: "certificates", name: ["name"], date: "date",
    fields: [
      .required("name", .text), Field("issuer", .text), Field("date", .date),
    ] + period + [Field("expires", .date), Field("number", .text)])

  private static let memberships = Kind(
    "memberships", one: "membership", many: "memberships", name: ["organization"],
    fields: [.required("organization", .text), Field("role", .text)] + period)

  private static let volunteering = Kind(
    "volunteering", one: "volunteer position", many: "volunteer positions",
    heading: "Volunteering", name: ["organization", "position"],
    fields: [
      .required("organization", .text), .required("position", .text), Field("location", .text),
    ] + period + [Field("summary", .paragraphs), Field("highlights", .bullets)])

  private static let media = Kind(
    "media", one: "media appearance", many: "media appearances", heading: "Media",
    name: ["title", "outlet"], date: "date",
    fields: [.required("title", .text), .required("outlet", .text), Field("date", .date)])

  private static let references = Kind(
    "references", one: "reference", many: "references", name: ["name"],
    fields: [
      .required("name", .text), Field("position", .text), Field("organization", .text),
      Field("email", .email), Field("phone", .text), Field("relation", .text),
    ])

  private static let interests = Kind(
    "interests", one: "interest", many: "interests", name: ["name"],
    fields: [.required("name", .text), Field("keywords", .texts)])
}

extension Schema {
  private static let people = Kind(
    "people", one: "person", many: "people", name: ["name"], role: .records,
    fields: [
      .required("name", .text), Field("family", .text), Field("honorific", .text),
      Field("aliases", .texts),
      Field("url", .url), Field("orcid", .identifier(.orcid)),
    ])

  private static let ownKinds = Kind(
    "kinds", one: "kind", many: "kinds", name: ["label"], role: .records,
    fields: [
      .required("label", .settings(["one", "many"])), .required("name", .fieldNames),
      Field("date", .text), Field("people", .text), .required("fields", .definitions),
    ])

  private static let variants = Kind(
    Variant.kindName, one: "variant", many: "variants", name: [], role: .records,
    fields: [
      Field("headline", .texts), Field("only", .tags), Field("without", .tags),
      Field("since", .date), Field("until", .date), Field("sections", .sections),
    ])

  private static let profile = Kind(
    "profile", one: "profile", many: "profiles", heading: "Profile", name: ["name"],
    role: .file("profile.yaml"),
    fields: [
      .required("name", .text), Field("family", .text), Field("aliases", .texts),
      Field("headline", .texts),
      Field("email", .emails), Field("phone", .text), Field("location", .text),
      Field("address", .lines), Field("url", .url), Field("orcid", .identifier(.orcid)),
      Field("accounts", .named), Field("metrics", .metrics), Field("summary", .paragraphs),
      Field("birth", .date, role: .personal), Field("nationality", .texts, role: .personal),
      Field("show", .fieldNames),
    ])

  private static let document = Kind(
    "document", one: "document", many: "documents", heading: "Document", name: [],
    role: .file("cv.yaml"),
    fields: [
      .required("sections", .sections), Field("changelog", .settings(["tags", "by"])),
      Field("terms", .settings(["winter"])), Field("fonts", .text),
    ])
}
