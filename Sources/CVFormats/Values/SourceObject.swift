internal import CVModel
internal import Text
internal import YAML

/// The members of an object in a source, each of which can be taken once. What is not taken
/// remains, so that it can be kept.
struct SourceObject {
  /// The members that are not taken yet, in order.
  private(set) var members: [Pair]
  /// The names that were requested: those that the format has.
  private(set) var knownNames: Set<String> = []

  /// The members of an object; empty for any other value.
  init(_ node: Node) {
    if case .mapping(let pairs) = node.content { members = pairs } else { members = [] }
  }

  init(_ members: [Pair]) { self.members = members }

  /// Takes the first member with one of these names, in the order of the names.
  mutating func take(_ names: String...) -> Pair? { take(names) }

  mutating func take(_ names: [String]) -> Pair? {
    knownNames.formUnion(names)
    for name in names {
      if let index = members.firstIndex(where: { $0.key == name }) {
        return members.remove(at: index)
      }
    }
    return nil
  }

  /// Takes the format's bookkeeping, which is not about the career.
  mutating func ignoreBookkeeping(of format: SourceFormat) {
    for name in format.bookkeeping { _ = take([name]) }
  }

  /// Marks names as known that are not read into any field, so that they are not reported as typos.
  mutating func know(_ names: [String]) { knownNames.formUnion(names) }

  /// Puts back a member that was taken and not used.
  mutating func putBack(_ member: Pair) { members.append(member) }

  /// The member with a name, without taking it.
  subscript(name: String) -> Node? { members.first { $0.key == name }?.value }
}

extension Node {
  /// Whether the value is null, or an empty text, list or object.
  var isEmpty: Bool {
    switch content {
    case .scalar(let text, let style):
      style == .plain && Self.nulls.contains(text) || text.allSatisfy(\.isWhitespace)
    case .sequence(let items): items.isEmpty
    case .mapping(let pairs): pairs.isEmpty
    }
  }

  /// Whether it is null, written as `null` or `~`.
  var isNull: Bool {
    if case .scalar(let text, .plain) = content { Self.nulls.contains(text) } else { false }
  }

  private static let nulls = ["null", "~", "Null", "NULL", ""]

  /// The items of a list; any other value that is not empty is a list of one.
  var listItems: [Node] {
    if case .sequence(let items) = content { items } else { isEmpty ? [] : [self] }
  }

  /// The value of a name in an object; nil if it is missing or empty.
  subscript(name: String) -> Node? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs.first { $0.key == name && !$0.value.isEmpty }?.value
  }

  /// The text at the end of a path of names: `node.text(at: "title", "title", "value")`.
  func text(at names: String...) -> String? {
    var node: Node? = self
    for name in names { node = node?[name] }
    return node?.text?.decodedText
  }

  /// The name of the value's shape in findings.
  var shape: String {
    switch content {
    case .scalar(let text, .plain):
      switch text {
      case "null", "~", "": "null"
      case "true", "false": text
      default: text.first?.isNumber == true || text.hasPrefix("-") ? "a number" : quoted(text)
      }
    case .scalar(let text, _): text.isEmpty ? "an empty text" : quoted(text)
    case .sequence: "a list"
    case .mapping: "an object"
    }
  }

  /// The value as kept in `x-` fields: verbatim, without empty members; nil if nothing is left.
  var kept: Plain? {
    if isEmpty { return nil }
    switch content {
    case .scalar(let text, _): return .scalar(text)
    case .sequence(let items):
      let items = items.compactMap(\.kept)
      return items.isEmpty ? nil : .list(items)
    case .mapping(let pairs):
      let pairs = pairs.compactMap { pair in pair.value.kept.map { (pair.key, $0) } }
      return pairs.isEmpty ? nil : .map(Dictionary(pairs) { first, _ in first })
    }
  }
}
