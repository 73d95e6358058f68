/// Setting and removing values by key. Each edit returns false, and leaves the text unchanged, if
/// the text is written in a way that does not allow it.
extension EditableText {
  /// Sets the value at a path of keys, creating missing mappings.
  ///
  /// - Parameter rank: the order of the last mapping's keys; with nil, a new key is added last.
  package mutating func set(
    _ value: NewValue, at path: [String], rank: ((String) -> Int)? = nil
  ) -> Bool {
    var mapping = root
    for (depth, key) in path.enumerated() {
      let rest = path[(depth + 1)...]
      guard let pair = mapping.pair(key) else {
        let inner = rest.reversed().reduce(value) { .mapping([NewValue.Pair($1, $0)]) }
        return insert(
          NewValue.Pair(key, inner), into: mapping, rank: depth == 0 || rest.isEmpty ? rank : nil)
      }
      if rest.isEmpty { return replace(pair, in: mapping, with: value) }
      guard case .mapping = pair.value.content else {
        let inner = rest.reversed().reduce(value) { .mapping([NewValue.Pair($1, $0)]) }
        return replace(pair, in: mapping, with: inner)
      }
      mapping = pair.value
    }
    return false
  }

  /// Removes the pair at a path of keys, and a mapping that becomes empty.
  package mutating func remove(at path: [String]) -> Bool {
    var mapping = root
    var victim: (pair: Pair, mapping: Node)?
    for key in path {
      guard let pair = mapping.pair(key) else { return false }
      if victim == nil || mapping.pairs.count > 1 { victim = (pair, mapping) }
      mapping = pair.value
    }
    guard let (pair, owner) = victim else { return false }
    return remove(pair, from: owner)
  }

  // MARK: Inserting

  private mutating func insert(
    _ pair: NewValue.Pair, into mapping: Node, rank: ((String) -> Int)?
  ) -> Bool {
    let pairs = mapping.pairs
    let index =
      rank.map { rank in pairs.lastIndex { rank($0.key) <= rank(pair.key) } } ?? pairs.indices.last
    if isFlow(mapping) {
      guard let first = pairs.first else {
        return apply([Splice(at: source.offset(of: mapping.span.start) + 1, pair.inline)])
      }
      guard let index else {
        return apply([Splice(at: source.offset(of: first.keySpan.start), "\(pair.inline), ")])
      }
      return apply([Splice(at: contentEnd(of: pairs[index].value), ", \(pair.inline)")])
    }
    guard let first = pairs.first, beginsLine(first) || index != nil else { return false }
    let end = index.map { lineEnd(of: pairs[$0]) } ?? leadingStart(of: first)
    let lines = BlockWriter.lines(
      pair, indent: indent(of: first),
      takesLiteral: !isFollowedByDeepComment(end, than: indent(of: first)))
    guard index == nil else { return apply([source.splice(lines, behindLineAt: end)]) }
    return apply([Splice(at: end, lines.map { $0 + source.lineBreak }.joined())])
  }

  /// The end of the last line of a pair in a block.
  func lineEnd(of pair: Pair) -> Int { source.lineEnd(contentEnd(of: pair.value)) }

  /// The start of the comments directly above a key, or of its own line.
  func leadingStart(of pair: Pair) -> Int {
    var start = source.lineStart(source.offset(of: pair.keySpan.start))
    while start > 0 {
      let above = source.lineStart(start - 1)
      guard above < start, source.firstByte(ofLineAt: above) == UInt8(ascii: "#") else { break }
      start = above
    }
    return start
  }

  /// Whether the next line that is not empty is a comment indented deeper than a key: a literal
  /// text would swallow it.
  func isFollowedByDeepComment(_ offset: Int, than indent: Int) -> Bool {
    var position = source.nextLine(offset)
    while position < bytes.count, source.firstByte(ofLineAt: position) == nil {
      position = source.nextLine(position)
    }
    guard position < bytes.count, source.firstByte(ofLineAt: position) == UInt8(ascii: "#") else {
      return false
    }
    return bytes[position...].prefix { $0 == 0x20 || $0 == 0x09 }.count > indent
  }

  // MARK: Removing

  private mutating func remove(_ pair: Pair, from mapping: Node) -> Bool {
    let start = source.offset(of: pair.keySpan.start)
    let end = contentEnd(of: pair.value)
    guard isFlow(mapping) else {
      guard beginsLine(pair) else { return false }
      return applyOrEmpty([Splice(lines(from: start, through: end), "")])
    }
    guard let index = mapping.pairs.firstIndex(where: { $0.key == pair.key }) else { return false }
    if index + 1 < mapping.pairs.count {
      let next = source.offset(of: mapping.pairs[index + 1].keySpan.start)
      return apply([Splice(start..<next, "")])
    }
    let before = index > 0 ? contentEnd(of: mapping.pairs[index - 1].value) : start
    return apply([Splice(before..<end, "")])
  }

  /// The last pair of a record cannot be removed: an empty text has no mapping to edit.
  private mutating func applyOrEmpty(_ splices: [Splice]) -> Bool {
    root.pairs.count > 1 || root.pairs.first.map { $0.value.pairs.count > 1 } == true
      ? apply(splices) : false
  }
}
