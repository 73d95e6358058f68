/// The line with its value, or its whole list item, in quotes; without indentation.
///
/// For a value that YAML read as something other than text. `- Publication: Emergent` gives
/// `- "Publication: Emergent"`, and `title: [Re] # draft` gives `title: "[Re]" # draft`.
/// `nil` if there is nothing to quote, or it is already quoted.
package func quotedLine(_ line: String) -> String? {
  let line = SourceLine(line)
  let start = line.isListItem ? line.contentColumn : line.valueColumn
  if let quote = line[start], quote.isQuote,
    line.closingQuote(from: start) == line.valueEnd(from: start, inFlow: false) - 1
  {
    return nil
  }
  return line.quotingValue(at: start, inFlow: false)
}

/// The line with the missing space after its key inserted; without indentation.
///
/// `title:Lux` gives `title: Lux`. `nil` if the line does not begin with a key, a colon and text
/// directly after it; `https://example.org` does not.
package func spacedLine(_ line: String) -> String? {
  let line = SourceLine(line)
  guard let colon = line.crampedColonColumn else { return nil }
  let value = line.text((colon + 1)..<line.valueEnd(from: colon + 1, inFlow: false))
  let columns = (colon + 1)..<(colon + 1 + value.unicodeScalars.count)
  return line.replacing(columns, with: " " + ScalarWriter.write(value, in: .block))
}

extension SourceLine {
  /// The column of a colon that ends a key but has no space after it.
  var crampedColonColumn: Int? {
    let start = contentColumn
    let rest = scalars[(start - 1)...]
    guard let index = rest.firstIndex(of: ":"), isKey(start..<(index + 1)), !isBlank(index + 1)
    else { return nil }
    return text((index + 1)..<(index + 4)) == "://" ? nil : index + 1
  }
}
