internal import CVModel

/// Regular expressions (ECMA 262, as in JSON Schema) for the values of field types.
enum Pattern {
  /// A word in any case.
  static func word(_ text: String) -> String {
    text.map { letter in
      let (lower, upper) = (letter.lowercased(), letter.uppercased())
      return lower == upper ? escaped(letter) : "[\(upper)\(lower)]"
    }.joined()
  }

  private static func escaped(_ character: Character) -> String {
    ".*+?()[]{}|^$\\/".contains(character) ? "\\\(character)" : String(character)
  }

  /// The name of a status, ignoring case, hyphens and spaces.
  static func status(_ label: String) -> String {
    let letters = label.filter { !"-_ ".contains($0) }.map { word(String($0)) }
    return "[-_ ]*" + letters.joined(separator: "[-_ ]*") + "[-_ ]*"
  }

  /// One of these patterns, matching the whole text.
  static func whole(_ choices: String...) -> JSONText { whole(choices) }

  static func whole(_ choices: [String]) -> JSONText {
    .string(choices.count == 1 ? "^\(choices[0])$" : "^(\(choices.joined(separator: "|")))$")
  }

  // MARK: Dates

  private static let year = "(?!0000)\\d{4}"
  private static let leapYear =
    "(\\d\\d(0[48]|[2468][048]|[13579][26])|(?!0000)([02468][048]|[13579][26])00)"
  private static let day =
    "\(year)-((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)"
    + "|02-(0[1-9]|1\\d|2[0-8]))|\(leapYear)-02-29"
  private static let seasons = ["spring", "summer", "fall", "autumn", "winter"]

  /// All forms of a date.
  static let dates = [
    "(\(circa))?\(year)~?", "(\(circa))?\(year)-(0[1-9]|1[0-2])~?", "(\(circa))?(\(day))~?",
    "(\(circa))?\(years)",
    "(\(circa))?(\((seasons + AcademicTerm.labels).map(word).joined(separator: "|"))) +\(years)",
  ]

  private static let circa = "(\(word("circa")) |\(word("ca"))\\.? |\(word("c"))\\. ?) *"
  /// One year, or two; that the second follows the first is beyond a pattern.
  private static let years = "\\d{4}([/–]\\d{2}(\\d{2})?|-\\d{4})?"

  // MARK: Numbers

  /// Digits with at most one decimal point, and commas between groups of three.
  static let decimal = "(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?"
  static let whole = "(\\d+|\\d{1,3}(,\\d{3})+)"
  static let count = ["\(whole)\\+?", "\(decimal)[kKM]\\+?"]
  static let score = ["\(decimal)( */ *\(decimal))?"]

  // MARK: People

  private static let suffix = " *(Jr\\.?|Sr\\.?|II|III|IV) *"
  private static let name = "(?!\(suffix)(,|$))[^,]*[^, ][^,]*"
  private static let fullName = "(?!\(suffix)(,|$)) *[^, ]+ +[^, ][^,]*"

  /// One person's name, including `Family, Given` and `Name, Jr.`.
  static let oneName =
    "^(?!.*(;| and | & ))(?!(.*,)?\(name),(.*,)?\(name),(.*,)?\(name)(,|$)).*\\S"

  /// Two full names separated by a comma, with no other sign that they are two.
  static let twoFullNames = "^(\(suffix),)*\(fullName),(\(suffix),)*\(fullName)(,\(suffix))*,?$"

  // MARK: Names

  static let id = "[a-z0-9]+(-[a-z0-9]+)*"
  private static let label = "[^\\s.:/?#@<>\"\\\\^`{|}]+"
  static let host = "(\(label)(\\.\(label))+|localhost)"
  static let url =
    "\(word("http"))[Ss]?://\(host)(:\\d+)?([/?#][^\\s<>\"\\\\^`{|}]*)?"
  static let email = "[^\\s@<>()\",;:\\\\]+@\(label)(\\.\(label))+"

  /// The identifier alone, or as a URL; a pattern cannot check check digits.
  static func identifier(_ scheme: IdentifierScheme) -> String {
    let web = "(\(word("http"))[Ss]?://)?(\(word("www."))?)?"
    func named(_ prefixes: [String], _ shape: String) -> String {
      "(\(web)(\(prefixes.map(word).joined(separator: "|"))) *)?\(shape)"
    }
    return switch scheme {
    case .doi: named(["doi.org/", "dx.doi.org/", "doi:"], "10\\.[0-9.]{4,9}(/|%2[Ff])\\S+")
    case .arxiv:
      named(
        ["arxiv.org/abs/", "arxiv.org/pdf/", "arxiv:"],
        "(\\d\\d(0[1-9]|1[0-2])\\.\\d{4,5}|[A-Za-z.-]+/\\d\\d(0[1-9]|1[0-2])\\d{3})([vV]\\d+)?(\(word(".pdf")))?"
      )
    case .isbn:
      named(
        ["isbn:", "isbn "],
        "(9[- ]?7[- ]?[89][- ]?(\\d[- ]?){9}\\d|(\\d[- ]?){9}[0-9Xx])")
    case .issn: named(["issn:", "issn "], "\\d{4}-?\\d{3}[0-9Xx]")
    case .pmid:
      named(["pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/", "pmid:"], "\\d{1,9}/?")
    case .orcid: named(["orcid.org/", "orcid:"], "(\\d{4}-){3}\\d{3}[0-9Xx]/?")
    }
  }
}
