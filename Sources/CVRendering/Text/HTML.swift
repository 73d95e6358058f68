internal import CVModel
internal import Text

/// Escapes text for HTML: between tags, and in attributes in double quotes.
package enum HTML {
  package static func escape(_ text: String) -> String {
    let text = text.terminalSafe
    guard text.utf8.contains(where: { $0 == 38 || $0 == 60 || $0 == 62 || $0 == 34 }) else {
      return text
    }
    return text.escaping { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: nil
      }
    }
  }
}
