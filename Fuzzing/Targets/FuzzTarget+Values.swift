import CVModel
import Git
import Text

extension FuzzTarget {
  /// Two dates: each reads back as displayed, and their order is consistent.
  static let dates = FuzzTarget("dates") { bytes in
    var input = FuzzInput(bytes)
    let texts = [input.line(), input.line(), input.line()]
    let dates = texts.map { PartialDate($0) }
    for (text, date) in zip(texts, dates) {
      guard let date else { continue }
      try demandSafe(date.spoken, "a date")
      try demand(!date.sharpens(date) && !date.isSurelyAfter(date), "a date is later than itself")
      try demand(FieldType.date.meaning(of: .scalar(text)) == .date(date), "the type reads another")
      if date.year >= 1000, date.month == nil {
        try demand(PartialDate(date.spoken) == date, "the spoken date is another one")
      }
    }
    if let one = dates[0], let other = dates[1] {
      try demand(!(one.isSurelyAfter(other) && other.isSurelyAfter(one)), "both are later")
      try demand(!(one.sharpens(other) && other.sharpens(one)), "both are sharper")
    }
    for text in texts {
      guard let day = Day(text) else { continue }
      try demand(day.description == text, "a day is written in another way")
      try demand(PartialDate(text) != nil || text.hasPrefix("0000"), "a day that is no date")
    }
    let fields = zip(Period.fieldNames, texts).map { ($0, Plain.scalar($1)) }
    if let period = Period(Fields(fields)) {
      try demand(!period.spoken.isEmpty, "a period without words")
      try demandSafe(period.spoken, "a period")
    }
  }

  /// A text as a value of every type: a normalized value means the same and does not change again.
  static let values = FuzzTarget("values") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    for type in types {
      let value = Plain.scalar(type == .paragraphs ? text : text.collapsed)
      guard let written = value.text, let meaning = type.meaning(of: value) else { continue }
      let normalized = type.normalized(written)
      guard normalized != written else { continue }
      try demand(
        type.normalized(normalized) == normalized,
        "\(type.name) is normalized twice: \(quoted(normalized))")
      let after = type.meaning(of: .scalar(normalized))
      try demand(
        after?.isSame(as: meaning) ?? false,
        "\(type.name) changes its meaning to \(quoted(normalized))")
    }
  }

  /// Every type of a field of a built-in kind.
  private static let types = Array(
    Set(
      Schema.builtIn.kinds.flatMap(\.fields).map(\.type)
        + IdentifierScheme.allCases.map { .identifier($0) })
  )
}

extension Meaning {
  /// Whether both are the same; a status may be spelled in another way.
  fileprivate func isSame(as other: Meaning) -> Bool {
    if case .status(let one) = self, case .status(let two) = other { return one.step == two.step }
    return self == other
  }
}
