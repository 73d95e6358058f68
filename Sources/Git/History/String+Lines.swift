extension String {
  /// The lines as git splits them: at LF only, so that a CR before it stays with its line. Swift
  /// treats CRLF as one character.
  package var linesOfGit: [Substring] {
    utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
  }

  /// The lines of a configuration or rules file as git splits them, without a CR before the LF.
  var settingLines: [Substring] {
    linesOfGit.map { $0.utf8.last == UInt8(ascii: "\r") ? Substring($0.utf8.dropLast()) : $0 }
  }
}
