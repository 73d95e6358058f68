internal import CVModel
internal import Git
internal import Text

/// The time of a snapshot: `--date`, `SOURCE_DATE_EPOCH`, or the clock.
struct SnapshotClock {
  let now: Moment
  /// The requested day; nil for the day of ``now``.
  let day: Day?

  init(_ date: String?, session: Session) throws {
    guard let date else {
      day = nil
      now = try session.now()
      return
    }
    guard let day = Day(date) else {
      throw Failure("invalid date \(quoted(date))", hint: "write it as 2025-11-20")
    }
    guard day.startInUnixSeconds >= 0 else {
      throw Failure(
        "\(quoted(date)) is before 1970, which git does not support",
        hint: "use a day from 1970-01-01 on")
    }
    self.day = day
    now = Moment(seconds: day.startInUnixSeconds, offsetMinutes: 0)
  }

  /// The signature with the requested day, which takes precedence over git's own variables.
  func set(_ signature: Signature) -> Signature {
    guard day != nil else { return signature }
    return Signature(name: signature.name, email: signature.email, moment: now)
  }
}
