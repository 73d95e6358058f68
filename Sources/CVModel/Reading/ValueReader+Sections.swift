internal import Text

/// Reads the sections of `cv.yaml`.
extension ValueReader {
  mutating func sections(_ value: Plain) -> [Section]? {
    guard case .list(let items) = value else {
      refuseShape(value, wanted: type.phrase)
      return nil
    }
    if items.isEmpty { refuseEmptyList() }
    return items.enumerated().compactMap { index, item in
      path = [.item(index)]
      defer { path = [] }
      return section(item)
    }
  }

  private mutating func section(_ item: Plain) -> Section? {
    guard case .map(let pairs) = item else {
      refuseShape(item, wanted: "a section such as {kind: publications, heading: Publications}")
      return nil
    }
    refuseKeys(of: pairs, but: Section.keys)
    guard let kind = pairs["kind"] else {
      if !holdsMisspelling(of: "kind", pairs, among: Section.keys) {
        refuse("a section without a kind", hint: "add \"kind: publications\"", rule: "required")
      }
      return nil
    }
    guard let kind = scalar(kind, wanted: "a kind", at: .value("kind")) else { return nil }
    return Section(
      kind: kind, heading: text(pairs, "heading"), intro: text(pairs, "intro"),
      groups: groups(pairs["groups"]), filter: filter(pairs["where"]), limit: limit(pairs["limit"]),
      sort: text(pairs, "sort"), entries: ids(pairs["entries"]),
      dates: DateRange(since: date(pairs, "since"), until: date(pairs, "until")))
  }

  private mutating func date(_ pairs: [String: Plain], _ key: String) -> PartialDate? {
    guard let text = text(pairs, key) else { return nil }
    if let date = PartialDate(text) { return date }
    refuse("\(quoted(text)) is not \(FieldType.date.phrase)", at: .value(key))
    return nil
  }

  private mutating func ids(_ value: Plain?) -> [String] {
    guard let value else { return [] }
    if value.items.isEmpty || !value.items.allSatisfy({ $0.text != nil }) {
      refuseShape(value, wanted: "a list of ids", at: .value("entries"))
    }
    return value.items.compactMap(\.text)
  }

  private mutating func text(_ pairs: [String: Plain], _ key: String) -> String? {
    pairs[key].flatMap { scalar($0, wanted: "a text", at: .value(key)) }
  }

  private mutating func limit(_ value: Plain?) -> Int? {
    guard let value, let text = scalar(value, wanted: "a whole number", at: .value("limit")) else {
      return nil
    }
    guard let number = Int(text), number > 0 else {
      refuse("\(quoted(text)) is not a whole number above zero", at: .value("limit"))
      return nil
    }
    return number
  }

  private mutating func groups(_ value: Plain?) -> [Section.Group] {
    guard let value else { return [] }
    guard case .list(let items) = value else {
      refuseShape(value, wanted: "a list of groups", at: .value("groups"))
      return []
    }
    let outer = path
    defer { path = outer }
    return items.enumerated().compactMap { index, item in
      path = outer + [.value("groups"), .item(index)]
      guard case .map(let pairs) = item else {
        refuseShape(item, wanted: "a group such as {heading: Articles, where: {type: journal}}")
        return nil
      }
      refuseKeys(of: pairs, but: Section.groupKeys)
      return Section.Group(
        heading: text(pairs, "heading"), intro: text(pairs, "intro"),
        filter: filter(pairs["where"]))
    }
  }

  private mutating func filter(_ value: Plain?) -> Filter {
    guard let value else { return Filter() }
    guard case .map(let pairs) = value else {
      refuseShape(value, wanted: "fields with values such as {type: journal}", at: .value("where"))
      return Filter()
    }
    let outer = path
    defer { path = outer }
    path.append(.value("where"))
    var values: [String: [String]] = [:]
    for (field, wanted) in pairs.sorted(by: { $0.key < $1.key }) {
      if wanted.items.isEmpty || !wanted.items.allSatisfy({ $0.text?.isEmpty == false }) {
        refuseShape(wanted, wanted: "a value or a list of values", at: .value(field))
      }
      values[field] = wanted.items.compactMap(\.text)
    }
    return Filter(values)
  }
}
