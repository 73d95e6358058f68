import CVModel
import Testing

/// The second law: how a record is written makes no difference.
struct FormattingTests {
  @Test func `a CV does not differ from itself`() {
    expectLaw("cv.diff(to: cv) is empty") { generated in
      CVDiff(from: generated.new, to: generated.new).isEmpty
        && CVDiff(from: generated.new, to: generated.new).formattingOnly == 0
    }
  }

  @Test func `comments, quoting, key order, line width and file order are formatting only`() {
    expectLaw("two ways of writing one CV differ in formatting only") { generated in
      let cv = generated.new.asRead
      var first = YAMLEmitter(random: SplitMix64(seed: UInt64(generated.seed)))
      var second = YAMLEmitter(random: SplitMix64(seed: UInt64(generated.seed + 9_000)))
      let (before, after) = (first.files(of: cv), second.files(of: cv))
      let reader = CVReader(root: "cv")
      let (old, new) = (reader.read(before), reader.read(after))
      guard old.unreadable.isEmpty, old.cv == cv, new.cv == cv else { return false }
      let diff = CVDiff(from: DiffSide(old), to: DiffSide(new))
      return diff.isEmpty && diff.notes.isEmpty
        && diff.formattingOnly == countOfOtherBytes(before, after)
    }
  }

  private func countOfOtherBytes(_ old: [SourceFile], _ new: [SourceFile]) -> Int {
    func bytes(_ file: SourceFile) -> [UInt8] {
      if case .bytes(let bytes) = file.content { bytes } else { [] }
    }
    let before = Dictionary(old.map { ($0.path, bytes($0)) }) { first, _ in first }
    return new.count { before[$0.path] != bytes($0) }
  }
}
