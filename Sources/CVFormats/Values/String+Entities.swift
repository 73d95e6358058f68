/// Decoding of HTML entities, which web forms leave in texts.
extension String {
  /// With `&amp;`, `&#39;`, `&#x2019;`, `&eacute;` and similar entities decoded.
  var decodingEntities: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    var result = ""
    var rest = self[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      let after = rest[rest.index(after: start)...]
      if let end = after.prefix(12).firstIndex(of: ";"),
        let character = HTMLEntity.character(named: after[..<end])
      {
        result += character
        rest = after[after.index(after: end)...]
      } else {
        result += "&"
        rest = after
      }
    }
    return result + rest
  }
}

/// Decoding of HTML tags, which CSL and web forms use as markup.
extension String {
  /// With tags for italics, bold and code converted to our markup, and tags for layout removed. All
  /// other tags, and any other `<`, are kept.
  var decodingTags: String {
    guard utf8.contains(UInt8(ascii: "<")) else { return self }
    var result = ""
    var rest = self[...]
    while let start = rest.firstIndex(of: "<") {
      result += rest[..<start]
      let after = rest[rest.index(after: start)...]
      guard let end = after.prefix(60).firstIndex(of: ">"),
        let text = Self.text(ofTag: after[..<end])
      else {
        result += "<"
        rest = after
        continue
      }
      result += text
      rest = after[after.index(after: end)...]
    }
    return result + rest
  }

  private static func text(ofTag tag: Substring) -> String? {
    let isClosing = tag.hasPrefix("/")
    let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == ":" }
      .lowercased()
    switch name.hasPrefix("jats:") ? String(name.dropFirst(5)) : name {
    case "i", "em", "italic": return "*"
    case "b", "strong", "bold": return "**"
    case "code", "tt": return "`"
    case "span", "sc", "font", "u": return ""
    case "p", "div": return isClosing ? "" : "\n\n"
    case "br": return "\n\n"
    case "title" where name.hasPrefix("jats:"): return isClosing ? "\n\n" : ""
    default: return nil
    }
  }
}

/// The entities that occur in texts about careers.
enum HTMLEntity {
  /// Nil for an unknown name: the text is then not an entity.
  static func character(named name: Substring) -> String? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let number =
        digits.first == "x" || digits.first == "X"
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      guard let number, let scalar = Unicode.Scalar(number), number >= 32 || number == 10 else {
        return nil
      }
      return String(Character(scalar))
    }
    return table[String(name)]
  }

  /// Source: the HTML standard's named character references, for Latin letters and punctuation.
  private static let table: [String: String] = {
    let rows = """
      amp & lt < gt > quot " apos ' ndash – mdash — hellip … lsquo ‘ rsquo ’ ldquo “ rdquo ” sbquo ‚ bdquo „
      laquo « raquo » bull • middot · copy © reg ® trade ™ deg ° plusmn ± times × divide ÷ micro µ para ¶ sect §
      euro € pound £ yen ¥ cent ¢ iexcl ¡ iquest ¿ ordf ª ordm º sup1 ¹ sup2 ² sup3 ³ frac12 ½ frac14 ¼
      Agrave À Aacute Á Acirc Â Atilde Ã Auml Ä Aring Å AElig Æ Ccedil Ç Egrave È Eacute É Ecirc Ê Euml Ë
      Igrave Ì Iacute Í Icirc Î Iuml Ï ETH Ð Ntilde Ñ Ograve Ò Oacute Ó Ocirc Ô Otilde Õ Ouml Ö Oslash Ø
      Ugrave Ù Uacute Ú Ucirc Û Uuml Ü Yacute Ý THORN Þ szlig ß agrave à aacute á acirc â atilde ã auml ä
      aring å aelig æ ccedil ç egrave è eacute é ecirc ê euml ë igrave ì iacute í icirc î iuml ï eth ð
      ntilde ñ ograve ò oacute ó ocirc ô otilde õ ouml ö oslash ø ugrave ù uacute ú ucirc û uuml ü
      yacute ý thorn þ yuml ÿ OElig Œ oelig œ Scaron Š scaron š alpha α beta β gamma γ delta δ epsilon ε
      lambda λ mu μ pi π sigma σ omega ω Delta Δ Omega Ω rarr → larr ← le ≤ ge ≥ ne ≠ asymp ≈ infin ∞ minus −
      """
    let words = rows.split { $0 == " " || $0 == "\n" }.map(String.init)
    var table = [
      "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ", "shy": "", "zwnj": "\u{200C}",
    ]
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      table[words[index]] = words[index + 1]
    }
    return table
  }()
}
