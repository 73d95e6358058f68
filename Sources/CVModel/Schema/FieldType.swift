/// What a field holds. Validation, diff phrases, editing and rendering all go by this one description.
package enum FieldType: Hashable, Sendable {
  /// One paragraph with inline markup.
  case text
  /// Paragraphs, parted by an empty line.
  case paragraphs
  case texts
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
  /// Labels mapped to addresses.
  case links
  /// `KIND/ID`, or an id alone where the kind is given.
  case reference(kind: String?)
  /// Words without spaces.
  case tags
  /// A whole number.
  case integer
  /// Names of fields of the same record.
  case fieldNames
  /// Texts by a name: `accounts`.
  case named
  /// Counts by a name: `metrics`.
  case metrics
  /// The sections of the document.
  case sections
  /// Texts under fixed keys.
  case settings([String])
  /// The fields of a kind of the user's own.
  case definitions
  /// A `x-` field: anything.
  case any

  /// What the value is, for findings and help: `a date such as 2024, 2024-05 …`.
  package var phrase: String {
    switch self {
    case .text, .paragraphs: "a text"
    case .texts: "a list of texts"
    case .date: "a date such as 2024, 2024-05, 2024-05-17 or Spring 2024"
    case .end: "a date such as 2024-05, or present"
    case .status(let lifecycle): "a \(lifecycle.name) status"
    case .choice(let values): "one of \(values.joined(separator: ", "))"
    case .people: "a list of names"
    case .score: "a score such as 4.9/5.0"
    case .count: "a number such as 550, 550+ or 1,700"
    case .counts: "numbers by year such as {2024: 6, 2025: 3}"
    case .money: "an amount with its currency such as 120000 USD"
    case .identifier(let scheme): "\(scheme.article) \(scheme.label) such as \(scheme.example)"
    case .url: "an address such as https://example.org/page"
    case .email: "an e-mail address such as name@example.org"
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

  /// The short name that findings carry in brackets, and that a kind of the user's own names the type by.
  package var name: String {
    switch self {
    case .text: "text"
    case .paragraphs: "paragraphs"
    case .texts: "texts"
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

  /// The steps of a status, nil for every other type.
  package var lifecycle: Lifecycle? {
    if case .status(let lifecycle) = self { lifecycle } else { nil }
  }

  /// True for the types that are written as one text.
  package var isScalar: Bool {
    switch self {
    case .text, .paragraphs, .date, .end, .status, .choice, .score, .count, .money, .identifier,
      .url, .email, .reference, .integer:
      true
    case .texts, .people, .counts, .links, .tags, .fieldNames, .named, .metrics, .sections,
      .settings, .definitions, .any:
      false
    }
  }

  /// True for the types that are written as a list, of which one item may stand alone.
  package var isList: Bool {
    switch self {
    case .texts, .people, .tags, .fieldNames: true
    default: false
    }
  }
}

extension IdentifierScheme {
  /// The indefinite article of the label.
  var article: String { self == .doi || self == .pmid ? "a" : "an" }
}
