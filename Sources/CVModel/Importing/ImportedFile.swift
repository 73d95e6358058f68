/// What a file to import holds now, and what it held when it was imported last.
package struct ImportedFile: Sendable {
  /// As messages name it.
  package let name: String
  package let entries: [RecordedEntry]
  /// Nil if it was not imported before, or if that is not known.
  package let base: [RecordedEntry]?
  /// The keys of entries that the file has but that could not be read.
  package let unreadable: Set<EntryKey>
  /// Everything that is wrong with the file, in its order.
  package let findings: [Finding]

  package init(
    name: String, entries: [RecordedEntry], base: [RecordedEntry]?,
    unreadable: Set<EntryKey> = [], findings: [Finding] = []
  ) {
    self.name = name
    self.entries = Self.numbered(entries)
    self.base = base.map(Self.numbered)
    self.unreadable = unreadable
    self.findings = findings
  }

  /// The entries, sorted, with the numbers behind equal IDs given out in the order of their
  /// content: in the file's own order, IDs would depend on it.
  private static func numbered(_ entries: [RecordedEntry]) -> [RecordedEntry] {
    var result = entries.sorted { $0.entry.key < $1.entry.key }
    let indices = Dictionary(result.enumerated().map { ($1.entry.key, $0) }) { first, _ in first }
    for (key, first) in indices {
      var group = [first]
      var number = 2
      while let next = indices[EntryKey(kind: key.kind, id: "\(key.id)-\(number)")] {
        group.append(next)
        number += 1
      }
      // IDs that are made from two keys of a source are in the order of those.
      for (_, places) in Dictionary(grouping: group, by: { result[$0].sourceKey }) {
        guard places.count > 1 else { continue }
        let keys = places.map { result[$0].entry.key }
        let sorted = places.map { result[$0] }.sorted { $0.orderText < $1.orderText }
        for (index, place) in places.enumerated() {
          result[place] = sorted[index]
          result[place].entry.key = keys[index]
        }
      }
    }
    return result
  }
}

extension RecordedEntry {
  fileprivate var sourceKey: String? {
    Schema.builtIn[entry.key.kind]?.sourceKeyField.flatMap { entry[$0]?.text }
  }

  /// A text by which entries are put in order.
  fileprivate var orderText: String {
    entry.fields.map { "\($0.0)\u{2}\($0.1.orderText)" }.joined(separator: "\u{1}")
  }
}
