/// The type of a field's value. Validation, diffs, editing and rendering all depend on it.
package enum FieldType: Hashable, Sendable {
  /// One paragraph with inline markup.
  case text
  /// Lines of an address, each kept as one.
  case lines
  /// Paragraphs, parted by an empty line.
  case paragraphs
  case texts
  /// Texts, of which each may have others under it.
  case bullets
  case date
  /// A date or `present`: the end of a period.
  case end
  case status(Lifecycle)
  case choice([String])
  case people
  case score
  case count
  /// A whole number per year.
  case counts
  case money
  case identifier(IdentifierScheme)
  case url
  case email
  /// One address or several.
  case emails
  /// Labels mapped to addresses.
  case links
  /// `KIND/ID`, or only an ID if the kind is given.
  case reference(kind: String?)
  /// Words without spaces.
  case tags
  /// A whole number.
  case integer
  /// Names of fields of the same record.
  case fieldNames
  /// Texts by name: `accounts`.
  case named
  /// Counts by name: `metrics`.
  case metrics
  /// The sections of the document.
  case sections
  /// Texts under fixed keys.
  case settings([String])
  /// The fields of a custom kind.
  case definitions
  /// An `x-` field: any value.
  case any

  /// The expected value, for help: of a status, all its steps.
  package var explanation: String {
    switch self {
    case .status(let lifecycle): "one of \(lifecycle.allSteps.map(\.label).joined(separator: ", "))"
    default: phrase
    }
  }

  /// What the value is, for findings: `a date such as 2024, 2024-05 …`.
  package var phrase: String {
    switch self {
    case .text, .lines, .paragraphs: "a text"
    case .texts, .bullets: "a list of texts"
    case .date: "a date such as 2024, 2024-05, 2024-05-17, Spring 2024 or c. 2010"
    case .end: "a date such as 2024-05, present or unknown"
    case .status(let lifecycle): "a \(lifecycle.name) status"
    case .choice(let values): "one of \(values.joined(separator: ", "))"
    case .people: "a list of names"
    case .score: "a score such as 4.9/5.0, or a grade in words"
    case .count: "a number such as 550, 550+ or 1,700"
    case .counts: "numbers by year such as {2024: 6, 2025: 3}"
    case .money: "an amount with its currency such as 120000 USD"
    case .identifier(let scheme): "\(scheme.article) \(scheme.label) such as \(scheme.example)"
    case .url: "an address such as https://example.org/page"
    case .email: "an e-mail address such as name@example.org"
    case .emails: "an e-mail address such as name@example.org, or a list of them"
    case .links: "labels with addresses such as {Code: https://example.org}"
    case .reference: "a reference such as publications/ID"
    case .tags: "a list of words"
    case .integer: "a whole number"
    case .fieldNames: "a list of field names"
    case .named: "texts by name such as {github: name}"
    case .metrics: "numbers by name such as {citations: 550+}"
    case .sections: "a list of sections"
    case .settings(let keys):
      "a mapping such as {\(keys.map { "\($0): …" }.joined(separator: ", "))}"
    case .definitions: "fields with their types such as {title: {type: text}}"
    case .any: "anything"
    }
  }

  /// The short name in the brackets of findings, and in the definitions of custom kinds.
  package var name: String {
    switch self {
    case .text: "text"
    case .lines: "lines"
    case .paragraphs: "paragraphs"
    case .texts: "texts"
    case .bullets: "bullets"
    case .date: "date"
    case .end: "end"
    case .status: "status"
    case .choice: "choice"
    case .people: "people"
    case .score: "score"
    case .count: "count"
    case .counts: "counts"
    case .money: "money"
    case .identifier(let scheme): scheme.rawValue
    case .url: "url"
    case .email: "email"
    case .emails: "emails"
    case .links: "links"
    case .reference: "reference"
    case .tags: "tags"
    case .integer: "integer"
    case .fieldNames: "field-names"
    case .named: "named"
    case .metrics: "metrics"
    case .sections: "sections"
    case .settings: "settings"
    case .definitions: "definitions"
    case .any: "any"
    }
  }

  /// The lifecycle of a status; nil for every other type.
  package var lifecycle: Lifecycle? {
    if case .status(let lifecycle) = self { lifecycle } else { nil }
  }

  /// Whether the value is written as a single text.
  package var isScalar: Bool {
    switch self {
    case .text, .lines, .paragraphs, .date, .end, .status, .choice, .score, .count, .money,
      .identifier,
      .url, .email, .emails, .reference, .integer:
      true
    case .texts, .bullets, .people, .counts, .links, .tags, .fieldNames, .named, .metrics,
      .sections, .settings, .definitions, .any:
      false
    }
  }

  /// Whether the value is written as a list; a single item may be written alone.
  package var isList: Bool {
    switch self {
    case .texts, .bullets, .people, .tags, .fieldNames: true
    default: false
    }
  }
}

extension IdentifierScheme {
  /// The indefinite article for the label.
  var article: String { self == .doi || self == .pmid ? "a" : "an" }
}
