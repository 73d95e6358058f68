internal import CVModel

/// Text made safe for Typst, wherever a template puts it: in markup, or in a string's double quotes.
///
/// What Typst could read as more than a letter is written as `\u{23}`, which means the same in both places. So no text
/// of a record can begin a command, not even where a template's author forgot the quotes.
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
    // Between letters alone: elsewhere it begins a list, or two are a dash.
    case "-":
      return isLetter(scalars, index - 1) && isLetter(scalars, index + 1)
    // Behind a letter, or within a number: elsewhere it may ask for a field, number a list, or be one of three.
    case ".":
      return isLetter(scalars, index - 1)
        || isWordPart(scalars, index - 1) && isWordPart(scalars, index + 1)
    // Two are a comment, and one before a space is a mark of a list.
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
