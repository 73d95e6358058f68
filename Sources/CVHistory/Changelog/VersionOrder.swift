/// The order of versions by name: digits compare as numbers, and `v1.0-rc1` comes before `v1.0`.
struct VersionOrder: Comparable {
  private let parts: [Part]
  private let name: String

  private enum Part: Comparable {
    /// The rest of a name after a hyphen, which sorts before the name without it.
    case suffix
    case end
    case text(String)
    /// Compared by length, then digit by digit, so that any number of digits works.
    case number(length: Int, digits: String)
  }

  init(_ name: String) {
    self.name = name
    var parts: [Part] = []
    var rest = name[...]
    while let first = rest.first {
      let isNumber = first.isASCII && first.isNumber
      if first == "-" {
        parts.append(.suffix)
        rest = rest.dropFirst()
        continue
      }
      let run = rest.prefix { $0 != "-" && ($0.isASCII && $0.isNumber) == isNumber }
      let digits = String(run.drop { $0 == "0" })
      parts.append(isNumber ? .number(length: digits.count, digits: digits) : .text(String(run)))
      rest = rest.dropFirst(run.count)
    }
    self.parts = parts + [.end]
  }

  static func < (left: VersionOrder, right: VersionOrder) -> Bool {
    left.parts == right.parts
      ? left.name < right.name
      : left.parts.lexicographicallyPrecedes(right.parts)
  }
}
