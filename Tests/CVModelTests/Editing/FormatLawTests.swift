import Fixtures
import CVModel
import Testing
import YAML

/// `fmt` changes how a record is written, never its meaning.
struct FormatLawTests {
  /// The files of a generated CV, each formatted in its own way.
  private func files(of generated: GeneratedCase) -> [SourceFile] {
    var emitter = YAMLEmitter(random: SplitMix64(seed: UInt64(generated.seed)))
    return emitter.files(of: generated.new.asRead)
  }

  private func formatted(_ file: SourceFile, _ reading: CVReading) -> [UInt8]? {
    guard case .bytes(let bytes) = file.content,
      case .record(let key) = CVReader(root: "cv").placement(of: file.path)
    else { return nil }
    return try? RecordFormatter(kind: reading.cv.schema[key.kind]).format(bytes)
  }

  @Test func `formatting changes spelling at most, is idempotent, and keeps every comment`() {
    for generated in GeneratedCase.all.prefix(Cases.count(200)) {
      let files = files(of: generated)
      let old = CVReader(root: "cv").read(files)
      let new = files.map { file in
        SourceFile(
          path: file.path, content: formatted(file, old).map { .bytes($0) } ?? file.content)
      }
      let diff = CVDiff(from: DiffSide(old), to: DiffSide(CVReader(root: "cv").read(new)))
      let changes = diff.changes.filter { $0.significance != .cosmetic }
      guard changes.isEmpty, diff.unreadable.isEmpty else {
        Issue.record("seed \(generated.seed): \(changes) \(diff.unreadable)")
        return
      }
      for (before, after) in zip(files, new) {
        let again = formatted(after, old).map(SourceFile.Content.bytes) ?? after.content
        guard again == after.content, comments(before) == comments(after), isPlain(after) else {
          Issue.record("seed \(generated.seed), \(before.path):\n\(text(before))→\n\(text(after))")
          return
        }
      }
    }
  }

  private func text(_ file: SourceFile) -> String {
    if case .bytes(let bytes) = file.content { String(decoding: bytes, as: UTF8.self) } else { "" }
  }

  private func comments(_ file: SourceFile) -> [String] {
    guard case .bytes(var bytes) = file.content else { return [] }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .filter { $0.contains("# another one: [") || $0.contains("# why") || $0.hasPrefix("# ") }
      .map { String($0.drop { $0 != "#" }) }.sorted()
  }

  private func isPlain(_ file: SourceFile) -> Bool {
    guard case .bytes(let bytes) = file.content else { return true }
    return !bytes.contains(0x0D) && !bytes.starts(with: [0xEF, 0xBB, 0xBF])
  }
}

extension SourceFile.Content {
  static func == (left: SourceFile.Content, right: SourceFile.Content) -> Bool {
    if case .bytes(let one) = left, case .bytes(let other) = right { one == other } else { false }
  }
}
