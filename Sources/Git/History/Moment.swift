package import Text

/// A point in time, with the time zone in which it was recorded.
package struct Moment: Hashable, Sendable {
  /// Seconds since 1970 in UTC.
  package let seconds: Int64
  /// Minutes east of UTC, within ``zones``.
  package let offsetMinutes: Int

  /// The time zone offsets that exist; a file may claim others.
  static let zones = -14 * 60...14 * 60

  /// A moment with its offset clamped to ``zones``.
  package init(seconds: Int64, offsetMinutes: Int) {
    self.seconds = seconds
    self.offsetMinutes = min(max(offsetMinutes, Self.zones.lowerBound), Self.zones.upperBound)
  }

  /// The day in its own time zone.
  package var day: Day { Day(unixSeconds: seconds + Int64(offsetMinutes) * 60) }

  /// The day in UTC.
  package var utcDay: Day { Day(unixSeconds: seconds) }
}
