/// The text of a commit or a tag: header lines, an empty line, a message.
struct ObjectText {
  typealias Bytes = Slice<UnsafeRawBufferPointer>

  private(set) var headers: [(key: String, value: Bytes)] = []
  let message: Bytes

  /// Header values point into `bytes`, so the text must not outlive them. A header that continues
  /// over several lines, such as a signature, keeps its first line.
  init(_ bytes: UnsafeRawBufferPointer) {
    let newline = UInt8(ascii: "\n")
    let space = UInt8(ascii: " ")
    var rest = bytes[...]
    while let first = rest.first, first != newline {
      let end = rest.firstIndex(of: newline) ?? rest.endIndex
      if first != space, let gap = rest[..<end].firstIndex(of: space) {
        let key = String(decoding: rest[..<gap], as: UTF8.self)
        headers.append((key, rest[rest.index(after: gap)..<end]))
      }
      rest = end < rest.endIndex ? rest[rest.index(after: end)...] : rest[end...]
    }
    message = rest.dropFirst()
  }

  func value(_ key: String) -> Bytes? { headers.first { $0.key == key }?.value }

  func id(_ key: String) -> ObjectID? { value(key).flatMap(Self.id) }

  func ids(_ key: String) -> [ObjectID] {
    headers.filter { $0.key == key }.compactMap { Self.id($0.value) }
  }

  private static func id(_ bytes: Bytes) -> ObjectID? {
    ObjectID(hexDigits: bytes)
  }

  var encoding: TextEncoding {
    TextEncoding(named: value("encoding").map { String(decoding: $0, as: UTF8.self) })
  }

  func signature(_ key: String) -> Signature? {
    value(key).map { Signature(parsing: $0, encoding) }
  }
}
