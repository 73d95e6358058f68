import Fixtures
@testable import CVModel
import Testing

/// The generated cases cover what the laws are about.
struct CoverageTests {
  /// The minimum number of occurrences; chance matters more in a seventh of the cases.
  private let least = Cases.areAll ? 100 : 7

  private static let changes = GeneratedCase.all.map { generated in
    let changes = CVDiff(from: generated.old, to: generated.new).changes
    return (schema: generated.new.schema, changes: changes)
  }

  @Test func `every kind occurs`() {
    var counts: [String: Int] = [:]
    for generated in GeneratedCase.all {
      for key in generated.new.entries.keys { counts[key.kind, default: 0] += 1 }
    }
    for kind in Schema.builtIn.kinds.map(\.name) + ["exhibitions", "unknown-kind"] {
      #expect(counts[kind, default: 0] >= least, "\(kind)")
    }
  }

  @Test func `every type of field is changed`() {
    var counts: [String: Int] = [:]
    for (schema, changes) in Self.changes {
      for change in changes {
        for type in Self.types(change, schema) { counts[type, default: 0] += 1 }
      }
    }
    let names =
      FieldType.definable.map(\.name)
      + ["choice", "status", "reference", "end", "named", "metrics", "sections", "settings"]
      + ["definitions", "field-names", "any"]
    for name in names { #expect(counts[name, default: 0] >= least, "\(name)") }
  }

  /// The types of the changed fields; each part of a period counts.
  private static func types(_ change: EntryChange, _ schema: Schema) -> [String] {
    let kind = schema[change.key.kind]
    return change.fieldChanges.flatMap { field -> [String] in
      guard field.path == FieldChange.periodPath else {
        return [kind?.field(named: field.fieldName)?.type.name ?? "any"]
      }
      return Period.fieldNames.filter { field.from?[$0] != field.to?[$0] }
        .compactMap { kind?.field(named: $0)?.type.name }
    }
  }

  @Test func `every effect occurs`() {
    var counts: [Effect: Int] = [:]
    var rungs: [Rung: Int] = [:]
    for change in Self.changes.flatMap(\.changes) {
      if let rung = change.matchedBy { rungs[rung, default: 0] += 1 }
      for field in change.fieldChanges {
        counts[field.effect, default: 0] += 1
        for item in field.items ?? [] { counts[item.effect, default: 0] += 1 }
      }
    }
    for effect in Effect.allCases {
      #expect(counts[effect, default: 0] >= least, "\(effect.rawValue)")
    }
    // The rarest occurs only by chance: about 20 times, which a new field of any kind shifts.
    for rung in Rung.allCases {
      #expect(rungs[rung, default: 0] >= (Cases.areAll ? 10 : 1), "\(rung.rawValue)")
    }
  }

  @Test func `lists can be empty or long, and have duplicate and non-ASCII items`() {
    var counts: [String: Int] = [:]
    for generated in GeneratedCase.all {
      for entry in generated.new.entries.values {
        for case .list(let items) in entry.fields.map(\.1) {
          let texts = items.compactMap(\.text)
          if items.isEmpty { counts["empty", default: 0] += 1 }
          if items.count >= 50 { counts["50 items", default: 0] += 1 }
          if Set(texts).count < texts.count { counts["twice", default: 0] += 1 }
          if texts.contains(where: { !$0.utf8.allSatisfy { $0 < 128 } }) {
            counts["non-ASCII", default: 0] += 1
          }
        }
      }
    }
    for name in ["empty", "50 items", "twice", "non-ASCII"] {
      #expect(counts[name, default: 0] >= least, "\(name)")
    }
  }
}
