/// The meaning of a value, as read by its field's type.
package enum Meaning: Hashable, Sendable {
  case text(String)
  case texts([String])
  case bullets([Bullet])
  case date(PartialDate)
  case end(Period.End)
  case status(Status)
  case choice(String)
  case people([Person])
  case score(Score)
  case count(Count)
  /// A whole number per year.
  case counts([Int: Int])
  case money(Money)
  /// The canonical form: equal identifiers are equal texts.
  case identifier(String)
  case url(String)
  case email(String)
  case reference(EntryKey)
  case tags([String])
  case integer(Int)
  /// Texts by name: links, accounts, settings.
  case named([String: String])
  case metrics([String: Count])
  case sections([Section])
  /// A value whose parts have no type.
  case plain(Plain)
}

/// Why a value, or a part of it, is invalid for its field's type.
package struct Misread: Hashable, Sendable {
  /// The path from the field's value to the invalid part.
  package var path: [Step]
  /// What is wrong, quoting the value.
  package var message: String
  package var hint: String?
  /// The rule in brackets after the message.
  package var rule: String

  /// One step into a value.
  package enum Step: Hashable, Sendable {
    case item(Int)
    case value(String)
    /// The key itself, not its value.
    case key(String)
  }
}
