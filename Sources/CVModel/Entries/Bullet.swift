/// An item of a list of bullets, with the bullets under it.
package struct Bullet: Hashable, Sendable {
  package let text: String
  package let nested: [String]

  package init(_ text: String, nested: [String] = []) {
    self.text = text
    self.nested = nested
  }

  /// Reads a text, or one text with a list of others: `Led the team: [hired five, shipped twice]`;
  /// nil for anything else.
  package init?(_ value: Plain) {
    switch value {
    case .scalar(let text): self.init(text)
    case .list: return nil
    case .map(let pairs):
      guard pairs.count == 1, let pair = pairs.first, case .list(let items) = pair.value,
        !pair.key.isEmpty, !items.isEmpty, items.allSatisfy({ $0.text?.isEmpty == false })
      else { return nil }
      self.init(pair.key, nested: items.compactMap(\.text))
    }
  }
}
