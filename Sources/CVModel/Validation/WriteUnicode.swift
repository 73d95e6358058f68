internal import Text

/// Texts are written in Unicode: TeX would be shown as it is.
enum WriteUnicode: RecordRule {
  static let name = "tex"

  static func findings(in record: Record, of kind: Kind) -> [Finding] {
    guard record.faults.isEmpty, !record.isForeign else { return [] }
    return kind.fields.flatMap { field -> [Finding] in
      guard field.type.isProse, let value = record.entry[field.name] else { return [] }
      return value.items.enumerated().compactMap { index, item in
        guard let text = item.text, TeXMarks.isInProse(text) else { return nil }
        return finding(
          record, field.name, at: value.text == nil ? [.item(index)] : [],
          "\(quoted(field.name)) has TeX in it",
          hint: "run 'cvgit fmt --tex \(record.path)' to write it in Unicode", severity: .warning)
      }
    }
  }
}

extension FieldType {
  /// Whether texts of this type are read by people.
  package var isProse: Bool {
    switch self {
    case .text, .lines, .paragraphs, .texts, .bullets: true
    default: false
    }
  }
}
