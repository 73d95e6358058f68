internal import Text
internal import YAML

/// Reads the meaning of a field's value, and collects its invalid parts.
struct ValueReader {
  let type: FieldType
  var misreads: [Misread] = []
  /// The reader's current position in the value.
  var path: [Misread.Step] = []

  init(type: FieldType) { self.type = type }

  mutating func refuse(
    _ message: String, hint: String? = nil, rule: String? = nil, at steps: Misread.Step...
  ) {
    misreads.append(
      Misread(path: path + steps, message: message, hint: hint, rule: rule ?? type.name))
  }

  /// Reports a value that does not have the shape of the type.
  mutating func refuseShape(_ value: Plain, wanted: String, at steps: Misread.Step...) {
    refuseShape(value, wanted: wanted, steps)
  }

  private mutating func refuseShape(_ value: Plain, wanted: String, _ steps: [Misread.Step]) {
    if value.text == "" { return refuseEmptyValue(steps) }
    misreads.append(
      Misread(
        path: path + steps, message: "expected \(wanted), found \(value.shape)", hint: nil,
        rule: "type"))
  }

  private mutating func refuseEmptyValue(_ steps: [Misread.Step]) {
    let isItem = if case .item? = (path + steps).last { true } else { false }
    misreads.append(
      Misread(
        path: path + steps, message: isItem ? "the item is empty" : "the value is empty",
        hint: isItem ? "give it a value, or remove the dash" : "give it a value, or remove the key",
        rule: "empty"))
  }

  /// The text of a value that must be one: of the field's type, or of the part that `wanted` names.
  mutating func scalar(
    _ value: Plain, wanted: String? = nil, at step: Misread.Step? = nil
  ) -> String? {
    if case .scalar(let text) = value, !text.isEmpty { return text }
    refuseShape(value, wanted: wanted ?? type.phrase, step.map { [$0] } ?? [])
    return nil
  }

  /// The value that was read; if nil, reports the text as invalid for the type.
  mutating func require<Value>(_ value: Value?, _ text: String) -> Value? {
    if value == nil { refuseText(text) }
    return value
  }

  /// Reports a text as invalid for the type, with the value that was most likely meant.
  mutating func refuseText(_ text: String) {
    let proposal = type.proposal(for: text).map { "write \(quoted($0))" }
    if (type == .date || type == .end) && PartialDate.isOutsideCalendar(text) {
      let part = text.count == 7 ? "month" : "day"
      return refuse("invalid \(part) \(quoted(text))", hint: proposal)
    }
    refuse("\(quoted(text)) is not \(type.phrase)", hint: proposal)
  }

  // MARK: Lists

  /// The texts of a list; a single text counts as a list of one.
  mutating func texts(_ value: Plain) -> [String]? {
    if case .map = value {
      refuseShape(value, wanted: type.phrase)
      return nil
    }
    if value.items.isEmpty { refuseEmptyList() }
    var texts: [String] = []
    texts.reserveCapacity(value.items.count)
    for (index, item) in value.items.enumerated() {
      let isLone = value.text != nil
      if let text = isLone ? scalar(item) : scalar(item, wanted: "a text", at: .item(index)) {
        texts.append(text)
      }
    }
    return texts
  }

  /// Texts, of which each may have others under it.
  mutating func bullets(_ value: Plain) -> [Bullet]? {
    // One pair alone under the key reads like the pair of an item that lacks its hyphen.
    if case .map = value {
      refuseShape(value, wanted: type.phrase)
      return nil
    }
    if value.items.isEmpty { refuseEmptyList() }
    return value.items.enumerated().compactMap { index, item in
      if let bullet = Bullet(item), !bullet.text.isEmpty { return bullet }
      if value.text != nil {
        refuseShape(item, wanted: type.phrase)
      } else {
        refuseShape(item, wanted: "a text", at: .item(index))
      }
      return nil
    }
  }

  /// The addresses of a list; one stands for a list of one.
  mutating func emails(_ value: Plain) -> [String]? {
    guard let texts = texts(value) else { return nil }
    for (index, text) in texts.enumerated() where !Self.isEmail(text) {
      let proposal = FieldType.email.proposal(for: text).map { "write \(quoted($0))" }
      let isLone = value.text != nil
      misreads.append(
        Misread(
          path: isLone ? [] : [.item(index)],
          message: "\(quoted(text)) is not \(FieldType.email.phrase)", hint: proposal,
          rule: FieldType.email.name))
    }
    return texts
  }

  mutating func refuseEmptyList() {
    refuse("the list is empty", hint: "give it an item, or remove the key", rule: "empty")
  }

  /// A list in YAML, for a hint, from one text with several items.
  static func listHint(_ text: String, separator: some StringProtocol) -> String {
    let items = text.split(separator: separator).map(\.trimmed).filter { !$0.isEmpty }
      .map { ScalarWriter.write($0, in: .flow) }
    return "write a list: [\(items.joined(separator: ", "))]"
  }

  mutating func tags(_ value: Plain) -> [String]? {
    guard let tags = texts(value) else { return nil }
    for (index, tag) in tags.enumerated()
    where tag.unicodeScalars.contains(where: \.properties.isWhitespace) {
      let words = tag.split(whereSeparator: \.isWhitespace).joined(separator: "-")
      refuse(
        "the tag \(quoted(tag)) contains a space",
        hint: tag.contains(",")
          ? Self.listHint(tag, separator: ",") : "write \(quoted(words))", at: .item(index))
    }
    return tags
  }
}
