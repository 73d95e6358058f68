/// The byte ranges of the chunks in a commit-graph or multi-pack-index. Source:
/// `gitformat-chunk(5)`.
struct ChunkTable {
  private var ranges: [String: Range<Int>] = [:]

  /// Nil if the table is damaged.
  ///
  /// A chunk ends where the next one begins, as in libgit2, and the last one at the end; the offset
  /// in the table's closing entry is ignored.
  ///
  /// - Parameters:
  ///   - bytes: the beginning of the file, with at least the whole table.
  ///   - start: where the table begins. The seventh byte of both file types is the number of
  ///     chunks.
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

  /// The maximum size of a table in bytes: it has at most 255 chunks and a closing entry.
  static let largest = entrySize * 256

  /// The range of a chunk by its four-letter ID.
  subscript(name: String) -> Range<Int>? { ranges[name] }
}
