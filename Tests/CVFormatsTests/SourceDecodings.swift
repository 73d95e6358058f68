@testable import CVFormats
import CVModel

/// The possible results of the decodings in docs/sources.md for a text; of one result, all parts
/// must be kept.
enum SourceDecodings {
  static func of(_ text: String) -> [[String]] {
    var results: [[String]] = [[text], [text.decodedText], [text.decodedParagraphs]]
    // The parts of a date.
    if let date = SourceDate(text, seasonsAsMonths: true) {
      results.append([date.start, date.end].compactMap(\.self))
    }
    if let number = Int(text), (1...31).contains(number) {
      results.append(["-" + (number < 10 ? "0\(number)" : "\(number)")])
      if (1...4).contains(number) || (21...24).contains(number) {
        results.append([["Spring", "Summer", "Fall", "Winter"][(number - 1) % 20]])
      }
    }
    // A placeholder on a page, if the citation beside it has only the year.
    if let date = SourceDate(text, seasonsAsMonths: true)?.start, date.hasSuffix("-01-01") {
      results.append([String(date.prefix(4))])
    }
    // URLs, tags, lists in one text, sites, types.
    results.append(["https://" + text])
    results.append([text.asTag])
    results.append(text.itemsBetweenCommas)
    results.append(text.split(whereSeparator: { ",;".contains($0) }).map { String($0).asTag })
    results.append(text.separateNames)
    results.append([text.withoutEmphasis])
    if !text.slug.isEmpty { results.append([text.slug]) }
    if text.hasPrefix("tel:") || text.hasPrefix("mailto:") {
      results.append([text.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""])
    }
    // A URL that follows from the name of an account.
    if let name = text.split(separator: "/").last.map(String.init),
      AccountSite.known.contains(where: {
        $0.url(of: name)?.replacing("www.", with: "") == text.replacing("www.", with: "")
      })
    {
      results.append([name])
    }
    for scheme in IdentifierScheme.allCases { results.append([scheme.bare(text)]) }
    if let type = CSLTypes.type(of: text, genre: "") { results.append([type]) }
    results.append([text.lowercased()])
    results.append([text.lowercased().capitalizedFirst])
    return results.map { $0.filter { !$0.isEmpty } }.filter { !$0.isEmpty }
  }
}
