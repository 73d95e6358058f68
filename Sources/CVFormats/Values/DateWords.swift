internal import CVModel
internal import Text

/// The words of dates in English, German, French, Spanish, Italian, Portuguese and Dutch, all
/// folded: lower case, without accents.
enum DateWords {
  static let present = "present"

  /// A text in the form of the tables: lower case, without accents, all dashes as `-`, white space
  /// collapsed.
  static func normalized(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "–", "—", "‒", "―", "−", "‐", "‑": result += isolated(scalar) ? " - " : "-"
      case "’", "‘": result += "'"
      case "…": result += ".."
      default:
        if scalar.isASCII {
          result.unicodeScalars.append(scalar)
        } else if scalar.properties.isWhitespace {
          result += " "
        } else {
          let folded = String(scalar).asciiFolded
          result += folded.isEmpty ? String(scalar) : folded
        }
      }
    }
    return result.lowercased().collapsed
  }

  /// Whether a dash only occurs between two dates, never inside one.
  private static func isolated(_ dash: Unicode.Scalar) -> Bool {
    "–—―".unicodeScalars.contains(dash)
  }

  static let presents: Set<String> = [
    "present", "presently", "now", "current", "currently", "ongoing", "today", "to date", "date",
    "to present", "until now", "to now", "in progress", "continuing",
    "heute", "jetzt", "aktuell", "laufend", "gegenwartig", "bis heute", "dato",
    "aujourd'hui", "actuellement", "actuel", "en cours", "ce jour", "maintenant", "a ce jour",
    "actualidad", "presente", "actual", "hoy", "la actualidad", "actualmente", "en curso",
    "oggi", "attuale", "in corso", "ad oggi", "attualmente",
    "atual", "atualmente", "hoje", "o momento", "em andamento",
    "heden", "nu", "huidig", "vandaag",
  ]

  static let approximations = ["circa", "ca.", "c.", "ca", "around", "about", "approx."]
  static let expectations = [
    "expected", "(expected)", "anticipated", "exp.", "voraussichtlich", "prevu", "previsto",
    "prevista", "verwacht", "est.",
  ]
  static let beginnings = [
    "since", "from", "starting", "seit", "ab", "ab dem", "depuis", "desde", "dal", "da", "vanaf",
    "sinds", "em", "im", "in", "en",
  ]
  static let endings = [
    "until", "till", "to", "bis", "jusqu'a", "jusqu'en", "hasta", "fino al", "ate", "tot",
  ]
  static let fillers: Set<String> = [
    "de", "del", "of", "di", "do", "the", "den", "le", "el", "am", "on",
  ]
  static let ordinals = ["st", "nd", "rd", "th", "er", "º", "ª", "e"]

  /// The number of a month, given its name or a prefix of at least three letters.
  static func month(_ word: String) -> Int? {
    let word = word.hasSuffix(".") ? String(word.dropLast()) : word
    guard word.utf8.count >= 3 else { return nil }
    for (index, names) in months.enumerated() where names.contains(where: { $0 == word }) {
      return index + 1
    }
    let matches = months.indices.filter { index in
      months[index].contains { $0.hasPrefix(word) }
    }
    return matches.count == 1 ? matches[0] + 1 : nil
  }

  static func season(_ word: String) -> PartialDate.Season? {
    for (season, names) in seasons where names.contains(word) { return season }
    return nil
  }

  private static let months: [[String]] = [
    [
      "january", "jan", "januar", "janner", "jaenner", "janvier", "enero", "ene", "gennaio",
      "janeiro", "januari",
    ],
    ["february", "feb", "februar", "fevrier", "febrero", "febbraio", "fevereiro", "februari"],
    ["march", "mar", "marz", "maerz", "mrz", "mars", "marzo", "marco", "maart", "mrt"],
    ["april", "apr", "avril", "abril", "abr", "aprile"],
    ["may", "mai", "mayo", "maggio", "maio", "mei"],
    ["june", "jun", "juni", "juin", "junio", "giugno", "junho"],
    ["july", "jul", "juli", "juillet", "julio", "luglio", "julho"],
    ["august", "aug", "aout", "agosto", "ago", "augustus"],
    ["september", "sep", "sept", "septembre", "septiembre", "settembre", "setembro"],
    ["october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "outubro"],
    ["november", "nov", "novembre", "noviembre", "novembro"],
    ["december", "dec", "dezember", "dez", "decembre", "diciembre", "dic", "dicembre", "dezembro"],
  ]

  private static let seasons: [(PartialDate.Season, Set<String>)] = [
    (.spring, ["spring", "fruhling", "fruhjahr", "printemps", "primavera", "lente"]),
    (.summer, ["summer", "sommer", "ete", "verano", "estate", "verao", "zomer"]),
    (.fall, ["fall", "autumn", "herbst", "automne", "otono", "autunno", "outono", "herfst"]),
    (.winter, ["winter", "hiver", "invierno", "inverno"]),
  ]
}
