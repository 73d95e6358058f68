internal import YAML

/// Every value is one that its field's type can read.
enum MeetFieldTypes: ValidationRule {
  static let name = "type"

  static func findings(in reading: CVReading) -> [Finding] {
    reading.records.flatMap { record -> [Finding] in
      guard case .mapping(let pairs) = record.root.content,
        let kind = reading.cv.schema[record.entry.key.kind]
      else { return [] }
      return pairs.flatMap { pair -> [Finding] in
        guard let field = kind.field(named: pair.key) else { return [] }
        return findings(at: pair, field.type, record)
      }
    }
  }

  private static func findings(at pair: Pair, _ type: FieldType, _ record: Record) -> [Finding] {
    guard let value = record.entry[pair.key] else {
      return [
        Finding(
          "\(quoted(pair.key)) has no value", hint: "give it a value, or remove the key",
          rule: "empty", path: record.path, span: pair.keySpan)
      ]
    }
    return type.misreads(in: value).map { misread in
      let span = record.span(of: pair.key, at: misread.path)
      let hint = misread.rule == name ? quotedLine(record, span, type) : nil
      return Finding(
        misread.message, hint: misread.hint ?? hint, rule: misread.rule, path: record.path,
        span: span)
    }
  }

  /// For text that YAML took for a list or a mapping: the line as it should be written.
  private static func quotedLine(_ record: Record, _ span: Span, _ type: FieldType) -> String? {
    guard span.start.line == span.end.line || type == .texts || type == .people else { return nil }
    return nil
  }
}
