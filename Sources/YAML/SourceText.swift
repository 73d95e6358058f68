/// The lines of a text, numbered as an editor does, for showing what a fault is about.
package struct SourceText: Sendable {
  let bytes: [UInt8]
  /// Where each line begins.
  let starts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (index, byte) in bytes.enumerated() {
      let isReturnAlone = byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      if byte == 0x0A || isReturnAlone { starts.append(index + 1) }
    }
    self.starts = starts
  }

  /// The number of lines, counting the empty one after a final line break.
  package var lineCount: Int { starts.count }

  /// A line without its break, counted from 1; bytes that are not UTF-8 become U+FFFD.
  package func line(_ number: Int) -> String? {
    bytes(ofLine: number).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The line as scalars, truncated if it is unreasonably long.
  func sourceLine(_ number: Int) -> SourceLine {
    guard let line = bytes(ofLine: number) else { return SourceLine("") }
    let beginning = line.prefix(Self.longLine)
    return SourceLine(
      String(decoding: beginning, as: UTF8.self), isShortened: beginning.count < line.count)
  }

  private static let longLine = 8192

  private func bytes(ofLine number: Int) -> ArraySlice<UInt8>? {
    guard starts.indices.contains(number - 1) else { return nil }
    let end = number < starts.count ? starts[number] : bytes.count
    var line = bytes[starts[number - 1]..<end]
    if line.last == 0x0A { line.removeLast() }
    if line.last == 0x0D { line.removeLast() }
    return line
  }
}
