/// The rules of ignore files as far as they can be read at a glance: whose last name is one, or begins and ends so.
struct IgnoreRules {
  /// How the last name of a rule that speaks of names begins and ends, in lower case; all of it where nothing may stand between.
  private struct Rule {
    let beginning: [UInt8]
    let end: [UInt8]
    let isWhole: Bool

    func matches(_ name: [UInt8]) -> Bool {
      if isWhole { return name.count == beginning.count && starts(name) }
      return name.count >= beginning.count + end.count && starts(name)
        && zip(name.suffix(end.count), end).allSatisfy { $0.asciiLowercased == $1 }
    }

    private func starts(_ name: [UInt8]) -> Bool {
      zip(name, beginning).allSatisfy { $0.asciiLowercased == $1 }
    }
  }

  private var rules: [Rule] = []

  /// - Parameter texts: whole ignore files.
  /// - Returns: nil where a rule is left for git to read: one with a name of more than one `*`, with other signs of a
  ///   pattern, or beyond ASCII.
  init?(_ texts: [String]) {
    for line in texts.flatMap(\.settingLines) {
      var rule = line
      while rule.last == " " || rule.last == "/" { rule.removeLast() }
      if rule.isEmpty || rule.hasPrefix("#") || rule.hasPrefix("!") { continue }
      let name = (rule.split(separator: "/").last ?? "").utf8.map(\.asciiLowercased)
      guard name.allSatisfy({ $0 < 0x80 && !"?[\\".utf8.contains($0) }) else { return nil }
      let parts = name.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        .map(Array.init)
      guard parts.count <= 2 else { return nil }
      rules.append(
        Rule(beginning: parts[0], end: parts.count == 2 ? parts[1] : [], isWhole: parts.count == 1))
    }
  }

  /// Whether a rule could be about something of one of these names, in whatever case: the rest of its path is not looked at.
  func couldTouch(_ names: [[UInt8]]) -> Bool {
    rules.contains { rule in names.contains { rule.matches($0) } }
  }
}
