package import CVModel

/// The kinds and entries that a history is asked for; all where it names none.
package struct EntrySelection: Hashable, Sendable {
  package var kinds: Set<String>
  package var entries: Set<EntryKey>

  package init(kinds: Set<String> = [], entries: Set<EntryKey> = []) {
    self.kinds = kinds
    self.entries = entries
  }

  package var isAll: Bool { kinds.isEmpty && entries.isEmpty }

  package func selects(_ key: EntryKey) -> Bool {
    isAll || kinds.contains(key.kind) || entries.contains(key)
  }

  package func selects(_ change: EntryChange) -> Bool {
    selects(change.key) || change.oldKey.map(selects) ?? false
  }

  /// Goes back over a change: an entry that had another key is looked for under that one.
  mutating func follow(_ change: EntryChange) {
    guard let oldKey = change.oldKey, entries.remove(change.key) != nil else { return }
    entries.insert(oldKey)
  }
}
