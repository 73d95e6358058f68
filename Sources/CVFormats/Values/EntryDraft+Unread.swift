internal import CVModel
internal import YAML

/// Keeps the unread parts of deeply nested objects.
extension EntryDraft {
  /// Keeps every value of an element that is in no field, under its path: ORCID elements are nested
  /// so deeply that a value of the wrong type would otherwise be missed.
  mutating func keepUnread(of element: Node) {
    var texts: [String] = []
    for (_, value) in fields { value.collectTexts(into: &texts) }
    var unread: [String: Plain] = [:]
    collectUnread(element, [], texts, into: &unread)
    if !unread.isEmpty { overwrite("x-unread", .map(unread)) }
  }

  private func collectUnread(
    _ node: Node, _ path: [String], _ texts: [String], into unread: inout [String: Plain]
  ) {
    switch node.content {
    case .scalar(let text, _):
      // The month and day of a date have lost their leading zeros, or have become names.
      if node.isEmpty || text.utf8.count <= 2 { return }
      let forms = [text, text.decodedText, text.decodedParagraphs, text.asTag]
      let isRead = forms.contains { form in
        texts.contains { $0.contains(form) || $0.lowercased() == form.lowercased() }
      }
      let isIdentifier = IdentifierScheme.allCases.contains { scheme in
        let bare = scheme.bare(text)
        return bare != text && texts.contains(bare)
      }
      if !isRead && !isIdentifier { unread[path.joined(separator: ".")] = .scalar(text) }
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        collectUnread(item, path + [String(index)], texts, into: &unread)
      }
    case .mapping(let pairs):
      for pair in pairs where !SourceFormat.orcid.bookkeeping.contains(pair.key) {
        collectUnread(pair.value, path + [pair.key], texts, into: &unread)
      }
    }
  }
}

extension Plain {
  fileprivate func collectTexts(into texts: inout [String]) {
    switch self {
    case .scalar(let text): texts.append(text)
    case .list(let items): for item in items { item.collectTexts(into: &texts) }
    case .map(let pairs):
      for (key, value) in pairs {
        texts.append(key)
        value.collectTexts(into: &texts)
      }
    }
  }
}
