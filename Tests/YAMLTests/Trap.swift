import Testing
import YAML

/// A text, and the only fault that reading it must report.
struct Trap: Sendable, CustomTestStringConvertible {
  var source: String
  /// `line:column-line:column`, with an exclusive end.
  var place: String
  var message: String
  var hint: String?

  init(_ source: String, _ place: String, _ message: String, _ hint: String? = nil) {
    self.source = source
    self.place = place
    self.message = message
    self.hint = hint
  }

  var testDescription: String { source }
}

extension Document {
  init(_ text: String) {
    self.init(reading: Array(text.utf8))
  }
}

extension Span {
  var description: String { "\(start.line):\(start.column)-\(end.line):\(end.column)" }
}

extension Node {
  /// The value of a key of a mapping.
  subscript(key: String) -> Node? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs.first { $0.key == key }?.value
  }

  /// The item of a list.
  subscript(index: Int) -> Node? {
    guard case .sequence(let items) = content, items.indices.contains(index) else { return nil }
    return items[index]
  }
}
