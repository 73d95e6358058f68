internal import CVModel
internal import Text

extension BibTeXFault.Kind {
  /// The rule in brackets after the message.
  var rule: String {
    switch self {
    case .missingKey, .spaceInKey: "key"
    case .conflictMarker: "conflict"
    case .lostEntry, .unexpectedText: "text-lost"
    default: "bibtex"
    }
  }

  /// Lost text and conflict markers are errors; faults without loss are warnings.
  var severity: Finding.Severity {
    switch self {
    case .conflictMarker, .lostEntry, .unexpectedText, .unclosedBrace, .unclosedQuote: .error
    default: .warning
    }
  }

  /// What is wrong, and what to do.
  ///
  /// - Parameter text: the text at fault.
  func words(_ text: String) -> (message: String, hint: String?) {
    switch self {
    case .missingCommaAfterKey: ("missing comma after the key \(quoted(text))", "add a comma")
    case .missingCommaAfterField: ("missing comma before this field", "add a comma")
    case .missingKey:
      ("missing key", "write a key and a comma after the opening brace: @article{key,")
    case .spaceInKey: ("invalid key \(quoted(text)): a key cannot contain spaces", nil)
    case .unclosedEntry: ("missing closing brace of the entry", "add a brace at its end")
    case .unclosedComment: ("missing closing brace of the comment", "add a brace at its end")
    case .unclosedBrace: ("missing closing brace of the value", "add a brace at its end")
    case .unclosedQuote: ("missing closing quote of the value", "add a quote at its end")
    case .missingOpeningBrace:
      ("missing opening brace of the value", "put the value in braces")
    case .strayBrace: ("unexpected closing brace", "remove it, or add the opening one")
    case .otherBracket: ("the closing bracket of the entry does not match its opening one", nil)
    case .missingValue: ("missing value of \(quoted(text))", nil)
    case .unexpectedText: ("expected a field or the end of the entry", nil)
    case .conflictMarker: ("unresolved merge conflict", "resolve it, then save the file")
    case .lostEntry:
      (
        "expected an entry, found \(quoted(text))",
        text.hasPrefix("@")
          ? "write an opening brace after the type"
          : "write \"@\" before the type: "
            + quoted("@\(text)")
      )
    }
  }
}
