internal import CVModel
internal import Text

/// Text made safe for a document of LaTeX, at the last step before it is written.
extension LaTeX {
  /// The words of a record as TeX sets them letter by letter: no sign is a command, opens or closes
  /// a group, begins an option, or makes one sign with its neighbour.
  static func words(of text: String) -> String {
    var previous: Unicode.Scalar?
    return text.terminalSafe.escaping { scalar in
      defer { previous = scalar }
      switch scalar {
      case "&", "%", "$", "#", "_": return "\\\(scalar)"
      case "{": return "\\{"
      case "}": return "\\}"
      case "~": return "\\textasciitilde{}"
      // TeX reads `^^5c` as a backslash before anything else.
      case "^": return "\\textasciicircum{}"
      case "\\": return "\\textbackslash{}"
      case "<": return "\\textless{}"
      case ">": return "\\textgreater{}"
      case "|": return "\\textbar{}"
      case "`": return "\\textasciigrave{}"
      case "\"": return "\\textquotedbl{}"
      // An option of what stands before.
      case "[", "]": return "{\(scalar)}"
      case "*" where previous == nil: return "{*}"
      // Two are a dash, and two of these a quote.
      case "-" where previous == "-": return "{}-"
      case "'" where previous == "'": return "{}'"
      case "\n": return " "
      default: return nil
      }
    }
  }

  /// A formula in TeX's own words, which the model has made from signs that it knows.
  static func formula(_ tex: String) -> String {
    let isKnown = tex.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && !"$%&#~\"`".unicodeScalars.contains(scalar) && scalar.value >= 32
    }
    return isKnown && !tex.contains("^^") ? "$\(tex)$" : words(of: tex)
  }

  /// An address between `<` and `>`: every sign that TeX reads is written in percent, or behind a
  /// backslash.
  static func address(_ text: String) -> String {
    text.terminalSafe.escaping { scalar in
      switch scalar {
      case "%", "#", "&", "_": return "\\\(scalar)"
      case "{", "}", "\\", "^", "$", "<", ">", "\"", "`", "|", " ", "\n", "[", "]":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "\\%" + (digits.count < 2 ? "0" : "") + digits
      default:
        if scalar.isASCII { return nil }
        return String(scalar).utf8.map { "\\%" + String($0, radix: 16, uppercase: true) }.joined()
      }
    }
  }
}
