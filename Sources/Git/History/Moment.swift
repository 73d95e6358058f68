/// A moment, and the time zone in which someone wrote it down.
package struct Moment: Hashable, Sendable {
  /// Seconds since 1970 in UTC.
  package let seconds: Int64
  /// Minutes east of UTC.
  package let offsetMinutes: Int

  package init(seconds: Int64, offsetMinutes: Int) {
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }

  /// The day in its own zone.
  package var day: Day { Day(unixSeconds: seconds + Int64(offsetMinutes) * 60) }

  /// The day in UTC.
  package var utcDay: Day { Day(unixSeconds: seconds) }
}
