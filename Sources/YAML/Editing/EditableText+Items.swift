/// Adding and removing list items.
extension EditableText {
  /// Appends an item to the list at a path of keys; a single text becomes a list.
  package mutating func append(_ item: NewValue, at path: [String]) -> Bool {
    guard let node = node(at: path) else { return false }
    guard case .sequence(let items) = node.content else {
      guard case .scalar(let text, let style) = node.content, !style.isBlock, !text.isEmpty else {
        return false
      }
      let list = NewValue.list([.text(text), item])
      return apply([Splice(range(of: node), list.inline(in: .block))])
    }
    guard let last = items.last else {
      return apply([Splice(at: source.offset(of: node.span.start) + 1, item.inline(in: .flow))])
    }
    if isFlow(node) {
      return apply([Splice(at: contentEnd(of: last), ", \(item.inline(in: .flow))")])
    }
    let margin = String(repeating: " ", count: node.span.start.column - 1)
    let line = "\(margin)- \(item.inline(in: .block))"
    return apply([source.splice([line], behindLineAt: contentEnd(of: last))])
  }

  /// Removes an item of the list at a path of keys, and the whole list with its last item.
  package mutating func removeItem(_ index: Int, at path: [String]) -> Bool {
    guard let node = node(at: path) else { return false }
    let items = node.items
    guard items.indices.contains(index), items.count > 1 else { return remove(at: path) }
    let start = source.offset(of: items[index].span.start)
    let end = contentEnd(of: items[index])
    if isFlow(node) {
      let range =
        index + 1 < items.count
        ? start..<source.offset(of: items[index + 1].span.start)
        : contentEnd(of: items[index - 1])..<end
      return apply([Splice(range, "")])
    }
    guard let dash = bytes[..<start].lastIndex(where: { !$0.isBlankOrBreak }),
      bytes[dash] == UInt8(ascii: "-"), source.isBlank(source.lineStart(dash)..<dash)
    else { return false }
    return apply([Splice(lines(from: dash, through: max(dash, end)), "")])
  }

  private func node(at path: [String]) -> Node? {
    path.reduce(Optional(root)) { $0?.pair($1)?.value }
  }
}
