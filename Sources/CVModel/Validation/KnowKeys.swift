internal import Text
internal import YAML

/// Every key of a record must be a field of its kind, or begin with `x-`.
enum KnowKeys: RecordRule {
  static let name = "unknown-key"

  static func findings(in record: Record, of kind: Kind) -> [Finding] {
    unknownPairs(of: record, kind).map { pair in
      Finding(
        kind.lacksField(pair.key),
        hint: fieldMeant(by: pair.key, record, kind).map { "did you mean \(quoted($0))?" }
          ?? "keys of your own begin with \"x-\"",
        rule: name, path: record.path, span: pair.keySpan)
    }
  }

  private static func unknownPairs(of record: Record, _ kind: Kind) -> [Pair] {
    guard record.fieldIndices.contains(nil) else { return [] }
    return record.pairs.filter { kind.field(named: $0.key) == nil }
  }

  /// The fields that a record most likely has under another name.
  static func fieldsMeant(in record: Record, _ kind: Kind) -> [String] {
    unknownPairs(of: record, kind).compactMap { fieldMeant(by: $0.key, record, kind) }
  }

  /// The missing field that other formats call by this name, or a field with a similar name.
  private static func fieldMeant(by key: String, _ record: Record, _ kind: Kind) -> String? {
    let word = key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    let foreign = foreignNames[word]?.first {
      kind.field(named: $0) != nil && record.pair($0) == nil
    }
    return foreign ?? kind.field(meantBy: key)
  }

  /// Names of fields in BibTeX, JSON Resume and other CVs; the first that the record could have is
  /// meant.
  private static let foreignNames: [String: [String]] = [
    "journal": ["venue"], "booktitle": ["venue"], "conference": ["venue", "event"],
    "year": ["date", "start"], "releasedate": ["date"], "startdate": ["start"], "from": ["start"],
    "enddate": ["end"], "to": ["end"], "until": ["end"], "company": ["organization"],
    "employer": ["organization", "institution"], "university": ["institution", "organization"],
    "school": ["institution"], "studytype": ["degrees"], "degree": ["degrees"],
    "jobtitle": ["position", "role"], "title": ["position", "honorific", "name"],
    "name": ["title", "organization"], "description": ["summary", "abstract"],
    "website": ["url"], "homepage": ["url"], "link": ["url"], "github": ["repository"],
    "code": ["repository"], "gpa": ["score"], "grade": ["score"], "awarder": ["issuer"],
    "keywords": ["tags"], "number": ["issue"], "mentors": ["supervisors", "advisors"],
  ]
}
