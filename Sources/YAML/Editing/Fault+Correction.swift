extension Fault {
  /// The corrected line, if quotes or a space correct the fault; without its indentation.
  package var correctedLine: String? {
    switch kind {
    case .anchor(_, let line), .alias(_, let line), .tag(_, let line),
      .controlCharacter(_, let line), .textLost(let line), .colonInValue(let line),
      .begins(_, _, let line), .textBehindQuote(let line), .unknownEscape(_, let line),
      .noSpaceBehindColon(_, let line):
      line
    default: nil
    }
  }
}

/// The text with every line corrected that quotes or a space can correct. Returns it unchanged if
/// that does not help.
package func correctingLines(of bytes: [UInt8]) -> [UInt8] {
  var bytes = bytes
  var last: Position?
  for _ in 0..<Document.maximumFaults {
    // One fault at a time, from the top: a correction can reveal or remove others.
    let faults = Document(reading: bytes).faults
    guard let fault = faults.first(where: { $0.correctedLine != nil }),
      let line = fault.correctedLine
    else { break }
    let corrected = replacingLine(fault.span.start.line, of: bytes, with: line)
    let rest = Document(reading: corrected).faults
    let isBetter =
      rest.count < faults.count || rest.first.map { fault.span.start < $0.span.start } ?? true
    guard isBetter, last.map({ $0 <= fault.span.start }) ?? true else { break }
    (bytes, last) = (corrected, fault.span.start)
  }
  return bytes
}
