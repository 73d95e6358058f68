internal import Git

/// The two sides of a text with the conflict markers that git has put in.
struct ConflictedText {
  private(set) var ours = ""
  private(set) var theirs = ""
  /// What the markers call the sides: a branch, a commit.
  private(set) var names = (ours: "ours", theirs: "theirs")

  private enum Part {
    case both
    case ours
    /// The common ancestor, with `merge.conflictStyle = diff3`.
    case base
    case theirs
  }

  /// Nil for a text without a complete conflict.
  init?(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return nil }
    var part = Part.both
    var isComplete = false
    for line in text.linesOfGit {
      switch (part, Self.marker(of: line)) {
      case (.both, "<"):
        part = .ours
        names.ours = Self.name(behind: line) ?? names.ours
      case (.ours, "|"): part = .base
      case (.ours, "="), (.base, "="): part = .theirs
      case (.theirs, ">"):
        (part, isComplete) = (.both, true)
        names.theirs = Self.name(behind: line) ?? names.theirs
      case (.base, _): break
      case (.both, _):
        ours += line + "\n"
        theirs += line + "\n"
      case (.ours, _): ours += line + "\n"
      case (.theirs, _): theirs += line + "\n"
      }
    }
    guard isComplete, case .both = part else { return nil }
  }

  /// The character of a line that is a marker: seven of them, then a blank or nothing.
  private static func marker(of line: Substring) -> Character? {
    guard let first = line.first, "<|=>".contains(first),
      line.prefix(7) == String(repeating: first, count: 7),
      line.dropFirst(7).first.map({ $0 == " " || $0 == "\r" }) ?? true
    else { return nil }
    return first
  }

  private static func name(behind line: Substring) -> String? {
    let name = line.dropFirst(8).filter { $0 != "\r" }
    return name.isEmpty ? nil : String(name)
  }
}
