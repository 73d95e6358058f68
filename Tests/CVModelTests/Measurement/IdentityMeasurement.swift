import CVModel
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The accuracy of the ladder on histories whose true matches are known.
struct IdentityFigures: CustomStringConvertible {
  /// Pairs with two IDs: found, correct, and true.
  var stated = 0
  var right = 0
  var expected = 0
  /// By rung: found, and correct.
  var byRung: [Rung: (stated: Int, right: Int)] = [:]
  /// The wrong matches, one line each.
  var confusions: [String] = []

  var precision: Double { stated == 0 ? 1 : Double(right) / Double(stated) }
  var recall: Double { expected == 0 ? 1 : Double(right) / Double(expected) }

  var description: String {
    let rungs = byRung.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.rawValue) \($0.value.right)/\($0.value.stated)" }.joined(separator: ", ")
    return """
      pairs under two ids: \(expected) true, \(stated) stated, \(right) right
      precision \(percent(precision)), recall \(percent(recall)) · \(rungs)
      """
  }

  private func percent(_ share: Double) -> String {
    let thousandths = Int((share * 10_000).rounded())
    return "\(thousandths / 100).\(thousandths % 100 < 10 ? "0" : "")\(thousandths % 100) %"
  }
}

/// Compares the ladder's matches with the true ones, over histories of some seeds.
func identityMeasurement(seeds: ClosedRange<Int>) -> IdentityFigures {
  var figures = IdentityFigures()
  for seed in seeds {
    var generator = HistoryGenerator(seed: seed)
    let before = generator.start()
    let after = generator.step(before)
    figures.add(seed, before, after)
  }
  return figures
}

extension IdentityFigures {
  fileprivate mutating func add(
    _ seed: Int, _ before: [HistoryGenerator.Item], _ after: [HistoryGenerator.Item]
  ) {
    let (old, new) = (CV(entries: before.map(\.entry)), CV(entries: after.map(\.entry)))
    let oldIDs = Dictionary(before.map { ($0.entry.key, $0.trueID) }) { first, _ in first }
    let newIDs = Dictionary(after.map { ($0.entry.key, $0.trueID) }) { first, _ in first }
    let newKeys = Dictionary(after.map { ($0.trueID, $0.entry.key) }) { first, _ in first }
    var missing: [EntryKey: EntryKey] = [:]
    for item in before {
      if let key = newKeys[item.trueID], key != item.entry.key { missing[item.entry.key] = key }
    }
    expected += missing.count
    for change in CVDiff(from: old, to: new).changes {
      guard let oldKey = change.oldKey, let rung = change.matchedBy else { continue }
      let isRight = oldIDs[oldKey] == newIDs[change.key]
      stated += 1
      byRung[rung, default: (0, 0)].stated += 1
      if isRight {
        right += 1
        byRung[rung, default: (0, 0)].right += 1
        missing[oldKey] = nil
      } else {
        confusions.append(
          "\(seed) wrong by \(rung.rawValue): \(text(old, oldKey)) → \(text(new, change.key))")
      }
    }
    for (oldKey, newKey) in missing.sorted(by: { $0.key < $1.key }) {
      confusions.append("\(seed) missed: \(text(old, oldKey)) → \(text(new, newKey))")
    }
  }

  private func text(_ cv: CV, _ key: EntryKey) -> String {
    let names = ["title", "course", "organization", "date", "venue", "authors", "arxiv"]
    return "\(key) " + names.compactMap { cv[key]?[$0]?.flatText }.joined(separator: " · ")
  }
}

extension Plain {
  fileprivate var flatText: String { items.compactMap(\.text).joined(separator: ", ") }
}

/// The figures, printed when CVGIT_MEASURE=1 is set; `make bench` sets it.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["CVGIT_MEASURE"] == "1"))
struct IdentityMeasurementTests {
  @Test func `the ladder finds the true pairs and no others`() {
    // For histories on which the rules were not tuned: CVGIT_SEED=1001.
    let first = ProcessInfo.processInfo.environment["CVGIT_SEED"].flatMap { Int($0) } ?? 1
    let figures = identityMeasurement(seeds: first...first + 999)
    for confusion in figures.confusions.prefix(60) { print(confusion) }
    print(figures)
    #expect(figures.precision >= 0.99)
    #expect(figures.recall >= 0.95)
  }
}
