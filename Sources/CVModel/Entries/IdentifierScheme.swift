internal import Text

/// A registry of works or people whose identifiers have a fixed form.
package enum IdentifierScheme: String, Hashable, Sendable, CaseIterable {
  case doi, arxiv, isbn, issn, pmid, orcid

  /// The usual name.
  package var label: String {
    switch self {
    case .doi: "DOI"
    case .arxiv: "arXiv id"
    case .isbn: "ISBN"
    case .issn: "ISSN"
    case .pmid: "PMID"
    case .orcid: "ORCID iD"
    }
  }

  /// A valid example, for hints.
  package var example: String {
    switch self {
    case .doi: "10.1145/3377811.3380366"
    case .arxiv: "2303.02262"
    case .isbn: "978-0-306-40615-7"
    case .issn: "2049-3630"
    case .pmid: "33116299"
    case .orcid: "0000-0002-1825-0097"
    }
  }

  /// The URL that resolves a bare identifier.
  package func url(for bare: String) -> String? {
    switch self {
    case .doi: "https://doi.org/\(URIText.encoded(bare, keeping: Self.signsOfDOI))"
    case .arxiv: "https://arxiv.org/abs/\(bare)"
    case .pmid: "https://pubmed.ncbi.nlm.nih.gov/\(bare)/"
    case .orcid: "https://orcid.org/\(bare)"
    case .isbn, .issn: nil
    }
  }

  /// What a DOI keeps as it is in an address; `<`, `>`, `#`, `?`, `[`, `]` and others would end it
  /// or are not allowed.
  private static let signsOfDOI = "/:;,()!$&'*+=@"

  private var prefixes: [String] {
    switch self {
    case .doi: ["doi.org/", "dx.doi.org/", "doi:"]
    case .arxiv: ["arxiv.org/abs/", "arxiv.org/pdf/", "arxiv:"]
    case .isbn: ["isbn:", "isbn "]
    case .issn: ["issn:", "issn "]
    case .pmid: ["pubmed.ncbi.nlm.nih.gov/", "www.ncbi.nlm.nih.gov/pubmed/", "pmid:"]
    case .orcid: ["orcid.org/", "orcid:"]
    }
  }

  /// What is wrong with an identifier.
  enum Fault: Error {
    case shape
    case checksum
  }

  /// The bare identifier of a text that may be its URL; otherwise unchanged.
  package func bare(_ text: String) -> String {
    var rest = Substring(text.trimmed)
    for scheme in ["https://", "http://", "www."] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    for prefix in prefixes where rest.lowercased().hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
      break
    }
    if self == .arxiv, rest.lowercased().hasSuffix(".pdf") { rest = rest.dropLast(4) }
    if self == .pmid || self == .orcid, rest.hasSuffix("/") { rest = rest.dropLast() }
    return self == .doi ? URIText.decoded(rest.trimmed) : rest.trimmed
  }

  /// The canonical form, which equal identifiers share, with shape and checksum verified.
  func canonical(_ text: String) throws(Fault) -> String {
    let bare = bare(text)
    switch self {
    case .doi: return try Self.doi(bare)
    case .arxiv: return try Self.arxiv(bare)
    case .isbn: return try Self.isbn(bare)
    case .issn: return try Self.issn(bare)
    case .pmid:
      guard (1...9).contains(bare.count), bare.isASCIIDigits else {
        throw .shape
      }
      return bare
    case .orcid: return try Self.orcid(bare)
    }
  }

  /// Source: DOI Handbook, 2.2: a prefix `10.` and a registrant's code, a slash, a suffix; case is
  /// ignored.
  private static func doi(_ bare: String) throws(Fault) -> String {
    let scalars = bare.unicodeScalars
    guard scalars.starts(with: "10.".unicodeScalars), let slash = scalars.firstIndex(of: "/") else {
      throw .shape
    }
    let registrant = scalars[..<slash].dropFirst(3)
    let suffix = scalars[slash...].dropFirst()
    guard (4...9).contains(registrant.count), !suffix.isEmpty,
      registrant.allSatisfy({ $0.isASCIIDigit || $0 == "." }),
      suffix.allSatisfy({ $0 > " " && $0 != "\u{7F}" })
    else { throw .shape }
    return bare.lowercased()
  }

  /// Source: arXiv's identifier scheme: `YYMM.NNNNN` since 2007, `archive.class/YYMMNNN` before;
  /// optionally with a version.
  private static func arxiv(_ bare: String) throws(Fault) -> String {
    var rest = Substring(bare.lowercased()).unicodeScalars
    if let mark = rest.lastIndex(of: "v"), mark != rest.startIndex {
      let version = rest[mark...].dropFirst()
      if !version.isEmpty, version.allSatisfy(\.isASCIIDigit) { rest = rest[..<mark] }
    }
    let digits: Substring.UnicodeScalarView
    if let slash = rest.firstIndex(of: "/") {
      let archive = rest[..<slash]
      digits = rest[slash...].dropFirst()
      let isName = archive.allSatisfy { ("a"..."z").contains($0) || $0 == "-" || $0 == "." }
      guard !archive.isEmpty, isName, digits.count == 7, digits.allSatisfy(\.isASCIIDigit)
      else { throw .shape }
    } else {
      digits = rest.prefix(4)
      let number = rest.dropFirst(5)
      guard rest.dropFirst(4).first == ".", (4...5).contains(number.count),
        digits.allSatisfy(\.isASCIIDigit), number.allSatisfy(\.isASCIIDigit)
      else { throw .shape }
    }
    guard let month = Int(Substring(digits.dropFirst(2).prefix(2))), (1...12).contains(month) else {
      throw .shape
    }
    return String(rest)
  }

  /// Source: ISO 2108: 13 digits from 978 or 979, weighted 1 and 3 modulo 10, or the older 10
  /// digits modulo 11, which become 13 with the prefix `978`.
  private static func isbn(_ bare: String) throws(Fault) -> String {
    let digits = bare.filter { $0 != "-" && $0 != " " }.uppercased()
    let values = try checkValues(digits)
    switch values.count {
    case 13:
      guard !digits.contains("X"), digits.hasPrefix("978") || digits.hasPrefix("979") else {
        throw .shape
      }
      let sum = values.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) }
      guard sum % 10 == 0 else { throw .checksum }
    case 10:
      let sum = values.enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) }
      guard sum % 11 == 0 else { throw .checksum }
      return thirteenDigits(of: digits)
    default: throw .shape
    }
    return digits
  }

  private static func thirteenDigits(of older: String) -> String {
    let digits = "978" + older.dropLast()
    let sum = digits.compactMap(\.wholeNumberValue).enumerated().reduce(0) {
      $0 + $1.element * ($1.offset.isMultiple(of: 2) ? 1 : 3)
    }
    return digits + String((10 - sum % 10) % 10)
  }

  /// Source: ISO 3297: eight digits, the last a check digit modulo 11.
  private static func issn(_ bare: String) throws(Fault) -> String {
    let digits = bare.filter { $0 != "-" }.uppercased()
    let values = try checkValues(digits)
    guard values.count == 8 else { throw .shape }
    let sum = values.enumerated().reduce(0) { $0 + $1.element * (8 - $1.offset) }
    guard sum % 11 == 0 else { throw .checksum }
    return "\(digits.prefix(4))-\(digits.suffix(4))"
  }

  /// Source: ORCID's structure of the identifier: 16 digits in four groups, ISO 7064 MOD 11-2.
  private static func orcid(_ bare: String) throws(Fault) -> String {
    let groups = bare.uppercased().split(separator: "-", omittingEmptySubsequences: false)
    guard groups.count == 4, groups.allSatisfy({ $0.count == 4 }) else { throw .shape }
    let values = try checkValues(groups.joined())
    guard let check = values.last else { throw .shape }
    let total = values.dropLast().reduce(0) { ($0 + $1) * 2 % 11 }
    guard (12 - total) % 11 == check else { throw .checksum }
    return groups.joined(separator: "-")
  }

  /// The values of digits, of which the last may be `X` for ten.
  private static func checkValues(_ text: String) throws(Fault) -> [Int] {
    var values: [Int] = []
    for (index, character) in text.enumerated() {
      if character.isASCII, let value = character.wholeNumberValue {
        values.append(value)
      } else if character == "X", index == text.count - 1 {
        values.append(10)
      } else {
        throw .shape
      }
    }
    return values
  }
}
