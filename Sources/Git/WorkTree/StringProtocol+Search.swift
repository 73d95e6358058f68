extension StringProtocol {
  /// True where a word stands in it, in whatever case of ASCII's letters. By bytes: Swift's own search goes through
  /// patterns, which takes a process longer than all else about a small file.
  func mentions(_ word: String) -> Bool {
    let bytes = utf8.map(\.asciiLowercased)
    let word = word.utf8.map(\.asciiLowercased)
    return bytes.indices.contains { bytes[$0...].starts(with: word) }
  }
}

extension UInt8 {
  /// A letter of ASCII in lower case; any other byte as it is.
  var asciiLowercased: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}
