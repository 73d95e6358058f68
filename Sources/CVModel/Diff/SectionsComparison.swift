internal import Text

/// Compares the sections of two documents, by kind, with their settings.
struct SectionsComparison {
  func change(_ path: String, from old: Plain, to new: Plain) -> FieldChange {
    let (before, after) = (Self.keyed(old), Self.keyed(new))
    let newKeys = Set(after.map(\.key))
    let oldPlaces = Dictionary(before.enumerated().map { ($1.key, $0) }) { first, _ in first }
    let stable = Set(
      LongestCommonSubsequence(before.map(\.key), after.map(\.key)).pairs.map(\.new))
    var items: [ItemChange] = []
    for (index, section) in after.enumerated() {
      guard let oldIndex = oldPlaces[section.key] else {
        items.append(ItemChange(.added, key: section.key, to: section.value, toIndex: index))
        continue
      }
      if !stable.contains(index) {
        items.append(ItemChange(.moved, key: section.key, fromIndex: oldIndex, toIndex: index))
      }
      items += Self.settings(section.key, before[oldIndex].value, section.value)
    }
    for (index, section) in before.enumerated() where !newKeys.contains(section.key) {
      items.append(ItemChange(.removed, key: section.key, from: section.value, fromIndex: index))
    }
    let effect: Effect = items.allSatisfy { $0.effect == .moved } ? .reordered : .edited
    return FieldChange(path, effect, from: old, to: new, .detail, items: items)
  }

  /// The sections by kind; a second one of a kind is `KIND 2`.
  private static func keyed(_ value: Plain) -> [(key: String, value: Plain)] {
    var seen: [String: Int] = [:]
    return value.items.map { section in
      let kind = section["kind"]?.text ?? "?"
      seen[kind, default: 0] += 1
      let number = seen[kind, default: 1]
      return (number == 1 ? kind : "\(kind) \(number)", section)
    }
  }

  private static func settings(_ kind: String, _ old: Plain, _ new: Plain) -> [ItemChange] {
    Section.keys.compactMap { name in
      guard old[name] != new[name] else { return nil }
      let effect: Effect = old[name] == nil ? .set : new[name] == nil ? .cleared : .changed
      return ItemChange(effect, key: "\(kind).\(name)", from: old[name], to: new[name])
    }
  }
}
