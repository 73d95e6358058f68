extension CV {
  /// The names of the profile's metrics.
  var metrics: Set<String> {
    guard case .map(let pairs)? = profile?["metrics"] else { return [] }
    return Set(pairs.keys)
  }

  /// Removes the intros of the document and its variants that use one of these metrics: without the
  /// number, the sentence means nothing.
  mutating func dropIntros(needing metrics: Set<String>) {
    guard !metrics.isEmpty else { return }
    for entry in entries.values where entry.key == .document || entry.key.kind == Variant.kindName {
      self[entry.key]?["sections"] = entry["sections"]?.withoutIntros(needing: metrics)
    }
  }
}

extension Plain {
  fileprivate func withoutIntros(needing metrics: Set<String>) -> Plain {
    switch self {
    case .scalar: return self
    case .list(let items): return .list(items.map { $0.withoutIntros(needing: metrics) })
    case .map(var pairs):
      if let intro = pairs["intro"]?.text,
        !metrics.isDisjoint(with: KnowMetrics.placeholders(in: intro))
      {
        pairs["intro"] = nil
      }
      return .map(pairs.mapValues { $0.withoutIntros(needing: metrics) })
    }
  }
}
