internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// The commits that `--since`, `--until` and `--author` select.
struct CommitFilter {
  private let first: Day?
  private let last: Day?
  private let author: AuthorPattern?
  private let repository: Repository

  /// The expression is not sendable, and used on one thread.
  private struct AuthorPattern {
    let expression: Regex<AnyRegexOutput>
  }

  init(
    since: String?, until: String?, author: String?, today: Day, _ repository: Repository
  ) throws {
    first = try since.map { try Self.days($0, today, "--since").first }
    last = try until.map { try Self.days($0, today, "--until").last }
    self.repository = repository
    do {
      self.author = try author.map { AuthorPattern(expression: try Regex($0)) }
    } catch {
      throw Failure(
        "invalid regular expression for '--author': \(quoted(author ?? ""))",
        hint: "write a part of the name, or of the address")
    }
  }

  /// Whether every commit is selected.
  var isEmpty: Bool { first == nil && last == nil && author == nil }

  func admits(_ commit: Commit) throws(GitError) -> Bool {
    if let first, commit.author.day < first { return false }
    if let last, last < commit.author.day { return false }
    guard let author else { return true }
    let contact = try repository.mapped(commit.author)
    return "\(contact.name) <\(contact.email)>".contains(author.expression)
  }

  /// The days of a date: `2024`, `2024-12`, `2024-12-31`, `yesterday`, `2 weeks ago`.
  private static func days(_ text: String, _ today: Day, _ option: String) throws -> DayRange {
    if let days = DayRange(text) ?? RelativeDay(text).flatMap({ DayRange($0.day(before: today)) }) {
      return days
    }
    throw Failure(
      "invalid date for '\(option)': \(quoted(text))",
      hint: "write 2024, 2024-12, 2024-12-31, yesterday or \"2 weeks ago\"")
  }
}

/// A day as git also reads it: `today`, `yesterday`, `3 days ago`, `2.weeks.ago`.
private struct RelativeDay {
  private let days: Int

  init?(_ text: String) {
    let words = text.lowercased().split { $0 == " " || $0 == "." || $0 == "-" }.map(String.init)
    switch words {
    case ["today"], ["now"]: days = 0
    case ["yesterday"]: days = 1
    default:
      guard words.count == 3, words[2] == "ago", let number = Int(words[0]), (0...9999) ~= number,
        let unit = Self.units.first(where: { words[1] == $0.name || words[1] == $0.name + "s" })
      else { return nil }
      days = number * unit.days
    }
  }

  private static let units = [("day", 1), ("week", 7), ("month", 30), ("year", 365)].map {
    (name: $0.0, days: $0.1)
  }

  func day(before today: Day) -> String {
    Day(unixSeconds: today.startInUnixSeconds - Int64(days) * 86400).description
  }
}
