internal import Git

/// The commit message file that git opens in an editor.
struct CommitMessageFile {
  private let lines: [Substring]
  /// The prefix of comments.
  private let mark: String

  /// - Parameter comment: `core.commentChar`: a character, `auto`, or nil for git's default.
  init(_ text: String, comment: String?) {
    lines = text.linesOfGit
    let first = lines.first { !$0.isBlank }?.first.map(String.init)
    mark = comment == "auto" ? first ?? "#" : comment ?? "#"
  }

  /// Whether there is no message yet: all lines are comments or blank.
  private var isEmpty: Bool {
    let message = lines.prefix { !isScissors($0) }
    return message.allSatisfy { $0.isBlank || $0.hasPrefix(mark) }
  }

  /// Whether git drops everything after this line, comments or not.
  private func isScissors(_ line: Substring) -> Bool {
    line.hasPrefix(mark) && line.dropFirst(mark.count).hasPrefix(" ------------------------ >8 -")
  }

  /// The text with a message on top and a comment on where it comes from; nil if there already is a
  /// message.
  func proposing(_ message: String) -> String? {
    guard isEmpty else { return nil }
    let rest = Array(lines.drop(while: \.isBlank))
    let notice = [
      "\(mark) cvgit proposes this message from the staged records; delete it to commit nothing.",
      mark,
    ]
    let place = noticeIndex(rest)
    let all = rest[..<place].map(String.init) + notice + rest[place...].map(String.init)
    return messageLines(message).joined(separator: "\n") + "\n\n" + all.joined(separator: "\n")
  }

  /// Before all comments; with `commit.cleanup = scissors`, where git would keep it there, after
  /// git's first ones.
  private func noticeIndex(_ rest: [Substring]) -> Int {
    guard let first = rest.first, isScissors(first) else { return 0 }
    return rest.firstIndex { $0 == mark[...] } ?? 1
  }

  /// The lines of the message, indented if git would drop them as comments.
  private func messageLines(_ message: String) -> [String] {
    var lines = message.linesOfGit.map { line in
      line.hasPrefix(mark) ? " \(line)" : String(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

extension Substring {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
