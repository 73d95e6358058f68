extension CV {
  /// This CV without its private entries and fields: what every output that leaves the house is made from.
  ///
  /// A reference to a private entry goes too: it would tell that there is one.
  package var `public`: CV { `public`(alsoHiding: []) }

  /// The same without some entries more, and without references to them.
  func `public`(alsoHiding keys: Set<EntryKey>) -> CV {
    let hidden = keys.union(entries.values.lazy.filter(\.isPrivate).map(\.key))
    var result = self
    for entry in entries.values {
      if hidden.contains(entry.key) {
        result[entry.key] = nil
        continue
      }
      let fields = publicFields(of: entry, hidden)
      if fields != entry.fields { result[entry.key] = Entry(key: entry.key, fields: fields) }
    }
    return result
  }

  private func publicFields(of entry: Entry, _ hidden: Set<EntryKey>) -> Fields {
    var fields = entry.fields
    for name in entry.privateFields { fields[name] = nil }
    fields["private"] = nil
    fields["visibility"] = nil
    for field in schema[entry.key.kind]?.fields ?? [] {
      guard case .reference = field.type, let value = fields[field.name],
        case .reference(let key)? = field.type.meaning(of: value), hidden.contains(key)
      else { continue }
      fields[field.name] = nil
    }
    return fields
  }
}
