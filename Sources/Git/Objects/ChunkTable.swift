/// Where the parts of a commit graph or a multi-pack index stand. Source: `gitformat-chunk(5)`.
struct ChunkTable {
  private var ranges: [String: Range<Int>] = [:]

  /// - Parameters:
  ///   - bytes: the file's first, at least the whole table.
  ///   - start: where the table begins; how many parts it tells stands in the seventh byte of both kinds of files.
  ///   - fileSize: no part ends behind it.
  init?(_ bytes: [UInt8], at start: Int, fileSize: Int) {
    guard bytes.count > 6 else { return nil }
    let table = (0...Int(bytes[6])).map { start + Self.entrySize * $0 }
    guard let last = table.last, last + Self.entrySize <= bytes.count else { return nil }
    let starts = table.map { bytes.bigEndian(at: $0 + 4) << 32 | bytes.bigEndian(at: $0 + 8) }
    for (entry, (start, end)) in zip(table, zip(starts, starts.dropFirst())) {
      guard start >= 0, start <= end, end <= fileSize else { return nil }
      ranges[String(decoding: bytes[entry..<entry + 4], as: UTF8.self)] = start..<end
    }
  }

  private static let entrySize = 12

  /// How many bytes there are up to the end of a table.
  static func end(of bytes: [UInt8], at start: Int) -> Int {
    start + entrySize * (Int(bytes[6]) + 1)
  }

  /// A part by its name of four letters.
  subscript(name: String) -> Range<Int>? { ranges[name] }
}

extension [UInt8] {
  /// The number in four bytes, the highest first.
  func bigEndian(at offset: Int) -> Int {
    Int(self[offset]) << 24 | Int(self[offset + 1]) << 16 | Int(self[offset + 2]) << 8
      | Int(self[offset + 3])
  }
}
