internal import CVModel
internal import Synchronization

/// What a walk reads ahead for those who will ask for it: the older sides of the records that are wanted.
package struct ReadingAhead: Sendable {
  /// The kinds to read by: those of the newest commit. Where older commits had others, it is read again.
  let context: VersionContext
  /// Nil where all records are.
  let wanted: WantedEntries?

  init(by context: VersionContext, wanted: WantedEntries? = nil) {
    self.context = context
    self.wanted = wanted
  }
}

/// The entries that a walk is followed for, as they change under way; a hint that may come late.
final class WantedEntries: Sendable {
  private let keys = Mutex<Set<EntryKey>>([])

  func contains(_ key: EntryKey) -> Bool { keys.withLock { $0.contains(key) } }

  func set(_ key: EntryKey, isWanted: Bool) {
    keys.withLock { keys in
      if isWanted { keys.insert(key) } else { keys.remove(key) }
    }
  }
}
