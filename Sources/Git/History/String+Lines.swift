extension String {
  /// The lines as git parts them: at each line feed alone, so that a carriage return before it stays with its line. Swift
  /// takes both for one character.
  package var linesOfGit: [Substring] {
    utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
  }

  /// The lines of a file of settings or rules, CR LF or not, without empty ones.
  var settingLines: [Substring] {
    utf8.split { (10...13).contains($0) }.map(Substring.init)
  }
}

extension StringProtocol {
  /// True where a word in lower case stands in it, in whatever case. By bytes: Swift's own search goes through patterns,
  /// which takes a process longer than all else about a small file.
  func mentions(_ word: String) -> Bool {
    let bytes = utf8.map(\.asciiLowercased)
    let word = Array(word.utf8)
    return bytes.indices.dropLast(word.count - 1).contains { bytes[$0...].starts(with: word) }
  }
}

extension UInt8 {
  /// A letter of ASCII in lower case; any other byte as it is.
  var asciiLowercased: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}
