/// What happened to a field, in the words that JSON and all outputs use.
package enum Effect: String, Hashable, Sendable, Codable, CaseIterable {
  // Any field.
  case set, cleared, changed
  /// The same meaning in other words: markup, case, punctuation, an alias.
  case restated

  // Statuses.
  case forward
  case newRound = "new round"
  case backward, exit
  /// A different venue, while under review both before and after.
  case resubmitted

  // Dates and periods.
  case sharpened, began, ended
  case expectationMoved = "expectation moved"
  case expectationMet = "expectation met"
  case corrected, reopened

  // Lists and people.
  case added, removed, edited, moved, reordered, respelled, completed

  // Numbers.
  case increased, decreased

  /// A reference that was updated because its entry was renamed.
  case followed
}

/// The change of one list item, one person, or one key of a mapping.
package struct ItemChange: Hashable, Sendable, Codable {
  package var effect: Effect
  /// The key in a mapping.
  package var key: String?
  package var from: Plain?
  package var to: Plain?
  /// The old index of the item, from 0.
  package var fromIndex: Int?
  /// The new index of the item, from 0.
  package var toIndex: Int?
  /// The signed difference of two numbers with the same unit.
  package var difference: String?

  package init(
    _ effect: Effect, key: String? = nil, from: Plain? = nil, to: Plain? = nil,
    fromIndex: Int? = nil, toIndex: Int? = nil, difference: String? = nil
  ) {
    self.effect = effect
    self.key = key
    self.from = from
    self.to = to
    self.fromIndex = fromIndex
    self.toIndex = toIndex
    self.difference = difference
  }
}

/// The change of one field of an entry. `from` and `to` are whole values, so that the change can be
/// applied.
package struct FieldChange: Hashable, Sendable, Codable {
  /// The field's name; `period` for `start`, `end` and `expected` together, `.period` for a field
  /// with that name.
  package var path: String
  package var effect: Effect
  package var from: Plain?
  package var to: Plain?
  package var significance: Significance
  /// The differing parts of a list, of people or of a mapping, in the order of the new value.
  package var items: [ItemChange]?
  /// The signed difference of two numbers with the same unit.
  package var difference: String?
  /// True if the field's type could not read one of the values, so that they are compared as plain
  /// text.
  package var isUnread: Bool?
  /// True if a list was too long to pair its items.
  package var isUnpaired: Bool?

  package init(
    _ path: String, _ effect: Effect, from: Plain?, to: Plain?, _ significance: Significance,
    items: [ItemChange]? = nil, difference: String? = nil
  ) {
    self.path = path
    self.effect = effect
    self.from = from
    self.to = to
    self.significance = significance
    self.items = items
    self.difference = difference
  }

  /// The path of `start`, `end` and `expected` together.
  package static let periodPath = "period"

  /// The path of a field: its name, except that a field named `period` becomes `.period`, so that
  /// changes can be applied. A name that begins with a dot gets another one.
  package static func path(ofField name: String) -> String {
    name == periodPath || name.hasPrefix(".") ? ".\(name)" : name
  }

  /// The name of the changed field; `period` for `start`, `end` and `expected` together.
  package var fieldName: String { path.hasPrefix(".") ? String(path.dropFirst()) : path }

  private enum CodingKeys: String, CodingKey {
    case path, effect, from, to, significance, items, difference
    case isUnread = "unread"
    case isUnpaired = "unpaired"
  }
}
