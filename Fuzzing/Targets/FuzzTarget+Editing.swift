import CVModel
import YAML

extension FuzzTarget {
  /// A path and a file: `fmt` refuses it, or what it writes reads back equal and is not changed again.
  static let fmt = FuzzTarget("fmt") { bytes in
    var input = FuzzInput(bytes)
    let path = input.line()
    guard case .record(let key) = CVReader(root: "").placement(of: path) else { return }
    let formatter = RecordFormatter(kind: Schema.builtIn[key.kind])
    guard let formatted = try? formatter.format(input.bytes) else { return }
    let text = String(decoding: formatted, as: UTF8.self)
    try demand(Document(reading: formatted).faults.isEmpty, "what is formatted has faults: \(text)")
    let again = try formatter.format(formatted)
    try demand(
      again == formatted, "fmt of fmt differs: \(String(decoding: again, as: UTF8.self).debug)")
    let (old, new) = (reading(path, input.bytes), reading(path, formatted))
    // Text that YAML does not read as its author meant it is quoted, which changes what is read.
    guard old.findings.allSatisfy({ $0.severity != .error }) else { return }
    let changes = CVDiff(from: DiffSide(old), to: DiffSide(new)).changes
    try demand(
      changes.allSatisfy { $0.significance == .cosmetic }, "fmt changes what is said: \(changes)")
  }

  /// A path, an assignment and a file: `set` refuses, or changes its own field and no other line.
  static let set = FuzzTarget("set") { bytes in
    var input = FuzzInput(bytes)
    let path = input.line()
    guard let assignment = FieldAssignment(input.line()),
      case .record(let key) = CVReader(root: "").placement(of: path),
      let kind = Schema.builtIn[key.kind],
      var editor = try? RecordEditor(input.bytes, key: key, kind: kind)
    else { return }
    let isChanged: Bool
    do throws(EditRefusal) {
      isChanged = try editor.apply(assignment)
    } catch {
      try demandSafe(error.message + (error.hint ?? ""), "a refusal")
      try demand(editor.bytes == input.bytes, "a refused edit changes the record")
      return
    }
    try demand(isChanged == (editor.bytes != input.bytes), "what is told is not what was done")
    let (old, new) = (reading(path, input.bytes), reading(path, editor.bytes))
    try demand(new.unreadable.isEmpty, "the record cannot be read any more")
    guard let before = old.cv[key]?.fields, let after = new.cv[key]?.fields else { return }
    let others = Set(before.sortedNames + after.sortedNames).subtracting([assignment.field])
    try demand(others.allSatisfy { before[$0] == after[$0] }, "another field changes")
    try demand(
      FieldLines(input.bytes, without: assignment.field)
        .agrees(with: FieldLines(editor.bytes, without: assignment.field)),
      "another line changes: \(String(decoding: editor.bytes, as: UTF8.self).debug)")
    guard assignment.operation == .set else { return }
    let isChangedAgain = try editor.apply(assignment)
    try demand(!isChangedAgain, "setting the same value changes the record again")
  }
}

extension String {
  /// With its control characters as escapes, whole.
  var debug: String { debugDescription }
}

/// The comments of a record, which no change of a field but their own may touch.
private struct FieldLines {
  private let lines: [String]?

  /// Nothing is known of a record in braces: its fields share lines.
  init(_ bytes: [UInt8], without field: String) {
    guard case .mapping(let pairs)? = Document(reading: bytes).root?.content else {
      lines = nil
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let all = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    let starts = pairs.map(\.keySpan.start)
    guard Set(starts.map(\.line)).count == starts.count, starts.allSatisfy({ $0.column == 1 })
    else {
      lines = nil
      return
    }
    let own = pairs.firstIndex { $0.key == field }
    let first = own.map { starts[$0].line }
    let next = own.flatMap { $0 + 1 < pairs.count ? starts[$0 + 1].line : nil }
    lines = all.enumerated().filter { index, line in
      guard !line.allSatisfy(\.isWhitespace) else { return false }
      guard let first else { return true }
      return index + 1 < first || next.map { index + 1 >= $0 } ?? false
    }.map(\.element)
  }

  /// The last field's own end is not certain: what stands behind it may be its own.
  func agrees(with other: FieldLines) -> Bool {
    guard let lines, let others = other.lines else { return true }
    let (short, long) = lines.count < others.count ? (lines, others) : (others, lines)
    return long.starts(with: short) || long.suffix(short.count) == short[...]
      || short.allSatisfy(long.contains)
  }
}
