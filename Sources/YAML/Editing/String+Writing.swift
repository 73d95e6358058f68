extension String {
  /// Without the characters that a record must not hold: control characters, and those that turn
  /// the direction of text. Separators of lines and paragraphs become spaces.
  package var withoutRefusedCharacters: String {
    guard unicodeScalars.contains(where: \.isRefused) else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if !scalar.isRefused {
        result.append(scalar)
      } else if scalar.value == 0x2028 || scalar.value == 0x2029 {
        result.append(" ")
      }
    }
    return String(result)
  }
}
