/// Changing a list item by item, so that the comments and the layout of the others stay.
extension EditableText {
  /// Puts an item before another one of the list at a path of keys.
  package mutating func insert(
    _ item: NewValue, before index: Int, at path: [String]
  ) -> Bool {
    guard let node = value(at: path), node.items.indices.contains(index) else {
      return append(item, at: path)
    }
    let start = source.offset(of: node.items[index].span.start)
    if isFlow(node) { return apply([Splice(at: start, "\(item.inline(in: .flow)), ")]) }
    guard let dash = dash(before: start) else { return false }
    let margin = String(repeating: " ", count: dash - source.lineStart(dash))
    let line = "\(margin)- \(item.inline(in: .block))\(source.lineBreak)"
    return apply([Splice(at: source.lineStart(dash), line)])
  }

  /// Replaces an item of the list at a path of keys; a text keeps the quotes that it had.
  package mutating func replaceItem(
    _ index: Int, with item: NewValue, at path: [String]
  ) -> Bool {
    guard let node = value(at: path), node.items.indices.contains(index) else { return false }
    let old = node.items[index]
    let isInFlow = isFlow(node)
    if case .text(let text) = item, old.text != nil {
      return replaceScalar(
        old, with: text, isInFlow: isInFlow, indent: node.span.start.column + 1)
    }
    guard isInFlow || isFlow(old) || old.text != nil else { return false }
    return apply([Splice(range(of: old), item.inline(in: isInFlow ? .flow : .block))])
  }

  /// The dash of an item, if it is the first thing on its line.
  private func dash(before start: Int) -> Int? {
    guard let dash = bytes[..<start].lastIndex(where: { !$0.isBlankOrBreak }),
      bytes[dash] == UInt8(ascii: "-"), source.isBlank(source.lineStart(dash)..<dash)
    else { return nil }
    return dash
  }

  private func value(at path: [String]) -> Node? {
    path.reduce(Optional(root)) { $0?.pair($1)?.value }
  }
}
