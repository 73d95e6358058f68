/// The bytes of one run, split into lines that control it and the rest.
struct FuzzInput {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// The next line without its break. A zero byte represents a line feed, so that arguments and
  /// values can contain them.
  mutating func line() -> String {
    let line = rest.prefix { $0 != 10 }
    rest = rest[line.endIndex...].dropFirst()
    return String(decoding: line.map { $0 == 0 ? 10 : $0 }, as: UTF8.self)
  }

  /// All remaining lines.
  mutating func lines() -> [String] {
    var lines: [String] = []
    while !rest.isEmpty { lines.append(line()) }
    return lines
  }

  /// All remaining bytes.
  var bytes: [UInt8] { Array(rest) }

  /// The remaining bytes before and after the first line that is `====`; the second part is nil
  /// without that line.
  var halves: (first: [UInt8], second: [UInt8]?) {
    let mark = Array("====\n".utf8)
    var start = rest.startIndex
    while start < rest.endIndex {
      if rest[start...].starts(with: mark) {
        return (Array(rest[..<start]), Array(rest[(start + mark.count)...]))
      }
      start = rest[start...].firstIndex(of: 10).map { $0 + 1 } ?? rest.endIndex
    }
    return (Array(rest), nil)
  }
}
