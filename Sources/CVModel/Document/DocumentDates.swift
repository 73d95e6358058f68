/// Dates as a CV prints them: `2024`, `Sep. 2021`, `17 May 2024`, `Fall 2023`.
extension PartialDate {
  private static let printedMonths = [
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sep.", "Oct.", "Nov.", "Dec.",
  ]

  package var printed: String {
    (isApproximate ? "c. " : "") + (printedWithoutYear.map { "\($0) \(yearText)" } ?? yearText)
  }

  /// With a recent year in two digits: `Sep. '21`.
  fileprivate var printedShort: String {
    guard isPlain else { return printed }
    return printedWithoutYear.map { "\($0) \(Self.shortYear(year))" } ?? String(year)
  }

  fileprivate var printedWithoutYear: String? {
    if let season { return season.name }
    if let term { return term.label }
    guard let month else { return nil }
    let name = Self.printedMonths[month - 1]
    return day.map { "\($0) \(name)" } ?? name
  }

  /// `'24`; in full for a year that would be ambiguous in two digits.
  static func shortYear(_ year: Int) -> String {
    guard (1950..<2050).contains(year) else { return String(year) }
    let digits = year % 100
    return digits < 10 ? "'0\(digits)" : "'\(digits)"
  }
}

extension Period {
  /// `Sep. '21 – May '26 (est.)`, `Jun. – Aug. '25`, `2017–20`, `2022 – Present`.
  package var printed: String {
    let last: PartialDate?
    var suffix = ""
    switch (end, expected) {
    case (.date(let date)?, _): last = date
    case (.present?, _): return start.map { "\(printedStart($0)) – Present" } ?? "Present"
    case (.unknown?, _): return start.map { "\(printedStart($0)) – ?" } ?? ""
    case (nil, let date?):
      last = date
      suffix = " (est.)"
    case (nil, nil): return start.map { "Since \($0.printed)" } ?? ""
    }
    guard let last else { return "" }
    guard let start, start != last else { return last.printed + suffix }
    return Self.range(start, last) + suffix
  }

  private func printedStart(_ start: PartialDate) -> String { start.printedShort }

  private static func range(_ start: PartialDate, _ last: PartialDate) -> String {
    guard start.isPlain, last.isPlain else { return "\(start.printed) – \(last.printed)" }
    if let first = start.day, last.day != nil, start.year == last.year, start.month == last.month {
      return "\(first)–\(last.printed)"
    }
    guard let first = start.printedWithoutYear, last.printedWithoutYear != nil else {
      guard start.printedWithoutYear == nil, last.printedWithoutYear == nil else {
        return "\(start.printed) – \(last.printed)"
      }
      return yearRange(start.year, last.year)
    }
    return start.year == last.year
      ? "\(first) – \(last.printedShort)" : "\(start.printedShort) – \(last.printedShort)"
  }

  private static func yearRange(_ first: Int, _ last: Int) -> String {
    guard first / 100 == last / 100 else { return "\(first)–\(last)" }
    let digits = last % 100
    return "\(first)–\(digits < 10 ? "0" : "")\(digits)"
  }
}

/// Years as printed in a list of service.
enum PrintedYears {
  /// `'22`, `'24, '25`; three or more consecutive years as `'23 – '25`.
  static func text(_ years: [Int]) -> String {
    runs(years.sorted()).map { run in
      run.count < 3
        ? run.map(PartialDate.shortYear).joined(separator: ", ")
        : "\(PartialDate.shortYear(run[0])) – \(PartialDate.shortYear(run[run.count - 1]))"
    }.joined(separator: ", ")
  }

  private static func runs(_ years: [Int]) -> [[Int]] {
    years.reduce(into: []) { runs, year in
      if let last = runs.last?.last, year == last + 1 {
        runs[runs.count - 1].append(year)
      } else {
        runs.append([year])
      }
    }
  }
}
