/// Replacing values in place.
extension EditableText {
  mutating func replace(_ pair: Pair, in mapping: Node, with value: NewValue) -> Bool {
    let isInFlow = isFlow(mapping)
    if case .text(let text) = value, pair.value.text != nil {
      return replaceScalar(pair.value, with: text, isInFlow: isInFlow, indent: indent(of: pair) + 2)
    }
    guard let colon = colonEnd(of: pair) else { return false }
    let isOnLines = !isInFlow && isWrittenOnLines(value, in: pair)
    var splices: [Splice] = []
    var end = contentEnd(of: pair.value)
    if isBlock(pair.value) {
      let start = source.offset(of: pair.value.span.start)
      if isOnLines {
        let text = self.text(value, indent: pair.value.span.start.column - 1)
        let margin = source.lineStart(start)
        return apply([Splice(margin..<end, text)])
      }
      splices.append(Splice(lines(from: start, through: end), ""))
      end = colon
    }
    if isOnLines {
      splices.append(Splice(colon..<end, ""))
      let text = self.text(value, indent: indent(of: pair) + 2)
      splices.append(Splice(at: source.lineEnd(end), source.lineBreak + text))
    } else {
      splices.append(Splice(colon..<end, " \(value.inline(in: isInFlow ? .flow : .block))"))
    }
    return apply(splices)
  }

  /// A list keeps its layout; any other value is written on one line if it fits.
  private func isWrittenOnLines(_ value: NewValue, in pair: Pair) -> Bool {
    if case .text = value { return false }
    if case .list = value, case .sequence = pair.value.content { return isBlock(pair.value) }
    if case .mapping = value, case .mapping = pair.value.content { return isBlock(pair.value) }
    return BlockWriter.lines(NewValue.Pair(pair.key, value), indent: indent(of: pair)).count > 1
  }

  func text(_ value: NewValue, indent: Int) -> String {
    BlockWriter.lines(value, indent: indent).joined(separator: source.lineBreak)
  }

  /// Replaces the text of a scalar, keeping its quoting style.
  ///
  /// - Parameter indent: the indentation of the lines of a multi-line text.
  mutating func replaceScalar(
    _ node: Node, with text: String, isInFlow: Bool, indent: Int
  ) -> Bool {
    apply(splices(replacing: node, with: text, isInFlow: isInFlow, indent: indent))
  }

  func splices(
    replacing node: Node, with text: String, isInFlow: Bool, indent: Int
  ) -> [Splice] {
    guard case .scalar(_, let style) = node.content else { return [] }
    let range = range(of: node)
    if !isInFlow, !isFollowedByDeepComment(range.upperBound, than: indent - 2),
      let lines = BlockWriter.literalLines(text, indent: indent)
    {
      let behind = source.lineBreak + lines.joined(separator: source.lineBreak)
      let lead = range.isEmpty ? " |" : "|"
      if style.isBlock {
        let header = source.lineEnd(range.lowerBound)
        return [Splice(range, lead + headerComment(range.lowerBound..<header) + behind)]
      }
      return [Splice(range, lead), Splice(at: source.lineEnd(range.upperBound), behind)]
    }
    var written = ScalarWriter.write(text, in: isInFlow ? .flow : .block)
    if style == .singleQuoted || style == .doubleQuoted {
      written = ScalarWriter.quoted(text, like: style)
    }
    if style.isBlock {
      written += headerComment(range.lowerBound..<source.lineEnd(range.lowerBound))
    }
    return [
      Splice(range, range.isEmpty && needsBlank(before: range.lowerBound) ? " \(written)" : written)
    ]
  }

  /// An empty value is directly after its colon or dash.
  private func needsBlank(before offset: Int) -> Bool {
    offset > 0 && (bytes[offset - 1] == UInt8(ascii: ":") || bytes[offset - 1] == UInt8(ascii: "-"))
  }

  /// The comment after `|` or `>`, with the blank before it.
  private func headerComment(_ header: Range<Int>) -> String {
    guard let hash = bytes[header].firstIndex(of: UInt8(ascii: "#")) else { return "" }
    return " " + String(decoding: bytes[hash..<header.upperBound], as: UTF8.self)
  }
}

extension ScalarStyle {
  var isBlock: Bool { self == .literal || self == .folded }
}

extension ScalarWriter {
  /// `text` in the same quotes as `style`, if they can represent it.
  static func quoted(_ text: String, like style: ScalarStyle) -> String {
    let canBeSingle = text.unicodeScalars.allSatisfy { !$0.mustBeEscaped }
    if style == .singleQuoted, canBeSingle {
      return
        "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    }
    return quoted(text)
  }
}
