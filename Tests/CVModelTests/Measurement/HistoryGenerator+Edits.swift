import CVModel

/// Edits of one entry between two revisions, often several at once.
extension HistoryGenerator {
  mutating func edited(_ entry: Entry, among items: [Item]) -> Entry {
    var result = entry
    if entry.key.kind == "publications" {
      result.fields = editedPaper(entry.fields)
    } else {
      if random.percent(40) { result["note"] = .scalar("Note \(random.below(1_000))") }
      if random.percent(20) {
        result["url"] = .scalar("https://example.org/\(random.below(1_000))")
      }
    }
    if random.percent(70) {
      let key = EntryKey(kind: entry.key.kind, id: id(result.fields))
      if !items.contains(where: { $0.entry.key == key }) { result.key = key }
    }
    return result
  }

  private mutating func editedPaper(_ old: Fields) -> Fields {
    var fields = old
    if random.percent(50) { fields["title"] = .scalar(retitled(old["title"]?.text ?? "")) }
    if random.percent(60) { fields["venue"] = .scalar(random.pick(Research.venues)) }
    if random.percent(60) { fields["status"] = .scalar(random.pick(Research.statuses)) }
    if random.percent(40) { fields["type"] = .scalar(random.pick(["journal", "preprint"])) }
    if random.percent(40), let year = fields["date"]?.text.flatMap(Int.init) {
      fields["date"] = .scalar("\(year + random.int(0...2))")
    }
    if random.percent(30) { fields["doi"] = .scalar("10.1145/\(random.below(1_000_000))") }
    if random.percent(30) { fields["arxiv"] = random.percent(70) ? nil : arxiv() }
    if random.percent(30) { fields["authors"] = editedAuthors(fields["authors"]?.items ?? []) }
    return fields
  }

  /// Most titles change by a word or two, some by half; a few keep only the topic.
  private mutating func retitled(_ title: String) -> String {
    var words = title.split(separator: " ").map(String.init)
    let rounds: Int
    switch random.below(20) {
    case 0..<13: rounds = random.int(1...2)
    case 13..<19: rounds = max(1, words.count / 2)
    default: rounds = words.count
    }
    for _ in 0..<rounds where !words.isEmpty {
      let index = random.below(words.count)
      let word = random.pick(
        random.percent(50) ? Research.connectives : random.pick(Research.topics))
      switch random.below(3) {
      case 0: words[index] = word
      case 1: words.insert(word, at: index)
      default: if words.count > 3 { words.remove(at: index) }
      }
    }
    return words.joined(separator: " ")
  }

  private mutating func editedAuthors(_ items: [Plain]) -> Plain {
    var items = items
    switch random.below(4) {
    case 0: items.append(.scalar(random.pick(Research.people)))
    case 1 where items.count > 2: items.removeLast()
    case 2 where items.count > 3: items.replaceSubrange(2..<items.count - 1, with: ["..."])
    default:
      items = items.map { name in
        let words = (name.text ?? "").split(separator: " ")
        guard words.count > 1, let family = words.last else { return name }
        return .scalar("\(words[0].prefix(1)). \(family)")
      }
    }
    return .list(items)
  }
}
