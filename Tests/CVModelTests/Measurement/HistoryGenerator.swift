import CVModel

/// Generates two revisions of a group's CV whose true matches are known.
struct HistoryGenerator {
  /// An entry with a true ID that never changes.
  struct Item {
    let trueID: Int
    var entry: Entry
    /// The name of its project, which its ID contains.
    var project: String?
  }

  var random: SplitMix64
  private var nextID = 0

  init(seed: Int) { random = SplitMix64(seed: UInt64(seed) &* 0x9E37_79B9) }

  /// 30 to 60 entries: mostly papers, then talks, courses and service.
  mutating func start() -> [Item] {
    var items: [Item] = []
    for _ in 0..<random.int(30...60) { add(to: &items) }
    startProjects(in: &items)
    return items
  }

  /// The items after one to thirty changes at once, including additions and removals.
  mutating func step(_ items: [Item]) -> [Item] {
    var result = items
    var touched: Set<Int> = []
    for _ in 0..<random.int(1...30) {
      switch random.below(100) {
      case 0..<15: add(to: &result)
      case 15..<20: addFollowUp(to: &result)
      case 20..<30 where !result.isEmpty: result.remove(at: random.below(result.count))
      case 30..<33: publishUnderNewName(in: &result, touched: &touched)
      case 33: replaceInProject(in: &result, touched: &touched)
      default:
        guard !result.isEmpty else { continue }
        let index = random.below(result.count)
        guard touched.insert(result[index].trueID).inserted else { continue }
        let entry = self.edited(result[index].entry, among: result)
        result[index].entry = entry
      }
    }
    return result
  }

  private mutating func add(to items: inout [Item]) {
    let fields: (String, Fields)
    switch random.below(10) {
    case 0..<7: fields = ("publications", paper())
    case 7: fields = ("presentations", talk(of: items))
    case 8: fields = ("teaching", term())
    default: fields = ("service", service())
    }
    // Entries that only differ in their date are not duplicated.
    let isThere = items.contains {
      $0.entry.key.kind == fields.0 && $0.entry.fields.without("note", "url") == fields.1
    }
    if !isThere { insert(fields.1, kind: fields.0, to: &items) }
  }

  /// Another paper of the same people, whose title shares words with an earlier one.
  private mutating func addFollowUp(to items: inout [Item]) {
    let papers = items.filter { $0.entry.key.kind == "publications" }
    guard !papers.isEmpty else { return }
    var fields = random.pick(papers).entry.fields
    var words = (fields["title"]?.text ?? "").split(separator: " ").map(String.init)
    words = random.shuffled(words.count > 4 ? Array(words.dropFirst(words.count / 2)) : words)
    fields["title"] = .scalar((words + title(topic()).prefix(4)).joined(separator: " "))
    fields["date"] = .scalar("\(random.int(2020...2026))")
    (fields["arxiv"], fields["doi"]) = (random.percent(50) ? arxiv() : nil, nil)
    insert(fields, kind: "publications", to: &items)
  }

  /// - Parameters:
  ///   - id: its ID, made from its fields if it is nil.
  ///   - project: the name of its project.
  mutating func insert(
    _ fields: Fields, kind: String, id: String? = nil, project: String? = nil,
    to items: inout [Item]
  ) {
    nextID += 1
    var entry = Entry(key: EntryKey(kind: kind, id: id ?? self.id(fields)), fields: fields)
    while items.contains(where: { $0.entry.key == entry.key }) { entry.key.id += "x" }
    items.append(Item(trueID: nextID, entry: entry, project: project))
  }

  // MARK: Entries

  private mutating func topic() -> [String] { random.pick(Research.topics) }

  private mutating func title(_ topic: [String]) -> [String] {
    var words = Array(random.shuffled(topic).prefix(random.int(3...6)))
    for _ in 0..<random.int(1...3) {
      words.insert(random.pick(Research.connectives), at: random.below(words.count))
    }
    return words
  }

  mutating func paper() -> Fields {
    var words = title(topic())
    if random.percent(25) {
      words.insert("\(random.pick(["Lux", "Nova", "Reach", "Deq"]))\(random.below(30)).jl:", at: 0)
    }
    var fields: Fields = [
      "title": .scalar(words.joined(separator: " ")), "type": "conference",
      "date": .scalar("\(random.int(2019...2026))"), "authors": authors(),
    ]
    if random.percent(80) { fields["venue"] = .scalar(random.pick(Research.venues)) }
    if random.percent(70) { fields["status"] = .scalar(random.pick(Research.statuses)) }
    if random.percent(40) { fields["arxiv"] = arxiv() }
    return fields
  }

  /// The owner and one to five others, of whom the first few are on most papers.
  private mutating func authors() -> Plain {
    var names: [String] = []
    for _ in 0..<random.int(1...5) {
      names.append(
        random.pick(random.percent(60) ? Array(Research.people.prefix(5)) : Research.people))
    }
    names.insert(Research.owner, at: random.below(2))
    var seen: Set<String> = []
    return .list(names.filter { seen.insert($0).inserted }.map(Plain.scalar))
  }

  mutating func arxiv() -> Plain {
    let month = random.int(1...12)
    let year = random.int(20...25)
    return .scalar("\(year)\(month < 10 ? "0" : "")\(month).\(random.int(10_000...99_999))")
  }

  private mutating func talk(of items: [Item]) -> Fields {
    let papers = items.filter { $0.entry.key.kind == "publications" }
    let title = papers.isEmpty ? "Opening" : random.pick(papers).entry["title"] ?? "Talk"
    return [
      "title": title, "event": [.scalar(random.pick(Research.venues))],
      "date": .scalar("\(random.int(2019...2026))-0\(random.int(1...9))"),
      "location": .scalar(random.pick(["Paris", "Lyon", "Vienna", "Vancouver, Canada", "Online"])),
    ]
  }

  private mutating func term() -> Fields {
    [
      "course": .scalar(random.pick(Research.courses)), "institution": "MIT", "role": "TA",
      "date": .scalar("\(random.pick(["Spring", "Fall"])) \(random.int(2019...2026))"),
    ]
  }

  private mutating func service() -> Fields {
    let year = Plain.scalar("\(random.int(2019...2026))")
    return [
      "organization": .scalar(random.pick(["NeurIPS", "ICML", "ICLR", "AAAI"])), "role": "Reviewer",
      "start": year, "end": year,
    ]
  }

  mutating func id(_ fields: Fields) -> String {
    let name = fields["title"] ?? fields["course"] ?? fields["organization"] ?? "entry"
    let words = (name.text ?? "entry").lowercased().filter {
      $0.isASCII && ($0.isLetter || $0 == " ")
    }
    .split(separator: " ").prefix(random.int(1...3)).joined(separator: "-")
    switch random.below(3) {
    case 0: return words
    case 1: return "\(fields["date"]?.text?.suffix(4) ?? "")-\(words)".lowercased()
    default: return "\(words)-\(random.below(99))"
    }
  }
}
