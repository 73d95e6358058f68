/// The encoding of a commit's or tag's text: UTF-8 unless its header says otherwise.
enum TextEncoding: Sendable {
  case utf8
  case latin1
  /// An encoding that only git decodes. Read as UTF-8 here, with invalid bytes replaced.
  case other

  init(named name: String?) {
    switch name?.lowercased() {
    case nil, "utf-8", "utf8", "": self = .utf8
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1": self = .latin1
    default: self = .other
    }
  }

  /// The text; invalid bytes become U+FFFD.
  func string(_ bytes: some Collection<UInt8>) -> String {
    switch self {
    case .utf8, .other: return String(decoding: bytes, as: UTF8.self)
    case .latin1:
      var text = String.UnicodeScalarView()
      text.append(contentsOf: bytes.map { Unicode.Scalar($0) })
      return String(text)
    }
  }
}
