extension String {
  /// True where two texts differ in markup, case, punctuation or white space alone.
  ///
  /// Signs that carry meaning count (a C++ is no C, 50% is no 50), and so do what parts two digits (1.5 is no 15) and where
  /// a link leads. Texts that hold no word at all are never the same in other words.
  func saysTheSame(as other: String) -> Bool {
    // Marks are no letters, but the address of a link is, wherever the link stands.
    let mayHaveLinks = [self, other].contains { $0.hasByte { $0 == UInt8(ascii: "[") } }
    guard mayHaveLinks || mayHaveTheWords(of: other) else { return false }
    let (before, after) = (Inline.parse(self), Inline.parse(other))
    guard before.addresses == after.addresses else { return false }
    let (mine, theirs) = (before.plainText, after.plainText)
    guard mine.mayHaveTheWords(of: theirs) else { return false }
    let words = mine.foldedWords.joinedKeepingNumbers
    return !words.isEmpty && words == theirs.foldedWords.joinedKeepingNumbers
      && mine.meaningfulSigns == theirs.meaningfulSigns
  }

  /// False where the letters and digits differ, as far as that is quickly told: in ASCII. Most edits end here.
  private func mayHaveTheWords(of other: String) -> Bool {
    var (mine, theirs) = (utf8.makeIterator(), other.utf8.makeIterator())
    while true {
      let (left, right) = (Self.nextLetter(&mine), Self.nextLetter(&theirs))
      if let left, left >= 0x80 { return true }
      if let right, right >= 0x80 { return true }
      if left != right { return false }
      if left == nil { return true }
    }
  }

  /// The next letter or digit, small; or what is beyond ASCII, as it is.
  private static func nextLetter(_ bytes: inout String.UTF8View.Iterator) -> UInt8? {
    while let byte = bytes.next() {
      switch byte {
      case 65...90: return byte + 32
      case 97...122, 48...57, 128...: return byte
      default: continue
      }
    }
    return nil
  }

  /// The signs that are more than punctuation: symbols, and a minus before a number.
  private var meaningfulSigns: String {
    var result = String.UnicodeScalarView()
    var minus: (isPending: Bool, isAllowed: Bool) = (false, true)
    for scalar in unicodeScalars {
      if minus.isPending, scalar.properties.numericType != nil { result.append("-") }
      minus = (scalar == "-" && minus.isAllowed, scalar.properties.isWhitespace || scalar == "(")
      if scalar.isMeaningfulSign { result.append(scalar) }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  fileprivate var isMeaningfulSign: Bool {
    if isASCII { return "+#%=<>^/\\|~&@$".unicodeScalars.contains(self) }
    switch properties.generalCategory {
    case .mathSymbol, .currencySymbol, .otherSymbol: return true
    default: return false
    }
  }
}

extension [String] {
  /// The words without spaces, but for one between two digits.
  fileprivate var joinedKeepingNumbers: String {
    var result = ""
    for word in self {
      let isBetweenDigits =
        result.unicodeScalars.last?.properties.numericType != nil
        && word.unicodeScalars.first?.properties.numericType != nil
      result += isBetweenDigits ? " \(word)" : word
    }
    return result
  }
}
