internal import Text
internal import YAML

/// Every value must be valid for the type of its field.
enum MeetFieldTypes: RecordRule {
  static let name = "type"

  static func findings(in record: Record, of kind: Kind) -> [Finding] {
    var findings: [Finding] = []
    for (index, fieldIndex) in record.fieldIndices.enumerated() {
      guard let fieldIndex else { continue }
      if let value = record.values[index] {
        let misreads = kind.fields[fieldIndex].type.misreads(in: value)
        if misreads.isEmpty { continue }
        findings += unreported(misreads, record.pairs[index], kind.fields[fieldIndex], record)
      } else {
        findings += empty(record.pairs[index], kind.fields[fieldIndex], record)
      }
    }
    return findings
  }

  private static func unreported(
    _ misreads: [Misread], _ pair: Pair, _ field: Field, _ record: Record
  ) -> [Finding] {
    misreads.compactMap { misread in
      let node = pair.node(at: misread.path)
      // Problems of YAML or the format are already reported, with better messages.
      if record.faults.contains(where: { node.span.isReported(by: $0.span) }) { return nil }
      return Finding(
        misread.message, hint: misread.hint ?? hint(for: misread, node, pair, field, record),
        rule: misread.rule, path: record.path, span: record.span(of: pair.key, at: misread.path))
    }
  }

  private static func empty(_ pair: Pair, _ field: Field, _ record: Record) -> [Finding] {
    let line = pair.keySpan.start.line
    if record.faults.contains(where: { $0.span.start.line == line }) { return [] }
    return [
      Finding(
        "\(quoted(pair.key)) has no value",
        hint: field.isRequired ? "give it a value" : "give it a value, or remove the key",
        rule: "empty", path: record.path, span: pair.keySpan)
    ]
  }

  /// For text that YAML read as a list or mapping: the corrected line.
  private static func hint(
    for misread: Misread, _ node: Node, _ pair: Pair, _ field: Field, _ record: Record
  ) -> String? {
    guard !record.isForeign, misread.rule == name, field.type.holdsProse, !misread.isAboutFlag
    else { return nil }
    let isBelowKey = node.span.start.line > pair.keySpan.start.line
    if field.type.isList, misread.path.isEmpty, isBelowKey { return "begin each item with \"- \"" }
    if field.type == .people, !node.isBlockPair(below: isBelowKey) {
      return "a person is a name, or a mapping such as {name: …, role: …}"
    }
    return SourceText(record.bytes).line(node.span.start.line).flatMap { node.span.quoted(in: $0) }
  }
}

extension Misread {
  /// Whether it is about a flag of a person.
  fileprivate var isAboutFlag: Bool {
    path.last == .value("equal") || path.last == .value("corresponding")
  }
}

extension FieldType {
  /// Whether the type is free text, which may contain what YAML reads as more than text.
  fileprivate var holdsProse: Bool {
    switch self {
    case .text, .lines, .paragraphs, .texts, .bullets, .people: true
    default: false
    }
  }
}

extension Pair {
  /// The node of a part of the value, or the last existing node on the path to it.
  fileprivate func node(at path: [Misread.Step]) -> Node {
    path.reduce(value) { node, step in
      switch (step, node.content) {
      case (.item(let index), .sequence(let items)) where items.indices.contains(index):
        items[index]
      case (.value(let key), .mapping(let pairs)), (.key(let key), .mapping(let pairs)):
        pairs.first { $0.key == key }?.value ?? node
      default: node
      }
    }
  }
}

extension Node {
  /// Whether the node is a one-line `key: value` below the field's key, which may be meant as text.
  fileprivate func isBlockPair(below isBelowKey: Bool) -> Bool {
    if case .mapping = content { isBelowKey && span.start.line == span.end.line } else { false }
  }
}

extension Span {
  /// Whether a fault is about the same part of the text.
  fileprivate func isReported(by fault: Span) -> Bool {
    fault.start == start || start.line == end.line && contains(fault.start)
  }

  /// The line with these columns in quotes, without its indentation; nil if the span continues on
  /// the next line.
  fileprivate func quoted(in line: String) -> String? {
    let scalars = Array(line.unicodeScalars)
    guard start.line == end.line, end.column <= scalars.count + 1 else { return nil }
    func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
      String(String.UnicodeScalarView(part))
    }
    let value = text(scalars[(start.column - 1)..<(end.column - 1)])
    return text(scalars[..<(start.column - 1)].drop { $0 == " " }) + ScalarWriter.quoted(value)
      + text(scalars[(end.column - 1)...])
  }
}
