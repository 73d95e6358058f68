/// Formatting a text without changing its content.
extension EditableText {
  /// The text without a byte order mark, and with LF line endings.
  package static func plainBytes(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for index in start..<max(start, bytes.count) {
      let byte = bytes[index]
      if byte == 0x0D {
        if index + 1 == bytes.count || bytes[index + 1] != 0x0A { result.append(0x0A) }
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// Sorts the pairs of the root. A comment moves with the key that it is above or after; one
  /// separated from the first key by an empty line stays at the top.
  package mutating func sort(by rank: (String) -> Int) {
    let pairs = root.pairs
    let ranks = pairs.map { rank($0.key) }
    guard !isFlow(root), !zip(ranks, ranks.dropFirst()).allSatisfy({ $0 <= $1 }),
      pairs.allSatisfy(beginsLine)
    else { return }
    let chunks = self.chunks
    let order = pairs.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    var sorted = Array(bytes[..<(chunks.first?.lowerBound ?? 0)])
    for index in order {
      sorted += bytes[chunks[index]]
      if sorted.last != 0x0A { sorted.append(0x0A) }
    }
    sorted += bytes[(chunks.last?.upperBound ?? bytes.count)...]
    if let edited = EditableText(sorted) { self = edited }
  }

  /// The whole lines of each pair of the root, with the comments that belong to it.
  private var chunks: [Range<Int>] {
    var chunks: [Range<Int>] = []
    for pair in root.pairs {
      let start = chunks.last?.upperBound ?? headerEnd
      chunks.append(start..<trailingEnd(of: pair))
    }
    return chunks
  }

  /// The end of the file's header: after the last empty line above the first key.
  private var headerEnd: Int {
    guard let first = root.pairs.first else { return 0 }
    let key = source.lineStart(source.offset(of: first.keySpan.start))
    var start = key
    while start > 0 {
      let above = source.lineStart(start - 1)
      guard source.firstByte(ofLineAt: above) == UInt8(ascii: "#") else { break }
      start = above
    }
    return start
  }

  /// The end of a pair's lines, including following comments that are indented deeper than its key.
  private func trailingEnd(of pair: Pair) -> Int {
    var end = source.nextLine(contentEnd(of: pair.value))
    var position = end
    while position < bytes.count {
      let first = source.firstByte(ofLineAt: position)
      let isDeeper = bytes[position] == 0x20 || bytes[position] == 0x09
      guard first == nil || first == UInt8(ascii: "#") && isDeeper else { break }
      position = source.nextLine(position)
      if first != nil { end = position }
    }
    return end
  }

  /// Removes trailing blanks, repeated empty lines and empty lines at either end; ends the last
  /// line with a break.
  package mutating func trimLines() {
    let kept = linesOfTexts
    var lines: [ArraySlice<UInt8>] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      if kept.contains(index + 1) {
        lines.append(line)
        continue
      }
      let end = line.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? line.startIndex
      let trimmed = line[..<end]
      let isDouble = trimmed.isEmpty && (lines.last?.isEmpty ?? true) && !kept.contains(index)
      if !isDouble { lines.append(trimmed) }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    if let edited = EditableText(Array(lines.joined(separator: [0x0A])) + [0x0A]) { self = edited }
  }

  /// The lines whose trailing blanks belong to multi-line texts.
  private var linesOfTexts: Set<Int> {
    var lines: Set<Int> = []
    func visit(_ node: Node) {
      switch node.content {
      case .scalar: lines.formUnion(node.span.start.line..<node.span.end.line)
      case .sequence(let items): items.forEach(visit)
      case .mapping(let pairs): pairs.forEach { visit($0.value) }
      }
    }
    visit(root)
    return lines
  }

  /// Replaces the text of scalars.
  package mutating func replaceScalars(_ replacements: [(node: Node, isInFlow: Bool, text: String)])
    -> Bool
  {
    apply(
      replacements.flatMap {
        splices(replacing: $0.node, with: $0.text, isInFlow: $0.isInFlow, indent: 2)
      })
  }

  /// Whether a node of the text is written in brackets or braces.
  package func isInBrackets(_ node: Node) -> Bool { isFlow(node) }
}

/// The text with one line replaced; the new line is given without its indentation.
package func replacingLine(_ number: Int, of bytes: [UInt8], with line: String) -> [UInt8] {
  let source = SourceText(bytes)
  let start = source.offset(of: Position(line: number, column: 1))
  let end = source.lineEnd(start)
  let content = bytes[start..<end].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? end
  return bytes.applying([Splice(content..<end, line)])
}
