internal import CVModel

/// A JSON value whose pairs keep their order.
indirect enum JSONValue {
  case text(String)
  case list([JSONValue])
  case object([(String, JSONValue?)])

  /// A text, nil for an empty one: JSON Resume leaves out what is not there.
  init?(_ text: String?) {
    guard let text, !text.isEmpty else { return nil }
    self = .text(text)
  }

  init?(_ texts: [String]) {
    if texts.isEmpty { return nil }
    self = .list(texts.map(JSONValue.text))
  }

  /// Indented by two spaces.
  func written() -> String {
    var bytes: [UInt8] = []
    write(to: &bytes, depth: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .text(let text): bytes += Self.quote(text).utf8
    case .list(let items):
      Self.write(items.map { (nil, $0) }, between: "[", "]", to: &bytes, depth: depth)
    case .object(let pairs):
      let members = pairs.compactMap { key, value in value.map { (key, $0) } }
      Self.write(members, between: "{", "}", to: &bytes, depth: depth)
    }
  }

  /// Members with their names or without, each in a line of its own.
  private static func write(
    _ members: [(name: String?, value: JSONValue)], between open: String, _ close: String,
    to bytes: inout [UInt8], depth: Int
  ) {
    bytes += open.utf8
    for (index, member) in members.enumerated() {
      bytes += index > 0 ? ",\n".utf8 : "\n".utf8
      bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth + 2)
      if let name = member.name { bytes += "\(quote(name)): ".utf8 }
      member.value.write(to: &bytes, depth: depth + 1)
    }
    if !members.isEmpty {
      bytes.append(UInt8(ascii: "\n"))
      bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
    }
    bytes += close.utf8
  }

  /// Source: RFC 8259, 7.
  private static func quote(_ text: String) -> String {
    let inner = text.escaping { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\n": "\\n"
      case _ where scalar.value < 0x20: scalar.jsonEscape
      default: nil
      }
    }
    return "\"\(inner)\""
  }
}
