internal import Text
internal import YAML

/// Formats a record: fields in the kind's order, statuses by their labels, identifiers without
/// their URLs, YAML's traps in quotes, no byte order mark and LF line endings. The meaning does not
/// change.
///
/// Line width, quotes, list layout and comments are kept.
package struct RecordFormatter: Sendable {
  /// Nil for a folder that is not a kind: its fields keep their order.
  private let kind: Kind?
  /// What a text of a type is to be written as; nil to keep all texts.
  private let converting: (@Sendable (String, FieldType) -> String)?

  package init(
    kind: Kind?, converting: (@Sendable (String, FieldType) -> String)? = nil
  ) {
    self.kind = kind
    self.converting = converting
  }

  /// The formatted record.
  ///
  /// - Throws: a fault that only its author can correct.
  package func format(_ bytes: [UInt8]) throws(RecordFault) -> [UInt8] {
    let plain = correctingLines(of: EditableText.plainBytes(bytes))
    guard var text = EditableText(plain) else { throw Self.fault(in: plain) }
    text = quotingTraps(in: text)
    let before = RecordReader.fields(text.root.pairs, kind: kind)
    guard text.replaceScalars(respellings(in: text)) else { throw Self.fault(in: text.bytes) }
    guard text.replaceScalars(conversions(in: text)) else { throw Self.fault(in: text.bytes) }
    if let kind { text.sort { kind.index(ofField: $0) } }
    text.trimLines()
    let after = RecordReader.fields(text.root.pairs, kind: kind)
    guard says(after, theSameAs: before) else {
      throw RecordFault("the record cannot be formatted", hint: "correct it in an editor")
    }
    return text.bytes
  }

  private static func fault(in bytes: [UInt8]) -> RecordFault {
    let document = Document(reading: bytes)
    if let fault = document.faults.first { return RecordFault(fault) }
    guard let root = document.root else {
      return RecordFault(
        "the record is empty", hint: "a record is a mapping such as \"title: …\"",
        span: Span(start: .start, end: .start))
    }
    return RecordFault(
      "the record is not a mapping", hint: "write lines such as \"title: …\"", span: root.span)
  }

  /// Whether the fields have the same meaning: only spellings may change.
  private func says(_ after: Fields, theSameAs before: Fields) -> Bool {
    guard after.sortedNames == before.sortedNames else { return false }
    return before.allSatisfy { name, value in
      let now = after[name]
      if let converting, let type = kind?.field(named: name)?.type,
        now == value.mapTexts({ converting($0, type) })
      {
        return true
      }
      guard now != value, let type = kind?.field(named: name)?.type else { return now == value }
      return now?.text != nil && type.meaning(of: value) == type.meaning(of: now ?? value)
        || now?.text == value.text.map(type.normalized)
    }
  }

  // MARK: Spelling

  private func respellings(in text: EditableText) -> [(node: Node, isInFlow: Bool, text: String)] {
    let isInFlow = text.isInBrackets(text.root)
    return text.root.pairs.compactMap { pair in
      guard let type = kind?.field(named: pair.key)?.type, let written = pair.value.text?.collapsed,
        !written.isEmpty
      else { return nil }
      let best = type.normalized(written)
      return best == written ? nil : (pair.value, isInFlow, best)
    }
  }

  /// The texts on one line that are to be written in another way.
  private func conversions(
    in text: EditableText
  ) -> [(node: Node, isInFlow: Bool, text: String)] {
    guard let converting else { return [] }
    return text.root.pairs.flatMap { pair -> [(node: Node, isInFlow: Bool, text: String)] in
      guard let type = kind?.field(named: pair.key)?.type, type.isProse || type == .people else {
        return []
      }
      return Self.scalars(pair.value).compactMap { node in
        guard let written = node.text?.collapsed, node.span.start.line == node.span.end.line else {
          return nil
        }
        let best = converting(written, type)
        return best == written ? nil : (node, text.isInBrackets(pair.value), best)
      }
    }
  }

  private static func scalars(_ node: Node) -> [Node] {
    switch node.content {
    case .scalar: [node]
    case .sequence(let items): items.flatMap(scalars)
    case .mapping(let pairs): pairs.flatMap { scalars($0.value) }
    }
  }

  // MARK: Traps

  /// Quotes items of a list of texts that YAML read as mappings: `- Publication: Emergent …`.
  private func quotingTraps(in text: EditableText) -> EditableText {
    guard let kind else { return text }
    var text = text
    for line in Self.trappedLines(text, kind).reversed() {
      guard let written = SourceText(text.bytes).line(line), let quoted = quotedLine(written),
        let edited = EditableText(replacingLine(line, of: text.bytes, with: quoted))
      else { continue }
      text = edited
    }
    return text
  }

  private static func trappedLines(_ text: EditableText, _ kind: Kind) -> [Int] {
    text.root.pairs.flatMap { pair -> [Int] in
      let type = kind.field(named: pair.key)?.type
      guard type == .texts || type == .bullets, !text.isInBrackets(pair.value) else {
        return []
      }
      return pair.value.items.filter { item in
        item.text == nil && item.pairs.count == 1 && !text.isInBrackets(item)
          && item.pairs.first?.value.text != nil
          && item.span.start.line == item.span.end.line
      }.map(\.span.start.line)
    }
  }
}

extension Plain {
  /// The value with each of its texts, but no key, replaced.
  fileprivate func mapTexts(_ change: (String) -> String) -> Plain {
    switch self {
    case .scalar(let text): .scalar(change(text))
    case .list(let items): .list(items.map { $0.mapTexts(change) })
    case .map(let pairs): .map(pairs.mapValues { $0.mapTexts(change) })
    }
  }
}
