package import Text

/// Who made a commit or tag, and when.
package struct Signature: Hashable, Sendable {
  package let name: String
  package let email: String
  package let moment: Moment

  package init(name: String, email: String, moment: Moment) {
    self.name = name
    self.email = email
    self.moment = moment
  }

  package init(name: String, email: String, seconds: Int64, offsetMinutes: Int) {
    self.init(
      name: name, email: email, moment: Moment(seconds: seconds, offsetMinutes: offsetMinutes))
  }

  /// Seconds since 1970 in UTC.
  package var seconds: Int64 { moment.seconds }
  /// Minutes east of UTC.
  package var offsetMinutes: Int { moment.offsetMinutes }
  /// The day in the signature's own time zone.
  package var day: Day { moment.day }
  /// The day in UTC.
  package var utcDay: Day { moment.utcDay }
}
