import CVModel

/// Edits of values.
extension CVGenerator {
  /// An edited value: usually a similar one, sometimes a completely different one.
  mutating func mutated(_ value: Plain, _ type: FieldType) -> Plain {
    if random.percent(25) { return carelessValue(type) }
    switch type {
    case .text, .paragraphs: return .scalar(mutated(value.text ?? text()))
    case .texts, .tags, .fieldNames: return mutated(list: value.items, type)
    case .people: return mutated(people: value.items)
    case .date: return mutated(date: value)
    case .count: return .scalar(mutated(count: value.text ?? "1"))
    case .counts, .metrics, .links, .named, .settings: return mutated(mapping: value, type)
    case .status(let lifecycle): return mutated(status: value, lifecycle)
    case .identifier: return mutated(identifier: value, type)
    case .sections: return mutated(sections: value.items)
    default: return self.value(type)
    }
  }

  /// A text with a word added, removed or replaced, or with another spelling of the same words.
  private mutating func mutated(_ text: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let index = random.below(words.count)
    switch random.below(5) {
    case 0: words.insert(random.pick(Vocabulary.words), at: index)
    case 1: words[index] = random.pick(Vocabulary.words)
    case 2: return text.uppercased()
    case 3: return "**\(text)**"
    default: if words.count > 1 { words.remove(at: index) }
    }
    return words.joined(separator: " ")
  }

  private mutating func mutated(list items: [Plain], _ type: FieldType) -> Plain {
    var items = items
    guard !items.isEmpty else { return value(type) }
    let index = random.below(items.count)
    func new(_ generator: inout CVGenerator) -> Plain {
      generator.value(type).items.first ?? "x"
    }
    for _ in 0..<random.int(1...2) where items.indices.contains(index) {
      switch random.below(7) {
      case 0: items.insert(new(&self), at: index)
      case 1: items.remove(at: index)
      case 2: items.append(items.remove(at: index))
      case 3: items[index] = new(&self)
      case 4: items = random.shuffled(items)
      default: items[index] = .scalar(mutated(items[index].text ?? "x"))
      }
    }
    return .list(items)
  }

  private mutating func mutated(people items: [Plain]) -> Plain {
    var items = items
    guard !items.isEmpty else { return people() }
    let index = random.below(items.count)
    switch random.below(8) {
    case 0: items.insert(.scalar(random.pick(Vocabulary.names)), at: index)
    case 1: items.remove(at: index)
    case 2: items.append(items.remove(at: index))
    case 3, 4: items[index] = .scalar(respelled(items[index]))
    case 5: items[index] = ["name": items[index]["name"] ?? items[index], "note": "equal"]
    case 6: items.replaceSubrange(index..., with: ["..."])
    default: items = completed(items)
    }
    return .list(items)
  }

  /// The list with people in place of each elision.
  private mutating func completed(_ items: [Plain]) -> [Plain] {
    items.flatMap { item -> [Plain] in
      guard item == "..." || item == "et al." else { return [item] }
      return (0..<random.int(1...2)).map { _ in .scalar(random.pick(Vocabulary.names)) }
    }
  }

  /// Another spelling of a name: initials, capitals, or the family name first.
  func respelled(_ person: Plain) -> String {
    let name = person.text ?? person["name"]?.text ?? "A. B"
    let words = name.split(separator: " ").map(String.init)
    guard let family = words.last, words.count > 1 else { return name.uppercased() }
    let initials = words.dropLast().map { "\($0.prefix(1))." }.joined(separator: " ")
    let respelled = "\(initials) \(family)"
    return respelled == name ? "\(family), \(initials)" : respelled
  }

  private mutating func mutated(date value: Plain) -> Plain {
    guard let text = value.text, let date = PartialDate(text), random.percent(60) else {
      return self.date()
    }
    if let season = date.season {
      return .scalar(season == .fall ? "Autumn \(date.year)" : "Winter \(date.year)")
    }
    return .scalar(
      date.month == nil ? "\(text)-05" : date.day == nil ? "\(text)-17" : "\(date.year)")
  }

  private mutating func mutated(count text: String) -> String {
    switch random.below(3) {
    case 0: text.hasSuffix("+") ? String(text.dropLast()) : text + "+"
    case 1: text.replacing(",", with: "")
    default: "\(random.int(1...99))50+"
    }
  }

  private mutating func mutated(mapping value: Plain, _ type: FieldType) -> Plain {
    guard case .map(var pairs) = value, case .map(let others) = self.value(type) else {
      return self.value(type)
    }
    if random.percent(30), let key = pairs.keys.min() { pairs[key] = nil }
    for (key, other) in others.sorted(by: { $0.key < $1.key }) where random.percent(60) {
      pairs[key] = type == .metrics ? .scalar(mutated(count: pairs[key]?.text ?? "7")) : other
    }
    return .map(pairs)
  }

  private mutating func mutated(status value: Plain, _ lifecycle: Lifecycle) -> Plain {
    guard let step = value.text.flatMap({ lifecycle.step(named: $0) }), random.percent(30) else {
      return status(lifecycle)
    }
    return .scalar(random.pick([step.label.lowercased(), step.label] + step.aliases))
  }

  private mutating func mutated(identifier value: Plain, _ type: FieldType) -> Plain {
    guard case .identifier(let scheme) = type, let text = value.text, random.percent(50) else {
      return self.value(type)
    }
    return .scalar(scheme.url(for: scheme.bare(text)) ?? text.replacing("-", with: ""))
  }

  private mutating func mutated(sections items: [Plain]) -> Plain {
    var items = items
    guard !items.isEmpty, random.percent(70) else { return value(.sections) }
    let index = random.below(items.count)
    switch (random.below(4), items[index]) {
    case (0, _): items.append(items.remove(at: index))
    case (1, .map(var pairs)):
      pairs["heading"] = .scalar(text())
      items[index] = .map(pairs)
    case (2, .map(var pairs)):
      pairs["limit"] = .scalar("\(random.int(1...9))")
      items[index] = .map(pairs)
    default: items += value(.sections).items
    }
    return .list(items)
  }
}
