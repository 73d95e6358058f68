extension Fault {
  /// What is wrong: one line, in lower case, without a full stop.
  package var message: String {
    // A quoted key may contain tabs, line breaks, and escapes of forbidden characters.
    var line = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\t": line += "\\t"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      case _ where scalar.isRefused:
        line += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  private var words: String {
    switch kind {
    case .tooLarge(let limit): "file is larger than \(limit / 1024) KiB"
    case .notUTF8(let byte): "byte 0x\(hexadecimal(UInt32(byte), width: 2)) is not valid UTF-8"
    case .utf16: "text is UTF-16, not UTF-8"
    case .conflictMarker: "unresolved merge conflict"
    case .unreadableCharacter(let scalar), .controlCharacter(let scalar, _): name(of: scalar)
    case .tooDeep(let limit): "nested more than \(limit) levels deep"
    case .tooManyNodes(let limit): "more than \(limit) values in one file"
    case .severalDocuments: "a second document begins here"
    case .duplicateKey(let key, let line): "duplicate key \"\(key)\", first given on line \(line)"
    case .anchor(let name, _): "anchor \"\(name)\" is not allowed"
    case .alias(let name, _): "alias \"\(name)\" is not allowed"
    case .tag(let name, _): "tag \"\(name)\" is not allowed"
    case .directive: "directives are not allowed"
    case .keyNotText: "key is not text"
    case .tabIndentation: "tab in the indentation"
    case .textLost: "text after \" #\" is lost: it is read as a comment"
    case .colonInValue: "unquoted value contains \": \""
    case .begins(let part, let character, _):
      "\(part.rawValue) begins with \"\(character)\" and must be quoted"
    case .textBehindQuote: "text after the closing quote"
    case .unknownEscape(let escape, _): "unknown escape \"\(escape)\""
    case .unclosedQuote: "quote is not closed"
    case .unclosedBracket(let bracket): "\"\(bracket)\" is not closed"
    case .unevenIndentation: "indentation does not match any line above"
    case .bracketInValue(let bracket): "unquoted value contains \"\(bracket)\""
    case .listItemInText: "list item is read as part of the text above it"
    case .indentedTooDeep: "line is indented deeper than the key above it"
    case .noSpaceBehindColon(let key, _): "no space after \"\(key):\""
    case .notAPair: "line is not \"key: value\""
    case .unexpected(let problem): problem
    }
  }

  /// What to write or do instead, often as the corrected line.
  package var hint: String? {
    switch kind {
    case .notUTF8, .utf16: "save the file as UTF-8"
    case .conflictMarker: "keep the right version and remove the lines that git added"
    case .severalDocuments: "a file contains one document"
    case .directive: "remove the line"
    case .tabIndentation: "indent with spaces"
    case .unclosedBracket(let bracket):
      "end it with \"\(bracket == "[" ? "]" : "}")\", or quote the value"
    case .unevenIndentation: "indent it like the line it belongs to"
    case .anchor(_, let line), .alias(_, let line), .tag(_, let line), .keyNotText(let line),
      .controlCharacter(_, let line), .textLost(let line), .colonInValue(let line),
      .begins(_, _, let line), .textBehindQuote(let line), .unknownEscape(_, let line),
      .unclosedQuote(let line), .noSpaceBehindColon(_, let line):
      line
    case .bracketInValue: "quote the value"
    case .indentedTooDeep, .listItemInText: "indent it like the line it follows"
    case .notAPair: "indent it if it continues the line above"
    default: nil
    }
  }

  private func name(of scalar: Unicode.Scalar) -> String {
    let kind = scalar.isBidirectionalControl ? "bidirectional control" : "control"
    return "\(kind) character U+\(hexadecimal(scalar.value, width: 4))"
  }
}

extension Fault: CustomStringConvertible {
  package var description: String { "\(span.start.line):\(span.start.column): \(message)" }
}
