internal import Text

/// The order of entries in a section: those with `order` first, ascending; then by the section's
/// `sort`, or newest first; then by ID.
struct EntryOrder {
  private let kind: Kind
  private let field: Field?
  private let isDescending: Bool

  private let winter: PartialDate.Winter

  init(kind: Kind, sort: String?, winter: PartialDate.Winter) {
    self.kind = kind
    self.winter = winter
    field = sort.flatMap { kind.field(named: $0.withoutSortMark) }
    isDescending = sort?.hasPrefix("-") == true
  }

  func sorted(_ entries: [Entry]) -> [Entry] {
    entries.map {
      Keyed(
        entry: $0, rank: rank($0), value: value($0),
        recency: Recency($0, kind: kind, winter: winter))
    }
    .sorted(by: sorts).map(\.entry)
  }

  private struct Keyed {
    let entry: Entry
    /// `order`, as written; nil sorts after every number.
    let rank: Int?
    let value: SortValue?
    let recency: Recency
  }

  private func sorts(_ left: Keyed, before right: Keyed) -> Bool {
    if left.rank != right.rank {
      guard let mine = left.rank else { return false }
      return right.rank.map { mine < $0 } ?? true
    }
    if field != nil, left.value != right.value {
      guard let mine = left.value else { return false }
      guard let theirs = right.value else { return true }
      return isDescending ? theirs < mine : mine < theirs
    }
    if field == nil || left.value == right.value, left.recency != right.recency {
      return left.recency > right.recency
    }
    return left.entry.key.id < right.entry.key.id
  }

  private func rank(_ entry: Entry) -> Int? { entry["order"]?.text.flatMap { Int($0) } }

  private func value(_ entry: Entry) -> SortValue? {
    guard let field, let value = entry[field.name] else { return nil }
    return SortValue(value, field.type)
  }
}

/// The sort value of an entry: dates and numbers sort by value, everything else by its words.
private enum SortValue: Equatable, Comparable {
  case date([Int])
  case number(Double)
  case words(String)

  init?(_ value: Plain, _ type: FieldType) {
    switch type.meaning(of: value) {
    case .date(let date)?, .end(.date(let date))?:
      self = .date([date.sortKey.0, date.sortKey.1, date.sortKey.2])
    case .end(.present)?: self = .date([Int.max])
    case .integer(let number)?: self = .number(Double(number))
    case .count(let count)?:
      let factor = count.unit == "M" ? 1e6 : count.unit == "k" ? 1e3 : 1
      self = .number(count.number.double * factor)
    case .score(let score)?: self = .number(score.value.double)
    case .money(let money)?: self = .number(money.amount.double)
    default:
      let words = value.items.compactMap(\.personName).joined(separator: " ")
      if words.isEmpty { return nil }
      self = .words(words.wordFolded)
    }
  }

  static func < (left: SortValue, right: SortValue) -> Bool {
    switch (left, right) {
    case (.date(let mine), .date(let theirs)): mine.lexicographicallyPrecedes(theirs)
    case (.number(let mine), .number(let theirs)): mine < theirs
    case (.words(let mine), .words(let theirs)): mine < theirs
    case (.date, _), (.number, .words): true
    default: false
    }
  }
}

extension ExactDecimal {
  /// The nearest binary number, which is precise enough for sorting.
  fileprivate var double: Double {
    (0..<places).reduce(Double(digits)) { result, _ in result / 10 }
  }
}
