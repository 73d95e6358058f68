/// Makes the text of a RenderCV file valid YAML.
///
/// RenderCV treats `*` as text, so that `- **bold** words` needs no quotes; YAML reads it as an
/// alias.
enum RenderCVText {
  /// The bytes with quotes around each value that begins with `*` and has another `*` on its line.
  /// No line moves, and no value begins elsewhere.
  static func quotingAsterisks(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(star) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      if let start = valueStart(line), continues(lines.first, below: line) == false {
        result += line[..<start]
        var text = line[start...]
        while let last = text.last, last <= 32 { text.removeLast() }
        result.append(quote)
        for byte in text { result += byte == quote ? [quote, quote] : [byte] }
        result.append(quote)
      } else {
        result += line
      }
      if !lines.isEmpty { result.append(10) }
    }
    return result
  }

  private static let star = UInt8(ascii: "*")
  private static let quote = UInt8(ascii: "'")

  /// Where the value of a line begins, if it begins with `*` and is not an alias.
  private static func valueStart(_ line: ArraySlice<UInt8>) -> Int? {
    guard let first = line.firstIndex(of: star) else { return nil }
    let before = line[..<first]
    let isItem =
      before.contains(UInt8(ascii: "-"))
      && before.allSatisfy { $0 == 32 || $0 == UInt8(ascii: "-") }
    guard isItem || isKey(before) else { return nil }
    let rest = line[(first + 1)...]
    guard rest.contains(star) else { return nil }
    return first
  }

  /// True for a key with its colon and nothing of its value, which could be in quotes.
  private static func isKey(_ text: ArraySlice<UInt8>) -> Bool {
    let key = text.drop { $0 == 32 || $0 == UInt8(ascii: "-") }
    guard let first = key.first, !"\"'[{|>".utf8.contains(first), !key.contains(UInt8(ascii: "#"))
    else { return false }
    // The first colon that ends a key is the last thing in the text.
    let colon = key.indices.first { index in
      key[index] == UInt8(ascii: ":") && (index + 1 == key.endIndex || key[index + 1] == 32)
    }
    return colon.map { key[($0 + 1)...].allSatisfy { $0 == 32 } } ?? false
  }

  /// Whether the next line continues the value of a line.
  private static func continues(
    _ next: ArraySlice<UInt8>?, below line: ArraySlice<UInt8>
  ) -> Bool {
    guard let next, let first = next.firstIndex(where: { $0 > 32 }) else { return false }
    let indentation = first - next.startIndex
    let own = (line.firstIndex { $0 > 32 } ?? line.startIndex) - line.startIndex
    return indentation > own && next[first] != UInt8(ascii: "-")
      && !next[first...].contains(UInt8(ascii: ":"))
  }
}
