import CVModel
import Text

/// Demands that a text contains nothing that a terminal would execute, or that changes the
/// direction of a line.
func demandSafe(_ text: String, _ what: String) throws(BrokenProperty) {
  guard !isPlainASCII(text) else { return }
  let unsafe = text.unicodeScalars.first { $0 != "\n" && $0.isUnsafeInTerminal }
  try demand(unsafe == nil, "\(what) holds \(unsafe?.escaped ?? ""): \(quoted(text))")
}

/// Whether a text has only line feeds and printable ASCII. Checks eight bytes at a time: libFuzzer
/// counts every comparison, and all output passes through here.
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
  // The highest bit is set for a byte that is a line feed; it becomes a printable one.
  let others = word ^ (ones &* 10)
  let feeds = ~(((others & below) &+ below) | others | below)
  let shown = word | feeds >> 2
  let isBelow127 = (shown &+ ones) & tops == 0 && word & tops == 0
  return isBelow127 && ((shown | tops) &- (ones &* 32)) & tops == tops
}
