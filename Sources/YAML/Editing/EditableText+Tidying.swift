/// Putting a text in order without touching what it says.
extension EditableText {
  /// A text without a byte order mark, with line feeds alone.
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

  /// Puts the pairs of the root in order. A comment moves with the key that it stands above or behind; one that an empty
  /// line parts from the first key stays at the top.
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

  /// Where what stands at the top of the file ends: behind the last empty line above the first key.
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

  /// Where a pair's lines end: behind comments that are indented deeper than its key.
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

  /// Takes blanks from the ends of lines, doubled empty lines, and those at either end; the last line gets its break.
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

  /// The lines whose ends belong to a text of several lines.
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

  /// Puts texts in the place of scalars.
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

/// The text with one line replaced; the new one comes without its indentation.
package func replacingLine(_ number: Int, of bytes: [UInt8], with line: String) -> [UInt8] {
  let source = SourceText(bytes)
  let start = source.offset(of: Position(line: number, column: 1))
  let end = source.lineEnd(start)
  let content = bytes[start..<end].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? end
  return bytes.applying([Splice(content..<end, line)])
}
