package import CVModel

/// The kinds and entries to include in a history; all if it is empty.
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

  /// Follows a change backwards: an entry with another key is then selected by its old key.
  mutating func follow(_ change: EntryChange) {
    guard let oldKey = change.oldKey, entries.remove(change.key) != nil else { return }
    entries.insert(oldKey)
  }
}
