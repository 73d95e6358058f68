import CVFormats
import CVModel
import Testing
import YAML

/// Checks the law of all readers: every value of a source is in a field, verbatim or decoded as
/// documented, or is named in a finding.
struct NothingIsLost {
  let reading: SourceReading
  private let values: [String]
  private let findings: [Span]

  init(_ reading: SourceReading) {
    self.reading = reading
    var values: [String] = []
    for entry in reading.entries {
      if let key = entry.sourceKey { values.append(key) }
      for (name, value) in entry.entry.fields {
        values.append(name)
        Self.collect(value, into: &values)
      }
    }
    self.values = values
    findings = (reading.findings + [reading.fault].compactMap(\.self)).compactMap(\.span)
  }

  private static func collect(_ value: Plain, into values: inout [String]) {
    switch value {
    case .scalar(let text): values.append(text)
    case .list(let items): for item in items { collect(item, into: &values) }
    case .map(let pairs):
      for (key, value) in pairs {
        values.append(key)
        collect(value, into: &values)
      }
    }
  }

  /// The paths of the values that are lost, each with its text.
  ///
  /// - Parameters:
  ///   - bookkeeping: the names of members to ignore, because they are not about the career.
  ///   - word: if not empty, only values that contain it are checked.
  func lost(of root: Node, bookkeeping: Set<String>, with word: String = "") -> [String] {
    var lost: [String] = []
    walk(root, [], bookkeeping, word, &lost)
    return lost
  }

  private func walk(
    _ node: Node, _ path: [String], _ bookkeeping: Set<String>, _ word: String,
    _ lost: inout [String]
  ) {
    switch node.content {
    case .scalar(let text, let style):
      let isEmpty =
        text.allSatisfy(\.isWhitespace) || style == .plain && ["null", "~"].contains(text)
      if isEmpty || !word.isEmpty && !text.contains(word) || isKept(text) || isNamed(node.span) {
        return
      }
      lost.append("\(path.joined(separator: ".")): \(text)")
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        walk(item, path + ["\(index)"], bookkeeping, word, &lost)
      }
    case .mapping(let pairs):
      for pair in pairs where !bookkeeping.contains(pair.key) {
        walk(pair.value, path + [pair.key], bookkeeping, word, &lost)
      }
    }
  }

  private func isNamed(_ span: Span) -> Bool {
    findings.contains { $0.start <= span.start && span.end <= $0.end }
  }

  private func isKept(_ text: String) -> Bool {
    let decodings = SourceDecodings.of(text)
    return decodings.contains { parts in
      parts.allSatisfy { part in values.contains { $0.contains(part) } }
    }
  }
}
