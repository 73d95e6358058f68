import CVModel
import Synchronization
import Testing

/// The fifth law: a diff shows exactly what was edited.
struct SingleFieldTests {
  @Test func `a change of one field of one entry is one change of that field`() {
    let exceptions = Mutex(0)
    expectLaw("one edit is one field change") { generated in
      var generator = CVGenerator(seed: generated.seed + 77_000)
      let (old, key, path) = edit(generated.new, &generator)
      guard old != generated.new else { return true }
      let changes = CVDiff(from: generated.new, to: old).changes
      if changes.count == 1, changes[0].key == key, changes[0].oldKey == nil {
        return changes[0].fieldChanges.map(\.path) == [path]
      }
      exceptions.withLock { $0 += 1 }
      return isAnotherPairing(changes, key)
    }
    #expect(exceptions.withLock { $0 } < GeneratedCase.count / 50)
  }

  /// The CV with one field of one entry edited, the entry, and the path of the change.
  private func edit(_ cv: CV, _ generator: inout CVGenerator) -> (CV, EntryKey, String) {
    var result = cv
    generator.known = [EntryKey(kind: "talks", id: "b")]
    let keys = cv.entries.keys.sorted()
    let key = generator.random.pick(keys)
    let kind = cv.schema[key.kind] ?? Kind("x", one: "x", many: "x", name: [], fields: [])
    let field = generator.random.pick(kind.fields)
    generator.edit(field, of: key, in: &result)
    let isPeriod = Period.fieldNames.contains(field.name) && kind.hasPeriod
    return (result, key, isPeriod ? "period" : field.name)
  }

  /// Whether the identity rules treat the edit as two different entries, or as entries that were
  /// swapped.
  private func isAnotherPairing(_ changes: [EntryChange], _ key: EntryKey) -> Bool {
    let isRefused =
      changes.count == 2 && changes.allSatisfy { $0.key == key && $0.fieldChanges.isEmpty }
    return isRefused || changes.contains { $0.oldKey != nil }
  }
}
