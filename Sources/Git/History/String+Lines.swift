extension String {
  /// The lines as git parts them: at each line feed alone, so that a carriage return before it stays with its line. Swift
  /// takes both for one character.
  package var linesOfGit: [Substring] {
    utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
  }
}
