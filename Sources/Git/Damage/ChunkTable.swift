/// Where the parts of a commit graph or a multi-pack index stand. Source: `gitformat-chunk(5)`.
struct ChunkTable {
  private var ranges: [String: Range<Int>] = [:]

  /// A table that is damaged is none.
  ///
  /// A part ends where the next one begins, as libgit2 has it, and the last one at the end: the table's closing entry,
  /// which says the same, counts for nothing.
  ///
  /// - Parameters:
  ///   - bytes: the file's first, at least the whole table.
  ///   - start: where the table begins; how many parts it tells stands in the seventh byte of both kinds of files.
  ///   - end: where the file's closing hash begins.
  init?(_ bytes: [UInt8], at start: Int, end: Int) {
    guard bytes.count > 6 else { return nil }
    let table = (0..<Int(bytes[6])).map { start + Self.entrySize * $0 }
    let tableEnd = start + Self.entrySize * (table.count + 1)
    guard tableEnd <= bytes.count else { return nil }
    let starts = table.map { bytes.bigEndian(at: $0 + 4) << 32 | bytes.bigEndian(at: $0 + 8) }
    for (entry, (start, end)) in zip(table, zip(starts, starts.dropFirst() + [end])) {
      guard start >= tableEnd, start <= end else { return nil }
      ranges[String(decoding: bytes[entry..<entry + 4], as: UTF8.self)] = start..<end
    }
  }

  private static let entrySize = 12

  /// As many bytes as a table can take, which tells at most 255 parts.
  static let largest = entrySize * 256

  /// A part by its name of four letters.
  subscript(name: String) -> Range<Int>? { ranges[name] }
}
