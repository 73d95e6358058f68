import CVModel
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The first law and the third: a diff is complete, in both directions.
struct ApplyingTests {
  private func changes(_ generated: GeneratedCase) throws -> [ChangeDocument] {
    let diff = CVDiff(from: generated.old, to: generated.new)
    let label = RevisionLabel(revision: "a")
    let document = DiffDocument(diff, from: label, to: label)
    let decoded = try DiffDocument(json: Data(document.json().utf8))
    guard decoded == document else { throw CancellationError() }
    return decoded.changes
  }

  @Test func `the changes, through JSON, lead from the old CV to the new one and back`() {
    expectLaw("old.applying(changes) == new, new.applying(inverted changes) == old") { generated in
      let changes = try changes(generated)
      return generated.old.applying(changes) == generated.new
        && generated.new.applying(changes.map(\.inverted)) == generated.old
    }
  }

  @Test func `both directions pair the same entries`() {
    expectLaw("pairs(old, new) == pairs(new, old) exchanged") { generated in
      let there = CVDiff(from: generated.old, to: generated.new).changes
      let back = CVDiff(from: generated.new, to: generated.old).changes
      return Set(there.compactMap(EntryPair.init))
        == Set(back.compactMap(EntryPair.init).map(\.exchanged))
        && there.count { $0.change.isAdded } == back.count { $0.change.isRemoved }
    }
  }
}

/// A pair of matching entries, with the rung that matched them.
struct EntryPair: Hashable {
  let old: EntryKey
  let new: EntryKey
  let rung: Rung

  init(old: EntryKey, new: EntryKey, rung: Rung) {
    (self.old, self.new, self.rung) = (old, new, rung)
  }

  init?(_ change: EntryChange) {
    guard case .modified = change.change, let rung = change.matchedBy else { return nil }
    self.init(old: change.oldKey ?? change.key, new: change.key, rung: rung)
  }

  var exchanged: EntryPair { EntryPair(old: new, new: old, rung: rung) }
}

extension EntryChange.Change {
  var isAdded: Bool { if case .added = self { true } else { false } }
  var isRemoved: Bool { if case .removed = self { true } else { false } }
}
