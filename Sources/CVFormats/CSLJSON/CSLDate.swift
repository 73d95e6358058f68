internal import CVModel
internal import Text
internal import YAML

/// A date in CSL: `date-parts`, `raw`, `literal`, or an EDTF text.
struct CSLDate {
  let value: SourceDate
  /// Whether the source marks the date as approximate.
  let isLossy: Bool

  /// The members of a date.
  static let names = ["date-parts", "season", "circa", "literal", "raw", "edtf"]

  /// Nil for anything but a date.
  init?(_ node: Node) {
    if let text = node.text {
      guard let date = SourceDate(text, seasonsAsMonths: true) else { return nil }
      (value, isLossy) = (date, date.loss != nil)
      return
    }
    let isCirca = node["circa"].map { $0.flag ?? ($0.text != "0") } ?? false
    if let parts = node["date-parts"] {
      // Some programs write a single date without the outer list.
      let dates = parts.listItems.allSatisfy { $0.text != nil } ? [parts] : parts.listItems
      let season = node["season"]?.text.flatMap(Self.season)
      let isOdd = node["season"] != nil && season == nil
      let all = dates.compactMap { Self.parts($0, season)?.written }
      guard let first = all.first, all.count == dates.count, all.count <= 2 else { return nil }
      guard var date = SourceDate(first) else { return nil }
      if all.count == 2, all[1] != first { date.end = all[1] }
      value = date
      isLossy = isCirca || isOdd || node["literal"] != nil || node["raw"] != nil
      return
    }
    guard
      let text = ["edtf", "raw", "literal"].lazy.compactMap({ node[$0]?.text }).first,
      let date = SourceDate(text, seasonsAsMonths: true)
    else { return nil }
    (value, isLossy) = (date, isCirca || date.loss != nil)
  }

  private static func parts(_ node: Node, _ season: PartialDate.Season?) -> DateParts? {
    let numbers = node.listItems.map { $0.text.flatMap { Int($0.trimmed) } }
    guard let year = numbers.first ?? nil, numbers.count <= 3, numbers.allSatisfy({ $0 != nil })
    else { return nil }
    let month = numbers.count > 1 ? numbers[1] : nil
    if let month, (21...24).contains(month) {
      return DateParts(year: year, season: PartialDate.Season.allCases[month - 21])
    }
    // CSL 1.0.1 wrote seasons as the months 13 to 16.
    if let month, (13...16).contains(month) {
      return DateParts(year: year, season: PartialDate.Season.allCases[month - 13])
    }
    if month == nil, let season { return DateParts(year: year, season: season) }
    return DateParts(year: year, month: month, day: numbers.count > 2 ? numbers[2] : nil)
  }

  private static func season(_ text: String) -> PartialDate.Season? {
    if let number = Int(text) {
      let index = number > 20 ? number - 21 : number - 1
      return PartialDate.Season.allCases.indices.contains(index)
        ? PartialDate.Season.allCases[index] : nil
    }
    return DateWords.season(text.lowercased())
  }
}
