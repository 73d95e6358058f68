internal import Text

/// What a publication's record says about the work, for every format that lists publications.
package struct PublishedWork: Sendable {
  private let record: Entry

  /// The step of its status; nil if it has none, or one that is not in the lifecycle.
  package let step: Lifecycle.Step?

  /// True if the work is out, or its venue has accepted it. A submitted, rejected or withdrawn work
  /// names a venue that has not taken it: no export may say that it appeared there.
  package let hasAppeared: Bool

  package init(_ record: Entry) {
    self.record = record
    step = record["status"]?.text.flatMap(Lifecycle.publication.step)
    hasAppeared = step.map(Lifecycle.publication.isOut) ?? true
  }

  /// Where it appeared; nil if it has not.
  package var venue: String? { hasAppeared ? record["venue"]?.text : nil }

  /// Who published it; nil if nobody has.
  package var publisher: String? { hasAppeared ? record["publisher"]?.text : nil }

  /// The university of a thesis, the institution of a report: both are written as a venue or as a
  /// publisher.
  package var institution: String? { venue ?? publisher }

  package var pages: PageNumbers? { record["pages"]?.text.map(PageNumbers.init) }

  /// How far the work has come, as written, with the venue that has not taken it: `Submitted to
  /// Nature`; nil if it is out.
  package var remark: String? {
    guard let written = record["status"]?.text else { return nil }
    guard let step else { return written }
    if step.label == "Published" { return nil }
    let name = Lifecycle.publication.shown(written)
    guard !hasAppeared, let venue = record["venue"]?.text else { return name }
    return "\(name) \(step.preposition) \(venue)"
  }

  /// What a thesis was written for.
  package enum ThesisLevel: Sendable { case doctoral, masters, other }

  /// By the record's degree.
  package var thesisLevel: ThesisLevel {
    let degree = (record["degree"]?.text ?? "").asciiFolded.lowercased().filter(\.isLetter)
    if Self.doctoral.contains(degree) || degree.contains("doctor") || degree.hasPrefix("phd") {
      return .doctoral
    }
    return Self.masters.contains(degree) || degree.contains("master") ? .masters : .other
  }

  private static let doctoral: Set<String> = [
    "dphil", "dr", "edd", "scd", "dsc", "engd", "drrernat", "dring", "drphil", "dtech", "jd", "md",
  ]
  private static let masters: Set<String> = [
    "ma", "ms", "msc", "meng", "mphil", "mres", "mfa", "mtech", "mba", "mst", "magister", "mag",
  ]
}

extension Lifecycle.Step {
  /// The word between a status and the venue: `Submitted to Nature`.
  fileprivate var preposition: String {
    switch label {
    case "In Preparation": "for"
    case "Submitted": "to"
    case "Rejected": "by"
    case "Withdrawn": "from"
    default: "at"
    }
  }
}

/// The citation keys of publications: each record's own `key`, or its ID; no two are equal,
/// whatever the case.
package struct CitationKeys: Sendable {
  private var taken: Set<String> = []

  package init() {}

  /// The key of the next record.
  package mutating func key(of record: Entry) -> String {
    let own = record["key"]?.text.flatMap { Self.isKey($0) ? $0 : nil }
    let base = own ?? Self.folded(record.key.id)
    var key = base
    var number = 2
    while !taken.insert(key.lowercased()).inserted {
      key = "\(base)-\(number)"
      number += 1
    }
    return key
  }

  /// True if BibTeX, LaTeX and every program that cites by it read it as one key.
  private static func isKey(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isLetterOrDigit(first) else { return false }
    return text.unicodeScalars.allSatisfy {
      isLetterOrDigit($0) || ":-_./+".unicodeScalars.contains($0)
    }
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.isASCIIDigit)
  }

  /// Letters, digits and hyphens only: other signs end a key for one program or another.
  private static func folded(_ id: String) -> String {
    let folded = id.asciiFolded.unicodeScalars.filter { scalar in
      scalar == "-" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    return folded.isEmpty ? "entry" : String(String.UnicodeScalarView(folded))
  }
}
