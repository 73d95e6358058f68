extension Kind {
  /// The status of an entry as written; nil if it has none.
  package func statusText(of entry: Entry) -> String? {
    let field = fields.first { field in if case .status = field.type { true } else { false } }
    return field.flatMap { entry[$0.name]?.text }
  }

  /// The first and last day of an entry, each as precise as it was written: a date of its own, or
  /// its period, whose last day is nil while it lasts. Nil for an entry without a date.
  package func days(of entry: Entry) -> (first: String, last: String?)? {
    if let field = dateField, let date = Self.day(entry[field]) { return (date, date) }
    guard hasPeriod else { return nil }
    let (start, end) = (Self.day(entry["start"]), Self.day(entry["end"]))
    guard let first = start ?? end else { return nil }
    return (first, entry["end"] == nil ? (start == nil ? first : nil) : end)
  }

  /// A date as `2024`, `2024-05` or `2024-05-17`; a season by its year.
  private static func day(_ value: Plain?) -> String? {
    guard let date = value?.text.flatMap({ PartialDate($0) }) else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let year = String(date.year)
    let parts =
      [String(repeating: "0", count: max(0, 4 - year.count)) + year]
      + [date.month, date.day].compactMap { $0.map(two) }
    return parts.joined(separator: "-")
  }

  /// Field names that other formats use, and the fields that they mean.
  static let synonyms: [String: [String]] = [
    "year": ["date", "start"], "month": ["date"], "when": ["date", "start"],
    "journal": ["venue"], "booktitle": ["venue"], "conference": ["venue", "event"],
    "publisher": ["venue"], "number": ["issue", "number"], "no": ["issue", "number"],
    "company": ["organization"], "employer": ["organization"], "workplace": ["organization"],
    "school": ["institution"], "university": ["institution"], "college": ["institution"],
    "author": ["authors"], "creators": ["authors"], "from": ["start"], "since": ["start"],
    "begin": ["start"], "startdate": ["start"], "to": ["end"], "until": ["end"],
    "enddate": ["end"], "job": ["position"], "role": ["position", "role"],
    "degree": ["degrees", "degree"], "studytype": ["degrees"], "area": ["degrees"],
    "website": ["url"], "link": ["url", "links"], "web": ["url"], "homepage": ["url"],
    "state": ["status"], "keywords": ["tags"], "abstract": ["abstract", "summary"],
    "description": ["summary"], "bullets": ["highlights"], "awarder": ["issuer"],
    "mail": ["email"], "e-mail": ["email"], "tel": ["phone"], "telephone": ["phone"],
    "place": ["location", "venue"], "city": ["location"], "visible": ["visibility"],
    "comment": ["note"], "notes": ["note"], "sum": ["amount"], "money": ["amount"],
  ]

  /// The field that another format calls by a name, if the kind has it.
  func field(calledElsewhere name: String) -> String? {
    let folded = name.lowercased().filter { $0 != "_" && $0 != " " }
    return Self.synonyms[folded]?.first { $0 != name && hasField($0) }
  }
}
