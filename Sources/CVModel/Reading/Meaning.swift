/// What a field's type reads out of a value as written.
package enum Meaning: Hashable, Sendable {
  case text(String)
  case texts([String])
  case date(PartialDate)
  case end(Period.End)
  case status(Status)
  case choice(String)
  case people([Person])
  case score(Score)
  case count(Count)
  /// A whole number by year.
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
  /// A value whose parts have no type of their own.
  case plain(Plain)
}

/// Why a field's type refuses a value, or a part of it.
package struct Misread: Hashable, Sendable {
  /// The way from the field's value to the part at fault.
  package var path: [Step]
  /// What is wrong, in words that quote the value.
  package var message: String
  package var hint: String?
  /// The rule in brackets behind the message.
  package var rule: String

  /// One step down a value.
  package enum Step: Hashable, Sendable {
    case item(Int)
    case value(String)
    /// The key itself, not what stands under it.
    case key(String)
  }
}
