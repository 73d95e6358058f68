internal import CVModel
internal import Text

/// Escapes text for Typst, both in markup and in double-quoted strings.
///
/// Any character that Typst could treat specially is written as `\u{23}`, which means the same in
/// both. No text of a record can therefore begin a command, even if the author of a template forgot
/// the quotes.
enum Typst {
  static func escape(_ text: String) -> String {
    let scalars = Array(text.terminalSafe.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\n" {
        result += " "
      } else if isSafe(scalar, in: scalars, at: index) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
    return result
  }

  private static func isSafe(
    _ scalar: Unicode.Scalar, in scalars: [Unicode.Scalar], at index: Int
  ) -> Bool {
    guard scalar.isASCII else { return true }
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", ",", "!", "?", ":", ")", "&", "%": return true
    // Plain only between letters: elsewhere, it begins a list, or two of them are a dash.
    case "-":
      return isLetter(scalars, index - 1) && isLetter(scalars, index + 1)
    // Plain only after a letter or within a number: elsewhere, it may access a field, number a
    // list, or be part of an ellipsis.
    case ".":
      return isLetter(scalars, index - 1)
        || isWordPart(scalars, index - 1) && isWordPart(scalars, index + 1)
    // Two of them begin a comment, and one before a space is a list marker.
    case "/": return isWordPart(scalars, index - 1) && isWordPart(scalars, index + 1)
    default: return false
    }
  }

  private static func isWordPart(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    return isLetter(scalars, index) || ("0"..."9").contains(scalars[index])
  }

  private static func isLetter(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    scalars.indices.contains(index) && scalars[index].properties.isAlphabetic
  }
}
