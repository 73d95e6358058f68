import CVModel

/// Papers whose IDs contain the name of a project, as in real histories.
extension HistoryGenerator {
  /// The name of a project: an acronym such as `bsp3` or `mfxplainer`, or sometimes a word of its
  /// title.
  private mutating func project(_ title: String) -> String {
    let words = title.lowercased().split(separator: " ").filter { $0.count > 4 }
    if random.percent(25), !words.isEmpty {
      return String(random.pick(words)).filter { $0.isASCII && $0.isLetter }
    }
    let letters = Array("abcdefghiklmnoprstuvwxz")
    let name = (0..<random.int(4...8)).map { _ in String(random.pick(letters)) }.joined()
    return random.percent(20) ? name + "\(random.int(2...9))" : name
  }

  private mutating func projectID(_ project: String, _ fields: Fields) -> String {
    let year = fields["date"]?.text.map { String($0.prefix(4)) } ?? "2024"
    switch random.below(6) {
    case 0: return "preprint-\(project)"
    case 1: return "\(year)-\(random.int(10...12))-\(project)"
    case 2: return "\(project)-\(year)"
    case 3: return "\(year)-icml-\(project)"
    case 4: return "joss-\(project)"
    default: return project
    }
  }

  /// A preprint of at least three authors with a project's ID.
  private mutating func projectPaper() -> (fields: Fields, project: String) {
    var fields = paper()
    let people = random.shuffled(Research.people)
    let names = [Research.owner] + people.prefix(random.int(2...5))
    fields["authors"] = .list(names.map(Plain.scalar))
    fields["type"] = "preprint"
    fields["venue"] = nil
    fields["status"] = random.pick([nil, "Submitted", "Under Review"])
    fields["arxiv"] = random.percent(60) ? arxiv() : nil
    return (fields, project(fields["title"]?.text ?? ""))
  }

  /// A new title, on the same topic or another one.
  private mutating func newTitle() -> Plain { paper()["title"] ?? "Untitled" }

  /// A preprint that gets another ID, title, venue and status at once; its authors stay, or one
  /// changes.
  mutating func publishUnderNewName(in items: inout [Item], touched: inout Set<Int>) {
    guard let index = projectItem(in: items, touched), let name = items[index].project else {
      return
    }
    var fields = items[index].entry.fields
    fields["title"] = newTitle()
    fields["venue"] = .scalar(random.pick(Research.venues))
    fields["status"] = random.pick(["Accepted", "Published"])
    fields["type"] = random.pick(["journal", "conference"])
    if random.percent(60), let year = fields["date"]?.text.flatMap(Int.init) {
      fields["date"] = .scalar("\(year + random.int(0...2))")
    }
    if random.percent(70) {
      (fields["arxiv"], fields["doi"]) = (nil, .scalar("10.1145/\(random.below(1_000_000))"))
    }
    if random.percent(25), var authors = fields["authors"]?.items {
      switch random.below(3) {
      case 0: authors.append(.scalar(random.pick(Research.people)))
      case 1 where authors.count > 4: authors.removeLast()
      default: authors = random.shuffled(authors)
      }
      fields["authors"] = .list(authors)
    }
    let key = EntryKey(kind: "publications", id: projectID(name, fields))
    guard !items.contains(where: { $0.entry.key == key }) else { return }
    touched.insert(items[index].trueID)
    items[index].entry = Entry(key: key, fields: fields)
    // Sometimes, the project's next paper is added as well.
    if random.percent(15) { addToProject(items[index], to: &items, &touched) }
  }

  /// A trap: one paper of a project is removed, and another one by the same people is added with
  /// the project's name.
  ///
  /// Something distinguishes the two, except in one of fifty traps: two papers of the project are
  /// added, both have an arXiv ID, or both are published.
  mutating func replaceInProject(in items: inout [Item], touched: inout Set<Int>) {
    guard let index = projectItem(in: items, touched) else { return }
    let gone = items[index]
    let status = gone.entry["status"]?.text ?? ""
    switch random.below(50) {
    case 0: addToProject(gone, to: &items, &touched)
    case 1..<20 where gone.entry["arxiv"] != nil:
      addToProject(gone, ["arxiv": arxiv()], to: &items, &touched)
    case 1..<40 where ["Accepted", "Published"].contains(status):
      addToProject(gone, ["status": "Published", "type": "journal"], to: &items, &touched)
    default: for _ in 0..<2 { addToProject(gone, to: &items, &touched) }
    }
    items.removeAll { $0.trueID == gone.trueID }
  }

  /// Another paper of a project, with some fields of its own.
  private mutating func addToProject(
    _ item: Item, _ own: Fields = Fields(), to items: inout [Item], _ touched: inout Set<Int>
  ) {
    guard let name = item.project else { return }
    var fields = item.entry.fields
    fields["title"] = newTitle()
    fields["date"] = .scalar("\(random.int(2020...2026))")
    fields["venue"] = .scalar(random.pick(Research.venues))
    fields["status"] = .scalar(random.pick(Research.statuses))
    fields["type"] = random.pick(["preprint", "conference", "journal"])
    (fields["arxiv"], fields["doi"]) = (random.percent(60) ? arxiv() : nil, nil)
    for (field, value) in own { fields[field] = value }
    insert(fields, kind: "publications", id: projectID(name, fields), project: name, to: &items)
    // Do not edit an entry in the step that adds it.
    if let new = items.last { touched.insert(new.trueID) }
  }

  /// Some papers of projects to begin with.
  mutating func startProjects(in items: inout [Item]) {
    for _ in 0..<random.int(2...5) {
      let (fields, name) = projectPaper()
      insert(
        fields, kind: "publications", id: projectID(name, fields), project: name, to: &items)
      var touched: Set<Int> = []
      if random.percent(30), let last = items.last { addToProject(last, to: &items, &touched) }
    }
  }

  private mutating func projectItem(in items: [Item], _ touched: Set<Int>) -> Int? {
    let places = items.indices.filter { place in
      let item = items[place]
      let isNamed = item.project.map { item.entry.key.id.split(separator: "-").contains($0[...]) }
      return isNamed == true && !touched.contains(item.trueID)
    }
    return places.isEmpty ? nil : random.pick(places)
  }
}
