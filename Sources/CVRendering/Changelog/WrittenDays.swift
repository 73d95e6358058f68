internal import CVModel

/// The days on the lines of a changelog that was written before.
///
/// After a squash, all that a branch did is of one commit. A line that is the same but for earlier
/// days keeps them.
struct WrittenDays: Sendable {
  /// Lines by section and by what they are without any day.
  private var lines: [Key: [String]] = [:]

  private struct Key: Hashable {
    let heading: String
    let words: String
  }

  init(_ text: String) {
    var heading = ""
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("### ") {
        heading = line
      } else if line.hasPrefix("- ") {
        lines[Key(heading: heading, words: Self.withoutDays(line)), default: []].append(line)
      }
    }
  }

  /// The line with the days that it was written with, if none of them is later.
  ///
  /// - Parameter render: the line as it is written; it differs from the written one in its days
  ///   alone.
  func keeping(
    _ line: ChangelogLine, under heading: String, _ render: (ChangelogLine) -> String
  ) -> ChangelogLine {
    let new = render(line)
    let key = Key(heading: heading, words: Self.withoutDays(new))
    for written in lines[key] ?? [] {
      guard let kept = Self.line(line, with: written), render(kept) == written
      else { continue }
      return kept
    }
    return line
  }

  /// The line with the days of a written one; nil if one of them is later.
  private static func line(_ line: ChangelogLine, with written: String) -> ChangelogLine? {
    var line = line
    var days = days(in: written)[...]
    let last = days.last
    guard let first = days.popFirst(), first <= line.day else { return nil }
    line.day = first
    // The statuses come before the name, which may hold a day of its own.
    for index in line.statuses.indices {
      guard let day = line.statuses[index].day else { continue }
      guard let earlier = days.popFirst(), earlier <= day else { return nil }
      line.statuses[index].day = earlier
    }
    if let ending = line.ending {
      guard let last, last <= ending.day else { return nil }
      line.ending?.day = last
    }
    return line
  }

  private static func days(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private static func withoutDays(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for range in ranges(in: bytes) { for index in range { bytes[index] = 0 } }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Where `YYYY-MM-DD` is.
  private static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index + 10 <= bytes.count {
      let range = index..<(index + 10)
      if (0x30...0x39).contains(bytes[index]), bytes[index + 4] == UInt8(ascii: "-"),
        PartialDate(String(decoding: bytes[range], as: UTF8.self))?.day != nil
      {
        ranges.append(range)
        index += 10
      } else {
        index += 1
      }
    }
    return ranges
  }
}
