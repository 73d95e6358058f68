import CVModel

/// Values of each type.
extension CVGenerator {
  mutating func value(_ type: FieldType) -> Plain {
    switch type {
    case .text: .scalar(text())
    case .paragraphs: .scalar((0..<random.int(1...3)).map { _ in text() }.joined(separator: "\n\n"))
    case .texts: list { $0.text() }
    case .tags: list { $0.random.pick(Vocabulary.tags) }
    case .fieldNames: list { $0.random.pick(Vocabulary.fieldNames) }
    case .people: people()
    case .date: date()
    case .end: random.percent(30) ? "present" : date()
    case .status(let lifecycle): status(lifecycle)
    case .choice(let values): .scalar(random.pick(values))
    case .reference: .scalar(random.percent(70) ? random.pick(known).description : "talks/a")
    case .any: anything(depth: 0)
    case .sections: .list((0..<random.int(1...4)).map { _ in section() })
    case .definitions: definitions()
    case .settings(let keys): mapping { _ in keys.map { ($0, .scalar($0)) } }
    default: number(type) ?? addressed(type)
    }
  }

  private mutating func number(_ type: FieldType) -> Plain? {
    switch type {
    case .score:
      .scalar(
        "\(random.int(1...4)).\(random.below(10))\(random.pick(["", "/5.0", " / 5", "/4.0"]))")
    case .count: count()
    case .counts:
      mapping { generator in
        (2019...2025).map { ("\($0)", .scalar("\(generator.random.below(9))")) }
      }
    case .metrics:
      mapping { generator in
        ["citations", "h-index", "größe"].map { ($0, generator.count()) }
      }
    case .money: .scalar("\(random.int(1...99))00\(random.pick([" USD", " EUR", ".50 EUR"]))")
    case .integer: .scalar("\(random.below(20))")
    default: nil
    }
  }

  private mutating func addressed(_ type: FieldType) -> Plain {
    switch type {
    case .identifier(let scheme): .scalar(identifier(scheme))
    case .url: .scalar("https://example.org/\(random.below(90))")
    case .email: .scalar("name\(random.below(90))@example.org")
    case .emails: .list((0..<random.int(1...2)).map { .scalar("name\($0)@example.org") })
    case .links:
      mapping { generator in
        ["Code", "Vidéo", "日本"].map { ($0, .scalar("https://a.org/\(generator.random.below(9))")) }
      }
    case .named:
      mapping { generator in
        ["github", "x", "orcid"].map { ($0, .scalar("name\(generator.random.below(9))")) }
      }
    default: .scalar(text())
    }
  }

  mutating func text() -> String {
    (0..<random.int(1...7)).map { _ in random.pick(Vocabulary.words) }.joined(separator: " ")
  }

  /// A list of one to five items; sometimes of 50, sometimes with a duplicate item.
  mutating func list(_ item: (inout CVGenerator) -> String) -> Plain {
    let size = random.percent(4) ? 50 : random.int(1...5)
    var items = (0..<size).map { _ in Plain.scalar(item(&self)) }
    if random.percent(12) { items.append(random.pick(items)) }
    return .list(items)
  }

  mutating func people() -> Plain {
    let size = random.percent(3) ? 50 : random.int(1...6)
    var items = (0..<size).map { _ -> Plain in
      let name = Plain.scalar(random.pick(Vocabulary.names))
      return random.percent(10) ? ["name": name, "equal": "true"] : name
    }
    if random.percent(20) {
      items.insert(random.pick(["...", "et al."]), at: random.int(1...items.count))
    }
    return .list(items)
  }

  mutating func date() -> Plain {
    let year = random.int(2015...2026)
    let month = random.int(1...12)
    let short = month < 10 ? "0\(month)" : "\(month)"
    switch random.below(5) {
    case 0: return .scalar("\(year)")
    case 1:
      return .scalar("\(random.pick(["Spring", "Summer", "Fall", "Autumn", "Winter"])) \(year)")
    case 2: return .scalar("\(year)-\(short)-1\(random.below(10))")
    default: return .scalar("\(year)-\(short)")
    }
  }

  mutating func status(_ lifecycle: Lifecycle) -> Plain {
    let step = random.pick(lifecycle.allSteps)
    return .scalar(random.percent(25) ? random.pick([step.label] + step.aliases) : step.label)
  }

  mutating func count() -> Plain {
    .scalar(
      random.pick([
        "\(random.int(1...9))50", "1,\(random.int(100...999))", "40\(random.below(9))+",
        "1.\(random.below(9))k",
      ]))
  }

  /// Some of the pairs, at least one.
  private mutating func mapping(_ pairs: (inout CVGenerator) -> [(String, Plain)]) -> Plain {
    let all = random.shuffled(pairs(&self))
    let size = random.int(1...max(1, all.count))
    return .map(Dictionary(all.prefix(size).map { ($0.0, $0.1) }) { first, _ in first })
  }

  private mutating func identifier(_ scheme: IdentifierScheme) -> String {
    switch scheme {
    case .doi: "10.\(random.int(1000...1004))/abc.\(random.below(40))"
    case .arxiv: "230\(random.int(1...9)).0\(random.int(1000...1040))"
    case .isbn: random.pick(["978-0-306-40615-7", "0-306-40615-2", "9783161484100"])
    case .issn: random.pick(["2049-3630", "0378-5955"])
    case .pmid: "\(random.int(1...99999))"
    case .orcid: random.pick(["0000-0002-1825-0097", "0000-0001-5109-3700"])
    }
  }

  private mutating func anything(depth: Int) -> Plain {
    switch random.below(depth < 2 ? 6 : 3) {
    case 3: .list((0..<random.int(1...3)).map { _ in anything(depth: depth + 1) })
    case 4: .map(["a": anything(depth: depth + 1), "ключ": anything(depth: depth + 1)])
    case 5: .scalar("\(text())\n\n  \(text())")
    default: .scalar(text())
    }
  }

  private mutating func section() -> Plain {
    var pairs: [String: Plain] = ["kind": .scalar(kindName())]
    if random.percent(60) { pairs["heading"] = .scalar(text()) }
    if random.percent(40) { pairs["intro"] = .scalar(text()) }
    if random.percent(20) { pairs["limit"] = .scalar("\(random.int(1...9))") }
    if random.percent(20) { pairs["groups"] = [["heading": "A", "where": ["type": ["journal"]]]] }
    return .map(pairs)
  }

  private mutating func definitions() -> Plain {
    var pairs: [String: Plain] = [
      "title": ["type": "text", "required": "true"], "date": ["type": "date"],
      "artists": ["type": "people"],
    ]
    for name in ["medium", "works", "visitors", "state", "venue"] where random.percent(50) {
      pairs[name] = random.pick([
        ["type": "choice", "values": ["oil", "print"]], ["type": "texts"], ["type": "count"],
        ["type": "status", "lifecycle": "grant"], ["type": "text"], ["type": "reference"],
      ])
    }
    return .map(pairs)
  }
}
