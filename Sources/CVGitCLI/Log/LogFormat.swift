internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// How `log` prints: as text, as JSON, or by a pattern with git's placeholders.
enum LogFormat: ExpressibleByArgument, Equatable {
  case text
  case json
  case pattern(LogPattern)

  init?(argument: String) {
    switch argument {
    case "text": self = .text
    case "json": self = .json
    default:
      guard argument.contains("%"), let pattern = LogPattern(argument) else { return nil }
      self = .pattern(pattern)
    }
  }

  static var allValueStrings: [String] { ["text", "json"] }
}

/// A line for each commit, with placeholders of `git log --format`.
struct LogPattern: Equatable {
  private let parts: [Part]

  private enum Part: Equatable {
    case text(String)
    case placeholder(String)
  }

  private static let placeholders = ["an", "ae", "as", "ad", "H", "h", "s", "b", "n", "%"]

  /// Nil for a placeholder that there is none of here.
  init?(_ text: String) {
    var rest = text[...]
    for start in ["format:", "tformat:"] where rest.hasPrefix(start) {
      rest = rest.dropFirst(start.count)
    }
    var parts: [Part] = []
    while let sign = rest.firstIndex(of: "%") {
      if sign > rest.startIndex { parts.append(.text(String(rest[..<sign]))) }
      let behind = rest[rest.index(after: sign)...]
      guard let name = Self.placeholders.first(where: behind.hasPrefix) else { return nil }
      parts.append(.placeholder(name))
      rest = behind.dropFirst(name.count)
    }
    self.parts = rest.isEmpty ? parts : parts + [.text(String(rest))]
  }

  func line(_ commit: Commit) -> String {
    let line = parts.map { part in
      switch part {
      case .text(let text): text
      case .placeholder(let name): Self.value(name, commit)
      }
    }.joined()
    return line.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).terminalSafe }.joined(separator: "\n") + "\n"
  }

  private static func value(_ name: String, _ commit: Commit) -> String {
    switch name {
    case "H": commit.id.hex
    case "h": commit.id.abbreviated
    case "an": commit.author.name
    case "ae": commit.author.email
    case "as", "ad": commit.author.day.description
    case "s": commit.subject
    case "b": commit.body
    case "n": "\n"
    default: "%"
    }
  }
}
