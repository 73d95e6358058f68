extension StringProtocol {
  /// Without white space at either end.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension String {
  /// With every run of spaces, tabs and line breaks replaced by one space, and none at either end.
  package var collapsed: String {
    let bytes = utf8.span
    var previousIsSpace = true
    var needsWork = false
    for index in bytes.indices {
      let byte = bytes[index]
      if byte > 32 {
        previousIsSpace = false
        continue
      }
      let isSpace = byte == 32
      if (9...13).contains(byte) || isSpace && previousIsSpace { needsWork = true }
      previousIsSpace = isSpace
    }
    if !needsWork && (!previousIsSpace || isEmpty) { return self }
    let words = unicodeScalars.split { $0 == " " || (9...13).contains($0.value) }
    return words.map { String($0) }.joined(separator: " ")
  }

  /// In ASCII: without accents, with ligatures expanded; other scalars are removed.
  package var asciiFolded: String {
    escaping { scalar in
      if scalar.isASCII { return nil }
      if let folded = ASCIIFolding.letters(for: scalar) { return folded }
      return scalar.properties.isDash ? "-" : scalar.properties.isWhitespace ? " " : ""
    }
  }

  /// A key for comparing names and titles: lower case, without accents, letters and digits only,
  /// words separated by one space.
  package var wordFolded: String { foldedWords.joined(separator: " ") }

  /// The words of `wordFolded`. Scripts without case or ASCII forms keep their letters.
  package var foldedWords: [String] {
    var words: [String] = []
    var word = ""
    for scalar in unicodeScalars {
      if let letters = scalar.folded {
        word += letters
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}

extension Unicode.Scalar {
  /// The scalar's contribution to a word: letters and digits, or empty for a mark within the word;
  /// nil if it ends the word.
  fileprivate var folded: String? {
    if isASCII {
      switch self {
      case "a"..."z", "0"..."9": return String(self)
      case "A"..."Z": return properties.lowercaseMapping
      case "'": return ""
      default: return nil
      }
    }
    if let letters = ASCIIFolding.letters(for: self) { return letters.lowercased() }
    if properties.isAlphabetic || properties.numericType != nil {
      return properties.lowercaseMapping
    }
    return properties.generalCategory == .nonspacingMark || self == "’" ? "" : nil
  }
}

/// The ASCII letters for accented Latin letters (Unicode's Latin-1 Supplement and Latin
/// Extended-A).
enum ASCIIFolding {
  /// Nil for any other scalar.
  static func letters(for scalar: Unicode.Scalar) -> String? {
    let index = Int(scalar.value) - first
    guard table.indices.contains(index), !table[index].isEmpty else { return nil }
    return table[index]
  }

  private static let first = 0xC0

  /// By scalar, from the first on; empty if there are none. Faster to build than a dictionary.
  private static let table: [String] = {
    let rows: [(String, String)] = [
      ("A", "ÀÁÂÃÄÅĀĂĄǍ"), ("a", "àáâãäåāăąǎ"), ("C", "ÇĆĈĊČ"), ("c", "çćĉċč"), ("D", "ĎĐÐ"),
      ("d", "ďđð"), ("E", "ÈÉÊËĒĔĖĘĚ"), ("e", "èéêëēĕėęě"), ("G", "ĜĞĠĢ"), ("g", "ĝğġģ"),
      ("H", "ĤĦ"), ("h", "ĥħ"), ("I", "ÌÍÎÏĨĪĬĮİǏ"), ("i", "ìíîïĩīĭįıǐ"), ("J", "Ĵ"), ("j", "ĵ"),
      ("K", "Ķ"), ("k", "ķĸ"), ("L", "ĹĻĽĿŁ"), ("l", "ĺļľŀł"), ("N", "ÑŃŅŇŊ"), ("n", "ñńņňŋ"),
      ("O", "ÒÓÔÕÖØŌŎŐǑ"), ("o", "òóôõöøōŏőǒ"), ("R", "ŔŖŘ"), ("r", "ŕŗř"), ("S", "ŚŜŞŠȘ"),
      ("s", "śŝşšș"), ("T", "ŢŤŦȚ"), ("t", "ţťŧț"), ("U", "ÙÚÛÜŨŪŬŮŰŲǓ"), ("u", "ùúûüũūŭůűųǔ"),
      ("W", "Ŵ"), ("w", "ŵ"), ("Y", "ÝŶŸ"), ("y", "ýÿŷ"), ("Z", "ŹŻŽ"), ("z", "źżž"),
      ("AE", "Æ"), ("ae", "æ"), ("OE", "Œ"), ("oe", "œ"), ("ss", "ß"), ("TH", "Þ"), ("th", "þ"),
    ]
    var table = Array(repeating: "", count: 0x220 - first)
    for (ascii, marked) in rows {
      for scalar in marked.unicodeScalars { table[Int(scalar.value) - first] = ascii }
    }
    return table
  }()
}
