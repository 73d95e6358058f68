extension CV {
  /// This CV without its private entries and fields: what every output that leaves the house is made from.
  ///
  /// A mention of a private entry goes too: it would tell that there is one.
  package var `public`: CV { hiding(privacy) }

  /// What is private in this CV by its own records.
  var privacy: Privacy {
    let entries = Set(entries.values.lazy.filter(\.isPrivate).map(\.key))
    let fields = self.entries.compactMapValues { entry -> Set<String>? in
      entry["private"] == nil ? nil : Set(entry.privateFields)
    }
    return Privacy(entries: entries, fields: fields, mentions: entries)
  }

  /// This CV without what is named.
  func hiding(_ privacy: Privacy) -> CV {
    var result = self
    for entry in entries.values {
      if privacy.entries.contains(entry.key) {
        result[entry.key] = nil
        continue
      }
      var fields = entry.fields
      for name in privacy.fields[entry.key] ?? [] { fields[name] = nil }
      fields["private"] = nil
      fields["visibility"] = nil
      if !privacy.mentions.isEmpty { withhold(privacy.mentions, in: &fields, of: entry.key.kind) }
      if fields != entry.fields { result[entry.key] = Entry(key: entry.key, fields: fields) }
    }
    return result
  }

  /// Removes references to entries, by their type or written out as `KIND/ID` in a field of any type.
  private func withhold(_ mentions: Set<EntryKey>, in fields: inout Fields, of kind: String) {
    let names = Set(mentions.map(\.description))
    for (name, value) in fields {
      if case .reference? = schema[kind]?.field(named: name)?.type,
        let type = schema[kind]?.field(named: name)?.type,
        case .reference(let key)? = type.meaning(of: value), mentions.contains(key)
      {
        fields[name] = nil
      } else {
        fields[name] = value.without(names)
      }
    }
  }
}

/// What is kept out of everything that leaves the house.
struct Privacy {
  /// Whole entries.
  var entries: Set<EntryKey>
  /// Fields of entries that are public otherwise.
  var fields: [EntryKey: Set<String>]
  /// Entries that nothing may refer to.
  var mentions: Set<EntryKey>
}

extension Plain {
  /// The value without these texts, nil where nothing else is left.
  fileprivate func without(_ texts: Set<String>) -> Plain? {
    switch self {
    case .scalar(let text): texts.contains(text) ? nil : self
    case .list(let items):
      items.isEmpty ? self : items.compactMap { $0.without(texts) }.nonEmpty.map(Plain.list)
    case .map(let pairs): .map(pairs.compactMapValues { $0.without(texts) })
    }
  }
}

extension Array {
  fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
