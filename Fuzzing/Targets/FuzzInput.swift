/// The bytes of one run, taken apart into the lines that steer it and the rest.
struct FuzzInput {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// The next line without its break. A zero byte in it stands for a line feed: arguments and values may hold them.
  mutating func line() -> String {
    let line = rest.prefix { $0 != 10 }
    rest = rest[line.endIndex...].dropFirst()
    return String(decoding: line.map { $0 == 0 ? 10 : $0 }, as: UTF8.self)
  }

  /// All lines that are left.
  mutating func lines() -> [String] {
    var lines: [String] = []
    while !rest.isEmpty { lines.append(line()) }
    return lines
  }

  /// All bytes that are left.
  var bytes: [UInt8] { Array(rest) }

  /// The bytes that are left on both sides of the first line that is only `====`; no second ones without that line.
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
