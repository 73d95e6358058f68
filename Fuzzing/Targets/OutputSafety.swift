import CVModel

/// Nothing that a terminal would obey, or that turns the direction of a line, is in a text of many lines.
func demandSafe(_ text: String, _ what: String) throws(BrokenProperty) {
  let unsafe = text.unicodeScalars.first { $0 != "\n" && $0.isUnsafeInTerminal }
  try demand(unsafe == nil, "\(what) holds \(unsafe?.escaped ?? ""): \(quoted(text))")
}
