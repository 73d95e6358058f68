/// How a commit's or tag's text is stored: UTF-8 unless its header says otherwise.
enum TextEncoding: Sendable {
  case utf8
  case latin1

  /// An encoding that we do not know is read as UTF-8, losing what is none.
  init(named name: String?) {
    switch name?.lowercased() {
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1": self = .latin1
    default: self = .utf8
    }
  }

  /// The text; bytes that are invalid become U+FFFD.
  func string(_ bytes: some Collection<UInt8>) -> String {
    switch self {
    case .utf8: return String(decoding: bytes, as: UTF8.self)
    case .latin1:
      var text = String.UnicodeScalarView()
      text.append(contentsOf: bytes.map { Unicode.Scalar($0) })
      return String(text)
    }
  }
}
