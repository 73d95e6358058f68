extension CV {
  /// This CV without private entries and fields, mentions of them, and custom keys.
  package var `public`: CV { hiding(privacy) }

  /// Whether no entry has anything private.
  package var isPlain: Bool {
    entries.values.allSatisfy { entry in
      schema.privacy(of: entry).isEmpty
        && !entry.fields.sortedNames.contains(where: \.isExtension)
    }
  }

  /// The private data in this CV according to its own records.
  var privacy: Privacy {
    var privacy = Privacy(entries: [], fields: [:], mentions: [])
    for entry in entries.values {
      let own = schema.privacy(of: entry)
      if own.hidesAll { privacy.entries.insert(entry.key) }
      // The keys for privacy are also private, however they are spelled.
      if !own.isEmpty { privacy.fields[entry.key] = own.fields.union(own.keys) }
    }
    privacy.mentions = privacy.entries
    return privacy
  }

  /// This CV without the given private data.
  func hiding(_ privacy: Privacy) -> CV {
    var result = self
    let names = Set(privacy.mentions.map(\.description))
    for entry in entries.values {
      if privacy.entries.contains(entry.key) {
        result[entry.key] = nil
        continue
      }
      var fields = entry.fields
      for name in privacy.fields[entry.key] ?? [] { fields[name] = nil }
      for (name, value) in entry.fields {
        fields[name] = name.isExtension ? nil : fields[name].map { _ in value.withoutExtensions }
      }
      if !names.isEmpty { withhold(privacy.mentions, names, in: &fields, of: entry.key.kind) }
      if fields != entry.fields { result[entry.key] = Entry(key: entry.key, fields: fields) }
    }
    result.dropIntros(needing: metrics.subtracting(result.metrics))
    return result
  }

  /// This CV without mentions of these entries, whether they exist or not.
  package func withholding(_ mentions: Set<EntryKey>) -> CV {
    mentions.isEmpty ? self : hiding(Privacy(entries: [], fields: [:], mentions: mentions))
  }

  /// The entries that ``withholding(_:)`` can remove from a record: those that a reference field
  /// names, and those that a text `KIND/ID` in any field may mean.
  package func mentions(
    in entry: Entry
  ) -> (references: Set<EntryKey>, texts: Set<EntryKey>) {
    var references: Set<EntryKey> = []
    var texts: Set<EntryKey> = []
    for field in schema[entry.key.kind]?.referenceFields ?? [] {
      if let value = entry[field.name], case .reference(let key)? = field.type.meaning(of: value) {
        references.insert(key)
      }
    }
    for (_, value) in entry.fields {
      value.forEachText { text in
        if let key = mention(text) { texts.insert(key) }
      }
    }
    return (references, texts)
  }

  /// The entry that a text `KIND/ID` may mean; nil if it does not begin with a kind.
  private func mention(_ text: String) -> EntryKey? {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, schema[String(parts[0])] != nil else { return nil }
    return EntryKey(kind: String(parts[0]), id: String(parts[1]))
  }

  private func reference(_ name: String, _ value: Plain, _ kind: String) -> EntryKey? {
    guard let type = schema[kind]?.field(named: name)?.type, case .reference = type,
      case .reference(let key)? = type.meaning(of: value)
    else { return nil }
    return key
  }

  /// Removes references to entries, both typed ones and `KIND/ID` in a field of any type.
  private func withhold(
    _ mentions: Set<EntryKey>, _ names: Set<String>, in fields: inout Fields, of kind: String
  ) {
    for (name, value) in fields {
      if let key = reference(name, value, kind), mentions.contains(key) {
        fields[name] = nil
      } else if schema[kind]?.field(named: name)?.type == .sections {
        fields[name] = withhold(mentions, in: value.without(names) ?? .list([]))
      } else {
        fields[name] = value.without(names)
      }
    }
  }

  /// Removes mentions from sections, which name entries of their kind by ID only, and others in
  /// `where`.
  private func withhold(_ mentions: Set<EntryKey>, in sections: Plain) -> Plain {
    let ids = Set(mentions.map(\.id))
    return .list(
      sections.items.map { section in
        guard case .map(var pairs) = section else { return section }
        let own = Set(mentions.filter { $0.kind == pairs["kind"]?.text }.map(\.id))
        pairs["entries"] = pairs["entries"]?.without(own)
        pairs["where"] = pairs["where"]?.without(ids)
        if case .list(let groups)? = pairs["groups"] {
          pairs["groups"] = .list(
            groups.map { group in
              guard case .map(var pairs) = group else { return group }
              pairs["where"] = pairs["where"]?.without(ids)
              return .map(pairs)
            })
        }
        return .map(pairs)
      })
  }
}

/// The data to keep out of all output for others.
struct Privacy {
  /// Whole entries.
  var entries: Set<EntryKey>
  /// Private fields of otherwise public entries.
  var fields: [EntryKey: Set<String>]
  /// Entries that must not be mentioned.
  var mentions: Set<EntryKey>

  mutating func hide(_ entries: Set<EntryKey>, _ fields: [EntryKey: Set<String>]) {
    self.entries.formUnion(entries)
    self.fields.merge(fields) { $0.union($1) }
  }
}

extension Plain {
  /// Calls `body` with all texts in it, including keys of mappings.
  fileprivate func forEachText(_ body: (String) -> Void) {
    switch self {
    case .scalar(let text): body(text)
    case .list(let items): for item in items { item.forEachText(body) }
    case .map(let pairs):
      for (key, value) in pairs {
        body(key)
        value.forEachText(body)
      }
    }
  }

  /// The value without these texts; nil if nothing is left.
  fileprivate func without(_ texts: Set<String>) -> Plain? {
    switch self {
    case .scalar(let text): texts.contains(text) ? nil : self
    case .list(let items):
      items.isEmpty ? self : items.compactMap { $0.without(texts) }.nonEmpty.map(Plain.list)
    case .map(let pairs):
      .map(pairs.filter { !texts.contains($0.key) }.compactMapValues { $0.without(texts) })
    }
  }

  /// Without custom keys in any mapping.
  fileprivate var withoutExtensions: Plain {
    switch self {
    case .scalar: self
    case .list(let items): .list(items.map(\.withoutExtensions))
    case .map(let pairs):
      .map(pairs.filter { !$0.key.isExtension }.mapValues(\.withoutExtensions))
    }
  }
}

extension String {
  /// Whether this is a custom key, which is left out of all output for others.
  var isExtension: Bool { utf8.starts(with: "x-".utf8) || utf8.starts(with: "X-".utf8) }
}

extension Array {
  fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
