internal import CVModel
internal import Text
internal import YAML

/// Handles relations between entries: parents, IDs and duplicates.
extension BibTeXReader {
  // MARK: Parents

  /// The fields that an entry inherits through `xdata` and `crossref`.
  func inherited(
    by entry: RawEntry, _ byKey: [String: Int]
  ) -> [BibTeXPublication.Value] {
    var result: [BibTeXPublication.Value] = []
    var visited: Set<Int> = []
    inherit(entry.values, byKey, &visited, depth: 0, into: &result)
    return result
  }

  private func inherit(
    _ values: [BibTeXPublication.Value], _ byKey: [String: Int], _ visited: inout Set<Int>,
    depth: Int, into result: inout [BibTeXPublication.Value]
  ) {
    guard depth < 8 else { return }
    for value in values where value.name == "xdata" || value.name == "crossref" {
      let isData = value.name == "xdata"
      for key in TeXText.address(value.bytes).split(separator: ",").prefix(16) {
        let key = key.lowercased().filter { $0 != " " }
        guard let index = byKey[key], visited.insert(index).inserted else { continue }
        let parent = raw[index]
        for inherited in parent.values {
          var copy = inherited
          copy.offset = value.offset
          copy.isInherited = true
          if isData {
            if inherited.name != "xdata" { result.append(copy) }
          } else if BibTeXFields.inherited.contains(inherited.name) {
            result.append(copy)
          } else if inherited.name == "title", !parent.values.contains(where: isBookTitle) {
            copy.name = "booktitle"
            result.append(copy)
          }
        }
        inherit(parent.values, byKey, &visited, depth: depth + 1, into: &result)
      }
    }
  }

  private func isBookTitle(_ value: BibTeXPublication.Value) -> Bool { value.name == "booktitle" }

  // MARK: IDs

  mutating func makeEntries(
    _ publications: [(raw: RawEntry, publication: BibTeXPublication)]
  ) {
    let kind = Schema.builtIn["publications"]
    let stems = publications.map { raw, publication in
      BibTeXKeys.stem(raw.key)
        ?? kind?.newID(
          for: Entry(key: EntryKey(kind: "publications", id: ""), fields: publication.fields),
          taken: { _ in false }) ?? "publication"
    }
    let ids = BibTeXKeys.ids(stems, keys: publications.map(\.raw.key))
    reading.entries.reserveCapacity(publications.count)
    for (index, (raw, publication)) in publications.enumerated() {
      let key = raw.key
      var fields = publication.fields
      if !key.isEmpty { fields["key"] = .scalar(key) }
      var entry = SourceEntry(
        entry: Entry(key: EntryKey(kind: "publications", id: ids[index]), fields: fields),
        path: raw.chunk.path, sourceKey: key.isEmpty ? nil : key,
        position: raw.chunk.position(raw.entry.bytes.lowerBound), bytes: raw.bytes)
      entry.locations = publication.locations.map {
        FieldLocation(field: $0.field, name: $0.name, position: raw.chunk.position($0.offset))
      }
      if !key.isEmpty {
        entry.locations.append(
          FieldLocation(
            field: "key", name: "key", position: raw.chunk.position(raw.entry.key.lowerBound)))
      }
      entry.locations.sort { $0.field < $1.field }
      entry.statusOrigin = publication.statusOrigin
      entry.isDamaged = raw.entry.isDamaged
      reading.entries.append(entry)
    }
    let taken = Set(ids)
    for entry in lost {
      // A readable entry with the same key takes precedence.
      guard let stem = BibTeXKeys.stem(entry.key), !taken.contains(stem) else { continue }
      reading.unreadable.append(
        UnreadableEntry(
          key: EntryKey(kind: "publications", id: stem), path: entry.path,
          position: entry.position, finding: entry.finding))
    }
    reportDuplicates()
  }

  /// Reports two entries with the same key or DOI.
  private mutating func reportDuplicates() {
    var keys: [String: Int] = [:]
    var identifiers: [String: Int] = [:]
    for (index, entry) in reading.entries.enumerated() {
      if let key = entry.sourceKey {
        if let first = keys[key] {
          reportDuplicate("key", "duplicate-key", quoted(key), of: first, at: index, .error)
        } else {
          keys[key] = index
        }
      }
      for scheme in [IdentifierScheme.doi, .arxiv] {
        guard let value = entry.entry[scheme.rawValue],
          case .identifier(let canonical)? = FieldType.identifier(scheme).meaning(of: value)
        else { continue }
        if let first = identifiers[canonical] {
          reportDuplicate(
            scheme.rawValue, "duplicate-identifier", "\(scheme.label) \(quoted(canonical))",
            of: first, at: index, .warning)
        } else {
          identifiers[canonical] = index
        }
      }
    }
  }

  private mutating func reportDuplicate(
    _ field: String, _ rule: String, _ words: String, of first: Int, at index: Int,
    _ severity: Finding.Severity
  ) {
    let other = reading.entries[first]
    let subject = field == "key" ? "key \(words)" : words
    reading.findings.append(
      Finding(
        "duplicate \(subject)",
        hint: "another entry has it: \(other.path):\(other.position.line)", rule: rule,
        path: reading.entries[index].path,
        span: Span(at: reading.entries[index].location(of: field).position), severity: severity))
  }
}
