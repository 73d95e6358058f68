internal import CVModel
internal import Text
internal import YAML

/// Reads dates and periods, which other formats write in one field or two.
extension EntryDraft {
  /// Sets a date field. A range sets a period, if the field is part of one.
  mutating func setDate(_ field: String, to member: Pair) {
    guard let text = dateText(of: member) else { return }
    guard let date = SourceDate(text) else {
      return refuse(
        member, "\(quoted(text)) is not a date", hint: "write it as 2024, 2024-05 or 2024-05-17",
        rule: "date")
    }
    if style.isJSON || Period.fieldNames.contains(field) { checkForm(of: text, date, member) }
    if kind.field(named: "start") != nil, Period.fieldNames.contains(field) {
      setPeriod(date, field, from: member)
    } else if let single = date.isSingle ? date.start : nil {
      set(field, .scalar(single), from: member)
    } else if let first = date.start ?? date.end, first != DateWords.present {
      set(field, .scalar(first), from: member)
      refuse(member, "expected one date, found \(quoted(text))", rule: "date")
      return
    } else {
      return refuse(member, "expected a date, found \(quoted(text))", rule: "date")
    }
    keepLoss(date, text, member)
  }

  /// Reads a field with a date, or a whole period as free text.
  ///
  /// For a kind without a period, the date goes into its own field; in a period without a start, it
  /// is the end.
  mutating func readDateOrPeriod(from names: String...) {
    guard let member = object.take(names), checkPresence(of: member) else { return }
    guard let text = dateText(of: member) else { return }
    guard let date = SourceDate(text) else {
      return refuse(member, "\(quoted(text)) is not a date", rule: "date")
    }
    if let field = kind.dateField, fields[field] == nil, date.isSingle || !kind.hasPeriod {
      setDate(field, to: member)
    } else if kind.hasPeriod {
      guard fields["start"] == nil || date.isSingle && fields["end"] == nil else {
        return keep(member)
      }
      setPeriod(date, date.isSingle ? "end" : "start", from: member)
      keepLoss(date, text, member)
    } else {
      refuse(member, "\(kind.plural) have no date", rule: "date")
    }
  }

  /// Reports a date that is not in the form that its format requires.
  private mutating func checkForm(of text: String, _ date: SourceDate, _ member: Pair) {
    guard style.wantsISODates, PartialDate(text) == nil || text.first?.isNumber == false,
      style.isJSON || text != DateWords.present, date.loss == nil
    else { return }
    let hint: String
    switch (date.start, date.end) {
    case (let start?, let end?): hint = "it is read as \(quoted(start)) to \(quoted(end))"
    case (let start?, nil):
      let year = PartialDate(start).flatMap { $0.season == nil ? nil : String($0.year) }
      hint = "write \(quoted(year ?? start))"
    case (nil, DateWords.present):
      hint =
        style.isJSON ? "remove the key: a period without an end is ongoing" : "write \"present\""
    default: hint = "it is read as the end"
    }
    report(
      "expected a date such as 2024-05, found \(quoted(text))", hint: hint, rule: "date",
      at: member.value)
  }

  private mutating func setPeriod(_ date: SourceDate, _ field: String, from member: Pair) {
    if date.isSingle, let single = date.start {
      let field = field == "end" && date.isExpected ? "expected" : field
      return set(field, .scalar(single), from: member)
    }
    if let start = date.start, fields["start"] == nil {
      set("start", .scalar(start), from: member)
    }
    if let end = date.end {
      if fields["end"] == nil {
        set(date.isExpected ? "expected" : "end", .scalar(end), from: member)
      }
    }
  }

  /// Keeps the original text of a date if the fields do not contain all of it.
  private mutating func keepLoss(_ date: SourceDate, _ text: String, _ member: Pair) {
    switch date.loss {
    case .approximate:
      refuse(member, "the date \(quoted(text)) is approximate", rule: "date")
    case .several:
      refuse(
        member, "\(quoted(text)) contains several periods", hint: "write one entry for each",
        rule: "date")
    case nil: break
    }
  }

  private mutating func dateText(of member: Pair) -> String? {
    switch member.value.content {
    case .scalar(let text, let style):
      if self.style.isJSON, style == .plain {
        report("expected a date in quotes, found \(member.value.shape)", at: member.value)
      }
      return text.decodedText
    case .sequence, .mapping:
      refuse(member, "expected a date, found \(member.value.shape)")
      return nil
    }
  }
}
