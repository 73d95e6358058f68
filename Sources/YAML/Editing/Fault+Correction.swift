extension Fault {
  /// The line of the fault as it should be written, where quotes or a blank put it right; without its indentation.
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

/// The text with every line put right that quotes or a blank put right; as it is where that leads nowhere.
package func correctingLines(of bytes: [UInt8]) -> [UInt8] {
  var bytes = bytes
  var last: Position?
  for _ in 0..<Document.maximumFaults {
    // The last fault first: a line further down is not moved by it, and the one that ended reading is among them.
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
