package import Git
package import Text

/// When and by whom the CV was changed: a commit, or the staged changes as one more.
package enum Occasion: Hashable, Sendable {
  case commit(Commit)
  /// The commit that git would make now, by this author.
  case staged(Signature)

  /// Nil for staged changes.
  package var commit: Commit? {
    if case .commit(let commit) = self { commit } else { nil }
  }

  package var author: Signature {
    switch self {
    case .commit(let commit): commit.author
    case .staged(let author): author
    }
  }

  /// The author's day, in the author's time zone, as `git log` shows it.
  package var day: Day { author.day }

  /// The day as `YYYY-MM-DD`.
  package var dayText: String { day.description }

  package var authorName: String { author.name }

  /// Empty for staged changes.
  package var subject: String { commit?.subject ?? "" }

  /// The full commit ID; nil for staged changes.
  package var id: String? { commit?.id.hex }

  /// The abbreviated commit ID; nil for staged changes.
  package var shortID: String? { commit?.id.abbreviated }

  /// The author's time in RFC 3339: `2024-03-01T09:00:00+01:00`; clamped to the years that have
  /// four digits.
  package var timestamp: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let offset = author.offsetMinutes
    let first: Int64 = -62_167_219_200
    let last: Int64 = 253_402_300_799
    let local = min(max(author.seconds + Int64(offset) * 60, first), last)
    let day = Day(unixSeconds: local)
    let seconds = Int(local - day.startInUnixSeconds)
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(two).joined(separator: ":")
    let zone = "\(two(abs(offset) / 60)):\(two(abs(offset) % 60))"
    return "\(day)T\(time)\(offset < 0 ? "-" : "+")\(zone)"
  }

  /// The author's time in seconds since 1970.
  package var seconds: Int64 { author.seconds }
}
