import CVModel
import YAML

extension FuzzTarget {
  /// A path and a file: `fmt` rejects it, or its output reads back equal and does not change again.
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
    // Text that YAML does not read as intended is quoted, which changes its value.
    guard old.findings.allSatisfy({ $0.severity != .error }) else { return }
    let changes = CVDiff(from: DiffSide(old), to: DiffSide(new)).changes
    try demand(
      changes.allSatisfy { $0.significance == .cosmetic }, "fmt changes what is said: \(changes)")
  }

  /// A path, an assignment and a file: `set` rejects it, or changes only the lines of its own
  /// field.
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
  /// The whole text with its control characters escaped.
  var debug: String { debugDescription }
}

/// The lines of a record outside one field, which a change of that field must not touch.
private struct FieldLines {
  private let lines: [String]?

  /// A record in braces is not checked: its fields share lines.
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

  /// Compares the lines. The end of the last field is uncertain: the text after it may belong to
  /// it.
  func agrees(with other: FieldLines) -> Bool {
    guard let lines, let others = other.lines else { return true }
    let (short, long) = lines.count < others.count ? (lines, others) : (others, lines)
    return long.starts(with: short) || long.suffix(short.count) == short[...]
      || short.allSatisfy(long.contains)
  }
}
