import CVModel

/// Nothing that a terminal would obey, or that turns the direction of a line, is in a text of many lines.
func demandSafe(_ text: String, _ what: String) throws(BrokenProperty) {
  guard !isPlainASCII(text) else { return }
  let unsafe = text.unicodeScalars.first { $0 != "\n" && $0.isUnsafeInTerminal }
  try demand(unsafe == nil, "\(what) holds \(unsafe?.escaped ?? ""): \(quoted(text))")
}

/// True for a text of line feeds and printable ASCII alone, eight bytes at a time: libFuzzer counts every comparison,
/// and all that is printed comes through here.
private func isPlainASCII(_ text: String) -> Bool {
  let isPlain = unsafe text.utf8.withContiguousStorageIfAvailable { buffer in
    let bytes = UnsafeRawBufferPointer(buffer)
    let whole = bytes.count & ~7
    for start in stride(from: 0, to: whole, by: 8) {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      guard isPlainASCII(word) else { return false }
    }
    return unsafe bytes[whole...].allSatisfy { $0 == 10 || (32..<127).contains($0) }
  }
  return isPlain ?? false
}

private func isPlainASCII(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let tops = ones << 7
  let below = ~tops
  // A byte's highest bit is set here where the byte is a line feed; it becomes a printable one.
  let others = word ^ (ones &* 10)
  let feeds = ~(((others & below) &+ below) | others | below)
  let shown = word | feeds >> 2
  let isBelow127 = (shown &+ ones) & tops == 0 && word & tops == 0
  return isBelow127 && ((shown | tops) &- (ones &* 32)) & tops == tops
}
