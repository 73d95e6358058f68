/// A named part of an academic year: `HT`, `WS`, `AY`, `Semester 1`. Spring to winter are
/// ``PartialDate/Season``.
package struct AcademicTerm: Hashable, Sendable {
  /// As it was written, but for spaces.
  package let label: String
  /// The month in which it begins, which it sorts as.
  package let month: Int

  /// Nil for a label that is not known.
  init?(_ label: String) {
    guard let month = Self.months[label.lowercased()] else { return nil }
    self.label = label
    self.month = month
  }

  /// Labels in lower case, for the schema.
  package static var labels: [String] { months.keys.sorted() }

  private static let months: [String: Int] = {
    let rows: [(Int, [String])] = [
      (1, ["ht", "hilary", "hilary term", "lent", "lent term", "q1", "h1", "term 1"]),
      (2, ["s1", "semester 1"]),
      (4, ["tt", "trinity", "trinity term", "easter term", "ss", "sose", "q2", "term 2"]),
      (7, ["s2", "semester 2", "q3", "h2"]),
      (9, ["ay", "academic year", "term 3"]),
      (10, ["mt", "michaelmas", "michaelmas term", "ws", "wise", "q4"]),
    ]
    return Dictionary(rows.flatMap { month, names in names.map { ($0, month) } }) { first, _ in
      first
    }
  }()
}
