package import YAML

/// An entry of a source in another format, which is read as if it were a record.
package struct ForeignEntry: Hashable, Sendable {
  /// The entry under our names.
  package var entry: Entry
  /// The source's file, from the top of the repository.
  package var path: String
  /// Where the entry begins in that file.
  package var span: Span
  /// Where each field is named in that file.
  package var spans: [String: Span]
  /// The entry's own bytes, which tell a change of formatting.
  package var text: [UInt8]
  /// The words that gave the status, as `note "to appear"`; `nil` if it was not read from words.
  package var statusWords: String?

  package init(
    entry: Entry, path: String, span: Span, spans: [String: Span], text: [UInt8],
    statusWords: String? = nil
  ) {
    self.entry = entry
    self.path = path
    self.span = span
    self.spans = spans
    self.text = text
    self.statusWords = statusWords
  }

  /// Where the entry comes from.
  package var origin: SourceOrigin { SourceOrigin(path: path, statusWords: statusWords) }

  /// The entry as the nodes of a record, each at its place in the source.
  var root: Node {
    let pairs = entry.fields.map { name, value in
      let place = spans[name] ?? span
      return Pair(key: name, keySpan: place, value: Node(value, at: place))
    }
    return Node(.mapping(pairs), at: span)
  }
}

/// The source that an entry was read from.
package struct SourceOrigin: Hashable, Sendable {
  /// The source's file, from the top of the repository.
  package var path: String
  /// The words that gave the status, as `note "to appear"`; `nil` if it was not read from words.
  package var statusWords: String?

  package init(path: String, statusWords: String? = nil) {
    self.path = path
    self.statusWords = statusWords
  }
}

/// What a source's file holds as a whole, besides its entries.
package struct SourceReport: Hashable, Sendable {
  /// The name of its format, for messages.
  package var format: String
  /// Everything that is wrong with the file.
  package var findings: [Finding]
  /// True if nothing could be read of it.
  package var isUnreadable: Bool
  /// The file's bytes, for the lines that findings quote.
  package var bytes: [UInt8]

  package init(format: String, findings: [Finding], isUnreadable: Bool = false, bytes: [UInt8]) {
    self.isUnreadable = isUnreadable
    self.format = format
    self.findings = findings
    self.bytes = bytes
  }
}

extension Node {
  /// The pairs of a mapping; none for anything else.
  var pairs: [Pair] { if case .mapping(let pairs) = content { pairs } else { [] } }

  /// A value as written, with all of its parts at one place.
  fileprivate init(_ value: Plain, at span: Span) {
    switch value {
    case .scalar(let text): self.init(.scalar(text, .plain), at: span)
    case .list(let items): self.init(.sequence(items.map { Node($0, at: span) }), at: span)
    case .map(let pairs):
      let sorted = pairs.sorted { $0.key < $1.key }
      self.init(
        .mapping(sorted.map { Pair(key: $0.key, keySpan: span, value: Node($0.value, at: span)) }),
        at: span)
    }
  }
}
