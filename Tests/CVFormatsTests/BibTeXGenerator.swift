import Fixtures

/// Generates a realistic `.bib` file: many entries of many types, one field per line.
struct BibTeXGenerator {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let words = [
    "forecasting", "series", "of", "{Bayesian}", "models", "for", "electricity", "demand", "with",
    "{A}ustralian", "data", "and", "the", "coherent", "G{\\\"o}del", "hierarchies", "large",
  ]
  private static let families = [
    "Byron", "Babbage", "van Dijk", "O'Hara", "M{\\\"u}ller", "Le Guin",
  ]
  private static let givens = ["Ada", "Charles", "J. R.", "Mary-Ann", "{\\'E}mile"]

  private mutating func pick(_ list: [String]) -> String {
    list.randomElement(using: &random) ?? ""
  }

  private mutating func phrase(_ range: ClosedRange<Int>) -> String {
    (0..<Int.random(in: range, using: &random)).map { _ in pick(Self.words) }.joined(separator: " ")
  }

  private mutating func people() -> String {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in
      Bool.random(using: &random)
        ? "\(pick(Self.givens)) \(pick(Self.families))"
        : "\(pick(Self.families)), \(pick(Self.givens))"
    }.joined(separator: " and ")
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  /// The lines of one entry: its head, its fields, its closing brace.
  mutating func entry(_ index: Int) -> [String] {
    let type = pick([
      "article", "article", "inproceedings", "book", "techreport", "incollection", "misc",
    ])
    var fields = [
      ("author", "{\(people())}"), ("title", "{\(phrase(4...12))}"),
      ("year", "{\(number(1980...2026))}"),
    ]
    switch type {
    case "article":
      fields += [
        ("journal", "{\(phrase(2...4))}"), ("volume", "{\(number(1...90))}"),
        ("number", "{\(number(1...12))}"),
        ("pages", "{\(number(1...99))--\(number(100...900))}"),
      ]
    case "inproceedings", "incollection":
      fields += [
        ("booktitle", "{\(phrase(3...6))}"), ("editor", "{\(people())}"),
        ("publisher", "{\(phrase(1...2))}"),
      ]
    case "techreport": fields += [("institution", "{\(phrase(2...4))}"), ("type", "{Report}")]
    default: fields += [("publisher", "\"\(phrase(1...2))\"")]
    }
    if Bool.random(using: &random) { fields.append(("url", "{https://example.org/\(index)?a=b}")) }
    if Bool.random(using: &random) { fields.append(("doi", "{10.1000/x.\(index)}")) }
    if number(0...4) == 0 { fields.append(("note", "{to appear}")) }
    if number(0...3) == 0 { fields.append(("abstract", "{\(phrase(40...90))}")) }
    let lines = fields.map { "  \($0.0.padding(9))= \($0.1)," }
    var last = lines[lines.count - 1]
    last.removeLast()
    return ["@\(type){key\(index),"] + lines.dropLast() + [last, "}"]
  }

  /// A file of `count` entries, each followed by an empty line.
  mutating func file(_ count: Int) -> [[String]] { (0..<count).map { entry($0) } }

  static func text(_ entries: [[String]]) -> String {
    entries.map { $0.joined(separator: "\n") + "\n\n" }.joined()
  }
}

extension String {
  fileprivate func padding(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
