internal import YAML

extension NewValue {
  /// A value as it is written under a type; the keys of a mapping are in the order of the type.
  init(_ value: Plain, as type: FieldType) {
    self.init(value, keys: type.keyOrder, isInSections: type == .sections)
  }

  private init(_ value: Plain, keys: [String], isInSections: Bool) {
    switch value {
    case .scalar(let text): self = .text(text)
    case .list(let items):
      self = .list(items.map { NewValue($0, keys: keys, isInSections: isInSections) })
    case .map(let pairs):
      let rank = Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
      let sorted = pairs.sorted { left, right in
        let ranks = (rank[left.key] ?? keys.count, rank[right.key] ?? keys.count)
        if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
        if let mine = Int(left.key), let other = Int(right.key), mine != other {
          return mine < other
        }
        return left.key < right.key
      }
      self = .mapping(
        sorted.map { key, value in
          let inner = isInSections && key == "groups" ? Section.groupKeys : isInSections ? [] : keys
          return Pair(key, NewValue(value, keys: inner, isInSections: false))
        })
    }
  }
}

extension FieldType {
  /// The keys of a mapping of this type in the order in which they are written; others are sorted
  /// behind them.
  fileprivate var keyOrder: [String] {
    switch self {
    case .people: ["name", "role", "equal", "corresponding", "note"]
    case .sections: Section.keys
    case .settings(let keys): keys
    case .definitions: ["type", "required", "values", "lifecycle", "kind"]
    default: []
    }
  }
}
