/// An escape of a double-quoted scalar.
struct Escape {
  var columns: Range<Int>
  var scalar: Unicode.Scalar
}

extension SourceLine {
  /// The escapes in these columns of a double-quoted scalar that libyaml has accepted.
  func escapes(in columns: Range<Int>) -> [Escape] {
    var escapes: [Escape] = []
    var column = columns.lowerBound
    while column < columns.upperBound {
      guard self[column] == "\\", let letter = self[column + 1] else {
        column += 1
        continue
      }
      let length = SourceLine.escapeLength(letter)
      let end = min(column + length, columns.upperBound)
      if let scalar = scalar(of: letter, digits: text((column + 2)..<max(column + 2, end))) {
        escapes.append(Escape(columns: column..<end, scalar: scalar))
      }
      column += length
    }
    return escapes
  }

  private static func escapeLength(_ letter: Unicode.Scalar) -> Int {
    switch letter {
    case "x": 4
    case "u": 6
    case "U": 10
    default: 2
    }
  }

  private func scalar(of letter: Unicode.Scalar, digits: String) -> Unicode.Scalar? {
    switch letter {
    case "0": "\0"
    case "a": "\u{7}"
    case "b": "\u{8}"
    case "v": "\u{B}"
    case "f": "\u{C}"
    case "r": "\r"
    case "e": "\u{1B}"
    case "N": "\u{85}"
    case "L": "\u{2028}"
    case "P": "\u{2029}"
    case "x", "u", "U": UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    default: nil
    }
  }
}
