/// Types that are written as a mapping, and people, who may be.
extension ValueReader {
  /// The pairs of a mapping by key; anything else is refused.
  private mutating func pairs(_ value: Plain) -> [(key: String, value: Plain)]? {
    guard case .map(let pairs) = value else {
      refuseShape(value, wanted: type.phrase)
      return nil
    }
    if pairs.isEmpty {
      refuse("the mapping is empty", hint: "give it a pair, or remove the key", rule: "empty")
    }
    return pairs.sorted { $0.key < $1.key }
  }

  mutating func named(
    _ value: Plain, fault: (String) -> (message: String, hint: String?)?
  ) -> [String: String]? {
    guard let pairs = pairs(value) else { return nil }
    var result: [String: String] = [:]
    for pair in pairs {
      guard let text = entryText(pair) else { continue }
      if let fault = fault(text) {
        refuse(fault.message, hint: fault.hint, rule: "url", at: .value(pair.key))
      }
      result[pair.key] = text
    }
    return result
  }

  private mutating func entryText(_ pair: (key: String, value: Plain)) -> String? {
    guard pair.value.text != nil else {
      refuseShape(pair.value, wanted: "a text", at: .value(pair.key))
      return nil
    }
    return scalar(pair.value, at: .value(pair.key))
  }

  mutating func metrics(_ value: Plain) -> [String: Count]? {
    guard let texts = named(value, fault: { _ in nil }) else { return nil }
    var result: [String: Count] = [:]
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      if let count = Count(text) {
        result[name] = count
      } else {
        refuse("\(quoted(text)) is not \(FieldType.count.phrase)", at: .value(name))
      }
    }
    return result
  }

  mutating func counts(_ value: Plain) -> [Int: Int]? {
    guard let texts = named(value, fault: { _ in nil }) else { return nil }
    var result: [Int: Int] = [:]
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      guard let year = PartialDate(name), name.utf8.count == 4 else {
        refuse("\(quoted(name)) is not a year", at: .key(name))
        continue
      }
      guard let number = Int(text), number >= 0 else {
        refuse("\(quoted(text)) is not a whole number", at: .value(name))
        continue
      }
      result[year.year] = number
    }
    return result
  }

  mutating func settings(_ value: Plain, keys: [String]) -> [String: String]? {
    guard let texts = named(value, fault: { _ in nil }) else { return nil }
    for key in texts.keys.sorted() where !keys.contains(key) {
      refuseKey(key, known: keys)
    }
    return texts
  }

  /// Refuses a key that nothing here knows.
  mutating func refuseKey(_ key: String, known: [String]) {
    refuse(
      "unknown key \(quoted(key))",
      hint: didYouMean(key, among: known) ?? "known: \(known.joined(separator: ", "))",
      rule: "unknown-key", at: .key(key))
  }

  // MARK: People

  mutating func people(_ value: Plain) -> [Person]? {
    if case .map = value {
      refuseShape(value, wanted: type.phrase)
      return nil
    }
    if value.items.isEmpty { refuseEmptyList() }
    if let text = value.text, text.contains(",") || text.contains(" and ") {
      refuse("\(quoted(text)) is one text with several names", hint: "write a list: [A, B, C]")
    }
    return value.items.enumerated().compactMap { index, item in
      let outer = path
      if value.text == nil { path.append(.item(index)) }
      defer { path = outer }
      return person(item)
    }
  }

  private static let personKeys = ["name", "equal", "corresponding", "role", "note"]

  private mutating func person(_ item: Plain) -> Person? {
    switch item {
    case .scalar(let text):
      guard scalar(item) != nil else { return nil }
      return Person.isElision(text) ? .elision : .named(Person.Named(name: text))
    case .list:
      refuseShape(item, wanted: "a name")
      return nil
    case .map(let pairs):
      for key in pairs.keys.sorted() where !Self.personKeys.contains(key) {
        refuseKey(key, known: Self.personKeys)
      }
      guard let name = item["name"] else {
        refuse("a person without a name", hint: "add \"name: …\"")
        return nil
      }
      guard let text = scalar(name, at: .value("name")) else { return nil }
      return .named(
        Person.Named(
          name: text, isEqual: flag(item, "equal"), isCorresponding: flag(item, "corresponding"),
          role: item["role"].flatMap { scalar($0, at: .value("role")) },
          note: item["note"].flatMap { scalar($0, at: .value("note")) }))
    }
  }

  private mutating func flag(_ item: Plain, _ key: String) -> Bool {
    guard let value = item[key] else { return false }
    switch value.text?.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      refuse("\(quoted(value.text ?? "")) is neither true nor false", at: .value(key))
      return false
    }
  }
}
