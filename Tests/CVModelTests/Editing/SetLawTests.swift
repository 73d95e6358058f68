import Fixtures
import CVModel
import Testing
import YAML

/// `set` changes only the lines of its own field.
struct SetLawTests {
  private static let values = [
    "Accepted", "a: b", "Ranked #1 of 500", "- x", "*star*", "[x", "it's", "say \"so\"", "2024",
    "two\n\nparagraphs", "%", "", "ünïcode — 日本", "true", "x, y", "{a: b}",
    String(repeating: "long words ", count: 20),
  ]

  /// The record of a file whose text can be edited.
  private func editable(_ file: SourceFile, _ reading: CVReading) -> (Kind, EntryKey, [UInt8])? {
    guard case .bytes(let bytes) = file.content,
      case .record(let key) = CVReader(root: "cv").placement(of: file.path),
      let kind = reading.cv.schema[key.kind], reading.record(key) != nil
    else { return nil }
    return (kind, key, bytes)
  }

  @Test func `a random set changes only its own lines`() {
    for generated in GeneratedCase.all.prefix(Cases.count(200)) {
      var random = SplitMix64(seed: UInt64(generated.seed))
      var emitter = YAMLEmitter(random: random)
      let files = emitter.files(of: generated.new.asRead)
      let reading = CVReader(root: "cv").read(files)
      for file in files {
        guard let (kind, key, bytes) = editable(file, reading) else { continue }
        let assignment = self.assignment(&random, kind)
        guard var editor = try? RecordEditor(bytes, key: key, kind: kind) else { continue }
        let outcome = Result { try editor.apply(assignment) }
        let lines = (
          old: others(bytes, than: assignment.field),
          new: others(editor.bytes, than: assignment.field)
        )
        guard lines.old == lines.new, !outcome.isInability else {
          let after = String(decoding: editor.bytes, as: UTF8.self)
          Issue.record(
            "\(file.path), \(assignment), \(outcome):\n\(String(decoding: bytes, as: UTF8.self))→\n\(after)"
          )
          return
        }
      }
    }
  }

  private func assignment(_ random: inout SplitMix64, _ kind: Kind) -> FieldAssignment {
    let field = random.pick(kind.fields)
    let sign = field.type.isList ? random.pick(["=", "+="]) : "="
    let isCounts = field.type == .counts
    let value = isCounts ? "7" : random.pick(Self.values)
    guard
      let assignment = FieldAssignment("\(field.name)\(isCounts ? ".2031" : "")\(sign)\(value)")
    else { preconditionFailure("a field and a sign make an assignment") }
    return assignment
  }

  /// The lines of a text that do not belong to a field, with their breaks; except for the last
  /// line, which may have had none and get one.
  private func others(_ bytes: [UInt8], than field: String) -> [String] {
    let document = Document(reading: bytes)
    guard case .mapping(let pairs)? = document.root?.content else { return ["unreadable"] }
    let lines = self.lines(bytes)
    guard let pair = pairs.first(where: { $0.key == field }) else { return withoutLastBreak(lines) }
    let end = pair.value.span.end
    let first = pair.keySpan.start.line
    var last = end.column == 1 && end.line > first ? end.line - 1 : end.line
    // YAML counts the empty lines after a literal text as part of it; a reader does not.
    while last > first, lines[last - 1].allSatisfy(\.isWhitespace) { last -= 1 }
    let own = (first - 1)...(last - 1)
    return withoutLastBreak(lines.enumerated().filter { !own.contains($0.offset) }.map(\.element))
  }

  private func withoutLastBreak(_ lines: [String]) -> [String] {
    lines.dropLast() + lines.suffix(1).map { String($0.prefix { !$0.isNewline }) }
  }

  /// A text split after each LF, CR or CRLF, without its byte order mark.
  private func lines(_ bytes: [UInt8]) -> [String] {
    let mark: [UInt8] = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
    let bytes = Array(bytes.dropFirst(mark.count))
    var lines: [[UInt8]] = [[]]
    for (index, byte) in bytes.enumerated() {
      lines[lines.count - 1].append(byte)
      let isInPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if byte == 0x0A || byte == 0x0D, !isInPair { lines.append([]) }
    }
    if lines.last == [] { lines.removeLast() }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `a set to the same value changes no byte`() throws {
    for generated in GeneratedCase.all.prefix(Cases.count(200)) {
      var emitter = YAMLEmitter(random: SplitMix64(seed: UInt64(generated.seed)))
      let files = emitter.files(of: generated.new.asRead)
      let reading = CVReader(root: "cv").read(files)
      for file in files {
        guard let (kind, key, bytes) = editable(file, reading),
          let entry = reading.record(key)?.entry
        else { continue }
        for field in kind.fields where field.type.isScalar {
          guard let text = entry[field.name]?.text, field.type.normalized(text) == text,
            let assignment = FieldAssignment("\(field.name)=\(text)"),
            var editor = try? RecordEditor(bytes, key: key, kind: kind)
          else { continue }
          let isChanged = try editor.apply(assignment)
          #expect(!isChanged && editor.bytes == bytes, "\(file.path), \(assignment)")
        }
      }
    }
  }
}

extension Result {
  /// Whether a valid edit could not be made by the editor.
  fileprivate var isInability: Bool {
    guard case .failure(let error) = self, let refusal = error as? EditRefusal else { return false }
    return refusal.message.contains("cannot be changed in place")
  }
}
