import CVModel
import Testing

/// The fourth law: the order of files makes no difference.
struct OrderTests {
  /// Whether two diffs are equal; every tenth is compared by the bytes of its JSON.
  private func isSame(_ first: CVDiff, _ second: CVDiff, seed: Int) throws -> Bool {
    guard first == second, seed.isMultiple(of: 10) else { return first == second }
    let label = RevisionLabel(revision: "a")
    return try DiffDocument(first, from: label, to: label).json()
      == DiffDocument(second, from: label, to: label).json()
  }

  /// The same CV with its entries in another order in a larger table, so that the dictionary is
  /// iterated differently.
  private func rearranged(_ cv: CV, seed: Int) -> CV {
    var random = SplitMix64(seed: UInt64(seed))
    let filler = (0..<random.int(1...60)).map { EntryKey(kind: "filler", id: "\($0)") }
    var result = CV(
      entries: random.shuffled(Array(cv.entries.values) + filler.map { Entry(key: $0) }),
      schema: cv.schema)
    for key in filler { result[key] = nil }
    return result
  }

  @Test func `the order of the entries does not change a byte of the result`() {
    expectLaw("rearranged CVs give the same result") { generated in
      let seed = generated.seed
      let first = CVDiff(from: generated.old, to: generated.new)
      let second = CVDiff(
        from: rearranged(generated.old, seed: seed), to: rearranged(generated.new, seed: seed + 1))
      return try isSame(first, second, seed: seed)
    }
  }

  @Test func `the order of the files does not change a byte of the result`() {
    expectLaw("files in another order give the same result") { generated in
      var emitter = YAMLEmitter(random: SplitMix64(seed: UInt64(generated.seed)))
      let (old, new) = (emitter.files(of: generated.old), emitter.files(of: generated.new))
      let reader = CVReader(root: "cv")
      let before = DiffSide(reader.read(new))
      let first = CVDiff(from: DiffSide(reader.read(old)), to: before)
      let second = CVDiff(from: DiffSide(reader.read(emitter.random.shuffled(old))), to: before)
      return try isSame(first, second, seed: generated.seed)
    }
  }
}
