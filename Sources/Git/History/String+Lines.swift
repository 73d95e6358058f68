extension String {
  /// The lines as git parts them: at each line feed alone, so that a carriage return before it stays with its line. Swift
  /// takes both for one character.
  package var linesOfGit: [Substring] {
    utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
  }

  /// The lines of a file of settings or rules as git parts them, without a carriage return before the line feed.
  var settingLines: [Substring] {
    linesOfGit.map { $0.utf8.last == UInt8(ascii: "\r") ? Substring($0.utf8.dropLast()) : $0 }
  }
}
