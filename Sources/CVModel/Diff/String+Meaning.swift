internal import Text

extension String {
  /// Whether two texts differ only in markup, case, punctuation or white space.
  ///
  /// Symbols count (C++ is not C, 50% is not 50), and so do separators between digits (1.5 is not
  /// 15) and the targets of links. Texts without any word are never equal in this sense.
  func hasSameMeaning(as other: String) -> Bool {
    let (before, after) = (Inline.parse(self), Inline.parse(other))
    guard before.addresses == after.addresses else { return false }
    let (mine, theirs) = (before.plainText, after.plainText)
    let words = mine.foldedWords.joinedKeepingNumbers
    return !words.isEmpty && words == theirs.foldedWords.joinedKeepingNumbers
      && mine.meaningfulSigns == theirs.meaningfulSigns
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
  /// The words without spaces, except between two digits.
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
