extension CV {
  /// This CV with changes applied, which gives the newer side of their diff.
  ///
  /// Uses only the changes. All changed entries are removed first, so that keys may be swapped.
  package func applying(_ changes: [ChangeDocument]) -> CV {
    var result = self
    var arriving: [Entry] = []
    for change in changes {
      switch change.change {
      case .added: arriving.append(Entry(key: change.key, fields: change.entry ?? Fields()))
      case .removed: result[change.key] = nil
      case .modified:
        var fields = self[change.oldKey]?.fields ?? Fields()
        for field in change.fields ?? [] { fields.apply(field) }
        result[change.oldKey] = nil
        arriving.append(Entry(key: change.key, fields: fields))
      }
    }
    for entry in arriving { result[entry.key] = entry }
    // Adding or editing a kind changes how the other records are read.
    let kinds = changes.flatMap { [$0.key.kind, $0.oldKey.kind] }
    if kinds.contains("kinds") { result.schema = result.declaredSchema }
    return result
  }
}

extension Fields {
  mutating func apply(_ change: FieldChange) {
    guard change.path == FieldChange.periodPath else {
      self[change.fieldName] = change.to
      return
    }
    for name in Period.fieldNames { self[name] = change.to?[name] }
  }
}

extension ChangeDocument {
  /// The reverse change: added entries are removed, and each field gets its old value.
  package var inverted: ChangeDocument {
    var result = self
    switch change {
    case .added: result.change = .removed
    case .removed: result.change = .added
    case .modified:
      result.kind = oldKey.kind
      result.id = oldKey.id
      result.movedFrom = movedFrom == nil ? nil : kind
      result.renamedFrom = renamedFrom == nil ? nil : id
      result.fields = fields?.map(\.inverted)
    }
    return result
  }
}

extension FieldChange {
  /// The reverse change, with its effect named for that direction.
  package var inverted: FieldChange {
    var result = self
    result.effect = effect.inverted
    (result.from, result.to) = (to, from)
    result.difference = difference.map(Self.negated)
    result.items = items?.map { item in
      ItemChange(
        item.effect.inverted, key: item.key, from: item.to, to: item.from,
        fromIndex: item.toIndex, toIndex: item.fromIndex,
        difference: item.difference.map(Self.negated))
    }
    return result
  }

  private static func negated(_ difference: String) -> String {
    (difference.hasPrefix("-") ? "+" : "-") + difference.dropFirst()
  }
}

extension Effect {
  /// The effect of the reverse change.
  var inverted: Effect {
    switch self {
    case .set: .cleared
    case .cleared: .set
    case .forward, .exit: .backward
    case .backward, .newRound: .forward
    case .added: .removed
    case .removed: .added
    case .increased: .decreased
    case .decreased: .increased
    case .ended, .expectationMet: .reopened
    case .reopened: .ended
    case .sharpened: .changed
    case .began, .completed: .corrected
    case .changed, .restated, .resubmitted, .expectationMoved, .corrected, .edited, .moved,
      .reordered, .respelled, .followed:
      self
    }
  }
}
