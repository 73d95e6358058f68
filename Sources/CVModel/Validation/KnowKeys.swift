internal import YAML

/// Every key of a record is a field of its kind, or begins with `x-`.
enum KnowKeys: ValidationRule {
  static let name = "unknown-key"

  static func findings(in reading: CVReading) -> [Finding] {
    reading.records.flatMap { record -> [Finding] in
      guard case .mapping(let pairs) = record.root.content,
        let kind = reading.cv.schema[record.entry.key.kind]
      else { return [] }
      return pairs.compactMap { pair in
        guard kind.field(named: pair.key) == nil else { return nil }
        let hint = suggestion(for: pair.key, among: kind.fields.map(\.name))
          .map { "did you mean \(quoted($0))?" }
        return Finding(
          "\(kind.plural) have no field \(quoted(pair.key))",
          hint: hint ?? "keys of your own begin with \"x-\"", rule: name, path: record.path,
          span: pair.keySpan)
      }
    }
  }
}
