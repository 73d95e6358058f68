internal import Git

/// The two sides of a text with git's conflict markers.
struct ConflictedText {
  private(set) var ours = ""
  private(set) var theirs = ""
  /// The names of the sides in the markers, such as a branch or a commit.
  private(set) var names = (ours: "ours", theirs: "theirs")

  private enum Part {
    case both
    case ours
    /// The common ancestor, shown with `merge.conflictStyle = diff3`.
    case base
    case theirs
  }

  /// Returns nil if the text has no complete conflict.
  init?(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return nil }
    var part = Part.both
    var isComplete = false
    for line in text.linesOfGit {
      switch (part, Self.marker(of: line)) {
      case (.both, "<"):
        part = .ours
        names.ours = Self.name(after: line) ?? names.ours
      case (.ours, "|"): part = .base
      case (.ours, "="), (.base, "="): part = .theirs
      case (.theirs, ">"):
        (part, isComplete) = (.both, true)
        names.theirs = Self.name(after: line) ?? names.theirs
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

  /// The character of which a marker consists: seven of them, followed by a space or nothing.
  private static func marker(of line: Substring) -> Character? {
    guard let first = line.first, "<|=>".contains(first),
      line.prefix(7) == String(repeating: first, count: 7),
      line.dropFirst(7).first.map({ $0 == " " || $0 == "\r" }) ?? true
    else { return nil }
    return first
  }

  private static func name(after line: Substring) -> String? {
    let name = line.dropFirst(8).filter { $0 != "\r" }
    return name.isEmpty ? nil : String(name)
  }
}
