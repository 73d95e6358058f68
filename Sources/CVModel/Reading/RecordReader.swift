internal import Text
package import YAML

/// Reads a file into a record, or reports why it does not contain a mapping. It decodes; it does
/// not validate.
package struct RecordReader {
  package let schema: Schema

  package init(schema: Schema) { self.schema = schema }

  /// The record in a file, or why there is none.
  package func read(_ file: SourceFile, as key: EntryKey) -> Result<Record, RecordFault> {
    switch file.content {
    case .bytes(let bytes): read(bytes, path: file.path, as: key)
    case .symlink:
      .failure(
        RecordFault(
          "the record is a symbolic link",
          hint: "replace it with the file itself: links are not followed",
          rule: "symlink"))
    case .submodule:
      .failure(
        RecordFault("the record is a submodule", hint: "a record is a file", rule: "file"))
    case .tooLarge(let size): .failure(.tooLarge(size))
    case .conflict:
      .failure(
        RecordFault(
          "unresolved merge conflict",
          hint: "resolve it, then run \"git add\"", rule: "conflict"))
    case .unnameable:
      .failure(
        RecordFault(
          "the file's name is not UTF-8", hint: "rename it with a-z, 0-9 and single hyphens",
          rule: "id"))
    case .entry(let foreign):
      .success(
        record(
          foreign.root, foreign.root.pairs, as: key, path: foreign.path, faults: [],
          bytes: foreign.text, origin: foreign.origin))
    case .unreadableEntry(let finding): .failure(RecordFault(finding.message, span: finding.span))
    case .source: .failure(RecordFault("the file is a source, not a record"))
    }
  }

  private func read(
    _ bytes: [UInt8], path: String, as key: EntryKey
  ) -> Result<Record, RecordFault> {
    if bytes.count > Document.maximumSize { return .failure(.tooLarge(bytes.count)) }
    let document = Document(reading: bytes)
    if let fault = document.faults.first(where: \.isFatal) {
      return .failure(RecordFault(fault))
    }
    guard let root = document.root else {
      return .failure(
        RecordFault(
          "the record is empty", hint: "write lines such as \"title: …\"", rule: "empty",
          span: Span(start: .start, end: .start)))
    }
    guard case .mapping(let pairs) = root.content else {
      return .failure(
        RecordFault(
          "the record has no keys", hint: "write lines such as \"title: …\"",
          rule: "type", span: root.span))
    }
    return .success(
      record(root, pairs, as: key, path: path, faults: document.faults, bytes: bytes))
  }

  private func record(
    _ root: Node, _ pairs: [Pair], as key: EntryKey, path: String, faults: [Fault], bytes: [UInt8],
    origin: SourceOrigin? = nil
  ) -> Record {
    let kind = schema[key.kind]
    let indices = pairs.map { kind?.indexByName[$0.key] }
    let values = zip(pairs, indices).map { pair, index in
      Plain(pair.value, as: index.flatMap { kind?.fields[$0].type } ?? .any)
    }
    var fields = fields(pairs, values)
    if Self.isPrivacyUnclear(pairs, faults, kind) { fields["visibility"] = .scalar("") }
    return Record(
      path: path, entry: Entry(key: key, fields: fields), root: root, pairs: pairs,
      fieldIndices: indices, values: values, faults: faults, bytes: bytes, origin: origin)
  }

  /// Whether it is unclear if the record is private: a key for privacy has no value or is
  /// duplicated, or a key is not plain text.
  ///
  /// Such a record is treated as private.
  private static func isPrivacyUnclear(_ pairs: [Pair], _ faults: [Fault], _ kind: Kind?) -> Bool {
    let isEmpty = pairs.contains { pair in
      Plain(pair.value, as: .any) == nil && EntryPrivacy.word(meantBy: pair.key, kind) != nil
    }
    let isOdd = pairs.contains { $0.key == "<<" || $0.key.hasPrefix("*") }
    return isEmpty || isOdd || faults.count >= Document.maximumFaults
      || faults.contains { fault in
        switch fault.kind {
        case .duplicateKey(let key, _): EntryPrivacy.word(meantBy: key, kind) != nil
        case .keyNotText: true
        default: false
        }
      }
  }

  /// The fields of a mapping for a kind, as written.
  static func fields(_ pairs: [Pair], kind: Kind?) -> Fields {
    Fields(
      pairs.compactMap { pair in
        Plain(pair.value, as: kind?.field(named: pair.key)?.type ?? .any).map { (pair.key, $0) }
      })
  }

  /// The fields as written, without keys that have no value.
  private func fields(_ pairs: [Pair], _ values: [Plain?]) -> Fields {
    var fields = Fields(capacity: pairs.count)
    for (pair, value) in zip(pairs, values) {
      if let value { fields[pair.key] = value }
    }
    return fields
  }
}

/// Why a file does not contain a mapping, with the location.
package struct RecordFault: Error, Hashable, Sendable {
  package let message: String
  package let hint: String?
  package let rule: String
  package let span: Span?

  init(_ message: String, hint: String? = nil, rule: String = "yaml", span: Span? = nil) {
    self.message = message
    self.hint = hint
    self.rule = rule
    self.span = span
  }

  init(_ fault: Fault) {
    self.init(fault.message, hint: fault.hint, rule: fault.rule, span: fault.span)
  }

  static func tooLarge(_ bytes: Int) -> RecordFault {
    RecordFault(
      "the file has \(bytes) bytes; the limit for a record is \(Document.maximumSize)",
      hint: "a record is one entry: keep documents elsewhere", rule: "size")
  }
}

extension Fault {
  /// All values of ``rule`` except `size`.
  static let ruleNames = [
    "encoding", "conflict", "control-character", "duplicate-key", "anchor", "alias", "tag", "tab",
    "text-lost", "yaml",
  ]

  /// The rule in brackets after the message.
  var rule: String {
    switch kind {
    case .tooLarge: "size"
    case .notUTF8, .utf16: "encoding"
    case .conflictMarker: "conflict"
    case .unreadableCharacter, .controlCharacter: "control-character"
    case .duplicateKey: "duplicate-key"
    case .anchor: "anchor"
    case .alias: "alias"
    case .tag: "tag"
    case .tabIndentation: "tab"
    case .textLost: "text-lost"
    default: "yaml"
    }
  }
}

extension Plain {
  /// A node's value as written, with white space handled by its type; nil if empty.
  init?(_ node: Node, as type: FieldType) {
    let value = Plain(inner: node, as: type)
    switch value {
    case .scalar(""), .list([]), .map([:]): return nil
    case .scalar where type.isList: self = .list([value])
    default: self = value
    }
  }

  private init(inner node: Node, as type: FieldType) {
    switch node.content {
    case .scalar(let text, _):
      switch type {
      case .paragraphs: self = .scalar(text.collapsedParagraphs)
      case .lines: self = .scalar(text.collapsedLines)
      case .any: self = .scalar(text.hasSuffix("\n") ? String(text.dropLast()) : text)
      default: self = .scalar(text.collapsed)
      }
    case .sequence(let items): self = .list(items.map { Plain(inner: $0, as: type) })
    case .mapping(let pairs):
      self = .map(
        Dictionary(pairs.map { ($0.key, Plain(inner: $0.value, as: type)) }) { first, _ in first })
    }
  }
}

extension String {
  /// Lines that are not empty, each collapsed.
  package var collapsedLines: String {
    unicodeScalars.split(separator: "\n").map { String($0).collapsed }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  /// Paragraphs separated by one empty line, each collapsed.
  package var collapsedParagraphs: String {
    unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).collapsed }.split(separator: "")
      .map { $0.joined(separator: " ") }.joined(separator: "\n\n")
  }
}
