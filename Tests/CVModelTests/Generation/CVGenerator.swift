import CVModel

/// Generates CVs, values and edits from a seed.
struct CVGenerator {
  var random: SplitMix64
  /// The keys that references may name.
  var known: [EntryKey] = []
  /// True if every value is one that its type reads, and every field one that its kind has.
  var isCareful = false

  init(seed: Int) { random = SplitMix64(seed: UInt64(seed) &* 0x2545_F491_4F6C_DD1D) }

  /// A CV of six to eleven records of any kind, usually with a profile and a document.
  mutating func cv() -> CV {
    var keys: [EntryKey] = []
    if random.percent(60) { keys.append(.profile) }
    if random.percent(50) { keys.append(.document) }
    let own = random.percent(50)
    if own { keys.append(EntryKey(kind: "kinds", id: "exhibitions")) }
    for _ in 0..<random.int(6...11) { keys.append(EntryKey(kind: kindName(own), id: id())) }
    known = keys
    var entries: [Entry] = []
    var schema = Schema.builtIn
    for key in keys where entries.allSatisfy({ $0.key != key }) {
      let entry = Entry(key: key, fields: fields(of: schema[key.kind]))
      if let kind = Kind(definedBy: entry), key.kind == "kinds" { schema = schema.adding([kind]) }
      entries.append(entry)
    }
    return CV(entries: entries, schema: schema)
  }

  private static let builtInNames = Schema.builtIn.kinds.map(\.name)
    .filter { !["profile", "document", "kinds"].contains($0) }

  mutating func kindName(_ own: Bool = false) -> String {
    if own, random.percent(30) { return "exhibitions" }
    return !isCareful && random.percent(4) ? "unknown-kind" : random.pick(Self.builtInNames)
  }

  /// An ID from so few that two CVs often share one.
  mutating func id() -> String {
    random.pick(["alpha", "beta", "gamma", "delta", "icml", "paper", "talk"])
      + (random.percent(60) ? "-\(random.int(1...40))" : "")
  }

  /// The fields of a record: all required ones, and some others.
  mutating func fields(of kind: Kind?) -> Fields {
    var fields = Fields()
    for field in kind?.fields ?? [] where field.isRequired || random.percent(35) {
      if Period.fieldNames.contains(field.name) { continue }
      if field.name == "visibility", random.percent(70) { continue }
      fields[field.name] = carelessValue(field.type)
    }
    if kind == nil { fields["title"] = .scalar(text()) }
    if kind?.hasPeriod == true, random.percent(80) { setPeriod(&fields) }
    if isCareful { return fields }
    if random.percent(12) { fields["x-own"] = value(.any) }
    if random.percent(5) { fields["unknown"] = value(.any) }
    if random.percent(2) { fields["period"] = value(.any) }
    return fields
  }

  /// A value of a type; sometimes an invalid or empty one.
  mutating func carelessValue(_ type: FieldType) -> Plain {
    switch isCareful ? 99 : random.below(100) {
    case 0..<4: .scalar(random.pick(Vocabulary.unread))
    case 4: random.pick([.list([]), .scalar(""), .map([:]), .list([.scalar("")])])
    case 5: random.pick([.list([.list(["a"]), "b"]), .map(["a": ["b", "c"], "é": "d"])])
    default: value(type)
    }
  }

  /// A realistic period: past, ongoing, with an expected end, or without a start.
  mutating func setPeriod(_ fields: inout Fields) {
    for name in Period.fieldNames { fields[name] = nil }
    let start = date()
    switch random.below(10) {
    case 0..<3: (fields["start"], fields["end"]) = (start, date())
    case 3..<5: (fields["start"], fields["end"]) = (start, random.pick(["present", "Present"]))
    case 5..<7: (fields["start"], fields["expected"]) = (start, date())
    case 7: fields["start"] = start
    case 8: fields["expected"] = date()
    default: fields["end"] = random.percent(70) ? date() : .scalar("unknown")
    }
  }
}
