package import YAML

/// An entry of a source, which is treated like a record.
package struct ForeignEntry: Hashable, Sendable {
  /// The entry with our field names.
  package var entry: Entry
  /// The source's file, from the top of the repository.
  package var path: String
  /// Where the entry begins in that file.
  package var span: Span
  /// The location of each field in that file.
  package var spans: [String: Span]
  /// The entry's own bytes, to detect changes of formatting.
  package var text: [UInt8]
  /// The words from which the status was read, such as `note "to appear"`; `nil` if it was not read
  /// from words.
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

  /// The source of the entry.
  package var origin: SourceOrigin { SourceOrigin(path: path, statusWords: statusWords) }

  /// Where a field is in the source; the beginning of the entry if it is not written there.
  package func place(of field: String?) -> Finding.Place {
    let start = (field.flatMap { spans[$0] } ?? span).start
    return Finding.Place(line: start.line, column: start.column)
  }

  /// The entry as the nodes of a record, each with its location in the source.
  var root: Node {
    let pairs = entry.fields.map { name, value in
      let place = spans[name] ?? span
      return Pair(key: name, keySpan: place, value: Node(value, at: place))
    }
    return Node(.mapping(pairs), at: span)
  }
}

/// The source of an entry.
package struct SourceOrigin: Hashable, Sendable {
  /// The source's file, from the top of the repository.
  package var path: String
  /// The words from which the status was read, such as `note "to appear"`; `nil` if it was not read
  /// from words.
  package var statusWords: String?

  package init(path: String, statusWords: String? = nil) {
    self.path = path
    self.statusWords = statusWords
  }
}

/// A source file as a whole, besides its entries.
package struct SourceReport: Hashable, Sendable {
  /// The name of its format, for messages.
  package var format: String
  /// All problems of the file.
  package var findings: [Finding]
  /// Whether nothing in it could be read.
  package var isUnreadable: Bool
  /// The file's bytes, for quoting lines in findings.
  package var bytes: [UInt8]

  package init(format: String, findings: [Finding], isUnreadable: Bool = false, bytes: [UInt8]) {
    self.isUnreadable = isUnreadable
    self.format = format
    self.findings = findings
    self.bytes = bytes
  }
}

extension Node {
  /// The pairs of a mapping; empty for anything else.
  var pairs: [Pair] { if case .mapping(let pairs) = content { pairs } else { [] } }

  /// A value as written, with a single location for all of its parts.
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
