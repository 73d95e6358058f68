/// A moment, and the time zone in which someone wrote it down.
package struct Moment: Hashable, Sendable {
  /// Seconds since 1970 in UTC.
  package let seconds: Int64
  /// Minutes east of UTC, within ``zones``.
  package let offsetMinutes: Int

  /// The zones that there are on earth: a file may claim others.
  static let zones = -14 * 60...14 * 60

  /// The moment in the zone, or in the last one on that side where there is none so far away.
  package init(seconds: Int64, offsetMinutes: Int) {
    self.seconds = seconds
    self.offsetMinutes = min(max(offsetMinutes, Self.zones.lowerBound), Self.zones.upperBound)
  }

  /// The day in its own zone.
  package var day: Day { Day(unixSeconds: seconds + Int64(offsetMinutes) * 60) }

  /// The day in UTC.
  package var utcDay: Day { Day(unixSeconds: seconds) }
}
