/// Tells amounts of money in a sentence from a formula: both have `$` around them.
enum ProseInMath {
  /// True for words between two signs: `1,000 to 2,000 in US`, `5 and the rest of it`.
  static func isProse(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace).filter { word in
      word.count > 1 && word.allSatisfy(\.isLetter) && !functions.contains(word.lowercased())
    }
    return words.count > 1 || !words.isEmpty && text.first?.isNumber == true
  }

  /// Words that formulas have.
  private static let functions: Set<String> = [
    "sin", "cos", "tan", "exp", "log", "ln", "lim", "max", "min", "sup", "inf", "mod", "det", "dim",
    "arg", "gcd", "ker", "tr", "rank",
  ]
}
