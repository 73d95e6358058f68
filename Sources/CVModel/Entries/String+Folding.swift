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
  /// With every run of spaces, tabs and line breaks as one space, and none at either end.
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

  /// Whether one of its UTF-8 bytes is such. Through a span: a text's own view of its bytes is slow to walk.
  func hasByte(where isSuch: (UInt8) -> Bool) -> Bool {
    let bytes = utf8.span
    for index in bytes.indices where isSuch(bytes[index]) { return true }
    return false
  }

  /// In ASCII: accents fall off, ligatures open, what has no ASCII letter stays out.
  package var asciiFolded: String {
    escaping { scalar in
      if scalar.isASCII { return nil }
      if let folded = ASCIIFolding.letters(for: scalar) { return folded }
      return scalar.properties.isDash ? "-" : scalar.properties.isWhitespace ? " " : ""
    }
  }

  /// For comparing names and titles: lower case, accents off, letters and digits only, words parted by one space.
  package var wordFolded: String { foldedASCII ?? foldedWords.joined(separator: " ") }

  /// The same for a text in ASCII, nil for any other.
  private var foldedASCII: String? {
    var result: [UInt8] = []
    let bytes = utf8.span
    result.reserveCapacity(bytes.count)
    var isParted = false
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 128...: return nil
      case 48...57, 65...90, 97...122:
        if isParted, !result.isEmpty { result.append(32) }
        isParted = false
        result.append(byte | ((65...90).contains(byte) ? 32 : 0))
      case UInt8(ascii: "'"): break
      default: isParted = true
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The words of `wordFolded`. Scripts without case or ASCII forms keep their letters.
  package var foldedWords: [String] {
    if let folded = foldedASCII {
      return folded.utf8.split(separator: 32).map { String(Substring($0)) }
    }
    var words: [String] = []
    // As bytes: a text of scalars that is appended to costs many times as much.
    var word: [UInt8] = []
    func endWord() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(scalar.value)
        if (65...90).contains(byte) {
          word.append(byte + 32)
          continue
        } else if (97...122).contains(byte) || (48...57).contains(byte) {
          word.append(byte)
          continue
        }
        if scalar == "'" { continue }
      } else if let folded = ASCIIFolding.letters(for: scalar) {
        word += folded.lowercased().utf8
        continue
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word += scalar.properties.lowercaseMapping.utf8
        continue
      } else if scalar.properties.generalCategory == .nonspacingMark || scalar == "’" {
        continue
      }
      endWord()
    }
    endWord()
    return words
  }
}

/// The ASCII letters that stand for the Latin letters with marks (Unicode's Latin-1 Supplement and Latin Extended-A).
enum ASCIIFolding {
  /// Nil for a scalar that is no such letter.
  static func letters(for scalar: Unicode.Scalar) -> String? {
    let index = Int(scalar.value) - first
    guard table.indices.contains(index), !table[index].isEmpty else { return nil }
    return table[index]
  }

  private static let first = 0xC0

  /// By scalar, from the first on; empty where there are none. It is made faster than a dictionary.
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
