internal import Text

/// Reads types that are written as a mapping, and people, who may be.
extension ValueReader {
  /// The pairs of a mapping by key; anything else is invalid.
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
    return scalar(pair.value, wanted: "a text", at: .value(pair.key))
  }

  mutating func metrics(_ value: Plain) -> [String: Count]? {
    guard let pairs = pairs(value) else { return nil }
    var result: [String: Count] = [:]
    for pair in pairs {
      guard let text = entryText(pair) else { continue }
      if let count = Count(text) {
        result[pair.key] = count
      } else {
        refuse("\(quoted(text)) is not \(FieldType.count.phrase)", at: .value(pair.key))
      }
    }
    return result
  }

  mutating func counts(_ value: Plain) -> [Int: Int]? {
    guard let pairs = pairs(value) else { return nil }
    var result: [Int: Int] = [:]
    for (name, value) in pairs {
      guard let text = entryText((name, value)) else { continue }
      guard name.count == 4, let year = PartialDate(name) else {
        refuse("\(quoted(name)) is not a year", at: .key(name))
        continue
      }
      guard text.count <= 9, text.isASCIIDigits, let number = Int(text) else {
        refuse("\(quoted(text)) is not a whole number", at: .value(name))
        continue
      }
      result[year.year] = number
    }
    return result
  }

  mutating func settings(_ value: Plain, keys: [String]) -> [String: String]? {
    guard case .map(let pairs) = value else {
      refuseShape(value, wanted: type.phrase)
      return nil
    }
    refuseKeys(of: pairs, but: keys)
    if let unit = pairs["by"]?.text, keys.contains("by"), unit != "year" {
      refuse(
        "expected \(quoted("year")), found \(quoted(unit))", hint: "write \"by: year\"",
        at: .value("by"))
    }
    if let month = pairs["winter"]?.text, keys.contains("winter"),
      PartialDate.Winter(rawValue: month.lowercased()) == nil
    {
      refuse(
        "expected \(quoted("January")) or \(quoted("December")), found \(quoted(month))",
        hint: "write the month that sorts as winter", at: .value("winter"))
    }
    let known = pairs.filter { keys.contains($0.key) }
    return known.isEmpty ? [:] : named(.map(known)) { _ in nil }
  }

  /// Reports unknown keys, except custom ones.
  mutating func refuseKeys(of pairs: [String: Plain], but known: [String]) {
    for key in pairs.keys.sorted() where !known.contains(key) && !key.hasPrefix("x-") {
      refuse(
        "unknown key \(quoted(key))",
        hint: didYouMean(key, among: known) ?? "known: \(known.joined(separator: ", "))",
        rule: "unknown-key", at: .key(key))
    }
  }

  /// Whether a misspelling of a key is present, which has already been reported.
  func holdsMisspelling(of key: String, _ pairs: [String: Plain], among known: [String]) -> Bool {
    pairs.keys.contains { !known.contains($0) && suggestion(for: $0, among: known) == key }
  }

  // MARK: People

  mutating func people(_ value: Plain) -> [Person]? {
    if case .map = value {
      refuseShape(value, wanted: type.phrase)
      return nil
    }
    if value.items.isEmpty { refuseEmptyList() }
    var people: [Person] = []
    people.reserveCapacity(value.items.count)
    for (index, item) in value.items.enumerated() {
      let step = value.text == nil ? Misread.Step.item(index) : nil
      if let person = person(item, isAlone: value.items.count == 1, at: step) {
        people.append(person)
      }
    }
    return people
  }

  /// The separator in a text with the names of several people; nil if it is one name, including
  /// `Family, Given` and `Name, Jr.`.
  private static func separator(in name: String, isAlone: Bool) -> String? {
    if name.split(separator: " ").dropFirst().dropLast().contains("and") { return " and " }
    guard let mark = name.first(where: { ",;&".contains($0) }) else { return nil }
    if mark != "," || name.contains(";") { return name.contains(";") ? ";" : "&" }
    let parts = name.split(separator: ",").map { $0.split(separator: " ") }
    let suffixes: Set<Substring> = ["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"]
    let names = parts.filter { !($0.count == 1 && suffixes.contains($0[0])) }
    let areFull = names.count == 2 && isAlone && names.allSatisfy { $0.count > 1 }
    return names.count > 2 || areFull ? "," : nil
  }

  private static let personKeys = NameParts.keys + ["equal", "corresponding", "role", "note"]

  private mutating func person(
    _ item: Plain, isAlone: Bool, at step: Misread.Step?
  ) -> Person? {
    if case .map(let pairs) = item, pairs.keys.contains(where: { isPersonKey($0) }) {
      let outer = path
      defer { path = outer }
      if let step { path.append(step) }
      return person(pairs)
    }
    guard let text = scalar(item, wanted: "a name", at: step) else { return nil }
    if Person.isElision(text) { return .elision }
    if let separator = Self.separator(in: text, isAlone: isAlone) {
      misreads.append(
        Misread(
          path: step.map { [$0] } ?? [],
          message: "\(quoted(text)) contains several names",
          hint: Self.listHint(text, separator: separator), rule: type.name))
    }
    return .named(Person.Named(name: text))
  }

  /// Whether a key is one of a person, or similar to one.
  private func isPersonKey(_ key: String) -> Bool {
    suggestion(for: key, among: Self.personKeys) != nil
  }

  private mutating func person(_ pairs: [String: Plain]) -> Person? {
    refuseKeys(of: pairs, but: Self.personKeys)
    guard let (text, parts) = name(pairs) else { return nil }
    return .named(
      Person.Named(
        name: text, givenParts: parts, isEqual: flag(pairs, "equal"),
        isCorresponding: flag(pairs, "corresponding"),
        role: pairs["role"].flatMap { scalar($0, wanted: "a text", at: .value("role")) },
        note: pairs["note"].flatMap { scalar($0, wanted: "a text", at: .value("note")) }))
  }

  /// The name of a person, written whole or in parts, or that of a group.
  private mutating func name(
    _ pairs: [String: Plain]
  ) -> (text: String, parts: NameParts?)? {
    let whole = ["name", "group", "family"].filter { pairs[$0] != nil }
    guard let key = whole.first else {
      if !NameParts.keys.contains(where: {
        holdsMisspelling(of: $0, pairs, among: Self.personKeys)
      }) {
        let hint = pairs["given"] == nil ? "add \"name: …\"" : "add \"family: …\""
        refuse("a person without a name", hint: hint, rule: "required")
      }
      return nil
    }
    let inParts = key == "family" ? ["given", "suffix"] : []
    for other in NameParts.keys where other != key && pairs[other] != nil {
      if inParts.contains(other) {
        _ = pairs[other].flatMap { scalar($0, wanted: "a text", at: .value(other)) }
      } else {
        refuse(
          "\(quoted(key)) and \(quoted(other)) both name the person",
          hint: "write {name: …}, {given: …, family: …} or {group: …}", at: .key(other))
      }
    }
    guard let value = pairs[key], let text = scalar(value, wanted: "a name", at: .value(key)) else {
      return nil
    }
    guard key != "name", let parts = NameParts(pairs) else { return (text, nil) }
    return (parts.sorted, parts)
  }

  /// A Boolean value; false if it is missing.
  mutating func flag(_ pairs: [String: Plain], _ key: String) -> Bool {
    guard let value = pairs[key], let text = scalar(value, wanted: "true or false", at: .value(key))
    else { return false }
    switch text.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      refuse("\(quoted(text)) is neither true nor false", at: .value(key))
      return false
    }
  }
}
