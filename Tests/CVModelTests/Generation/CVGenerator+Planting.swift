import CVModel

/// Edits that are rare by chance, added to a case so that each type and each effect occurs often
/// enough.
extension CVGenerator {
  /// Adds a few records to both sides, each with one field edited in a chosen way.
  mutating func plant(in old: inout CV, _ new: inout CV) {
    for _ in 0..<5 { plantType(in: &old, &new) }
    plantFields(status(), in: &old, &new)
    plantFields(period(), in: &old, &new)
    plantFields(peopleEdit(), in: &old, &new)
    if random.percent(40) { plantFields(numbers(), in: &old, &new) }
    if random.percent(25) { plantRename(in: &old, &new) }
    if random.percent(35) { plantOtherFile(in: &old, &new) }
    if random.percent(20) { plantIDWord(in: &old, &new) }
  }

  /// Every pair of a kind and a field, grouped by the field's type.
  private static let fieldsByType: [[(kind: String, field: Field)]] = {
    let pairs = Schema.builtIn.kinds.flatMap { kind in kind.fields.map { (kind.name, $0) } }
    let groups = Dictionary(grouping: pairs) { $0.1.type.name }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }()

  private mutating func plantType(in old: inout CV, _ new: inout CV) {
    let (kind, field) = random.pick(random.pick(Self.fieldsByType))
    if Period.fieldNames.contains(field.name) { return }
    let key = key(of: kind)
    if old[key] == nil { old[key] = Entry(key: key, fields: fields(of: Schema.builtIn[kind])) }
    let before = value(field.type)
    old[key]?[field.name] = before
    if new[key] == nil { new[key] = old[key] }
    new[key]?[field.name] = mutated(before, field.type)
  }

  private mutating func key(of kind: String) -> EntryKey {
    switch kind {
    case "profile": .profile
    case "document": .document
    case "kinds": EntryKey(kind: "kinds", id: "exhibitions")
    default: EntryKey(kind: kind, id: "planted-\(random.below(4))")
    }
  }

  /// Some fields of a kind before and after.
  private struct Planted {
    let kind: String
    let old: [String: Plain]
    let new: [String: Plain]
  }

  private mutating func plantFields(_ planted: Planted, in old: inout CV, _ new: inout CV) {
    let key = EntryKey(kind: planted.kind, id: "planted-by-effect-\(random.below(40))")
    var entry = Entry(key: key, fields: fields(of: Schema.builtIn[planted.kind]))
    for name in Set(planted.old.keys).union(planted.new.keys) { entry[name] = planted.old[name] }
    if planted.old["start"] == nil, planted.new["start"] != nil || planted.new["end"] != nil {
      for name in Period.fieldNames { entry[name] = planted.old[name] }
    }
    old[key] = entry
    for name in Set(planted.old.keys).union(planted.new.keys) { entry[name] = planted.new[name] }
    new[key] = entry
  }

  private mutating func status() -> Planted {
    let kind = random.pick(["publications", "grants", "patents"])
    let steps = Schema.builtIn[kind]?.lifecycle?.steps.map(\.label) ?? []
    let exits = Schema.builtIn[kind]?.lifecycle?.exits.map(\.label) ?? []
    let (low, high) = (random.int(0...1), random.int(2...3))
    let (from, to, venue): (String, String, String)
    switch random.below(5) {
    case 0: (from, to, venue) = (steps[low], steps[high], "A")
    case 1: (from, to, venue) = (steps[high], steps[low], "A")
    case 2: (from, to, venue) = (random.pick(steps), random.pick(exits), "A")
    case 3:
      return Planted(
        kind: "publications", old: ["status": random.pick(["Rejected", "R&R"])],
        new: ["status": random.pick(["Submitted", "Under Review"])])
    default:
      return Planted(
        kind: "publications", old: ["status": "Under Review", "venue": "ICML"],
        new: ["status": random.pick(["Under Review", "under-review"]), "venue": "NeurIPS"])
    }
    return Planted(
      kind: kind, old: ["status": .scalar(from)],
      new: ["status": .scalar(to), "note": .scalar(venue)])
  }

  private mutating func period() -> Planted {
    let kind = random.pick(["experience", "education", "software", "service", "awards"])
    let cases: [([String: Plain], [String: Plain])] = [
      (["start": "2021", "end": "present"], ["start": "2021", "end": "2025-08"]),
      (["start": "2021", "expected": "2025-05"], ["start": "2021", "expected": "2026-05"]),
      (["start": "2021", "expected": "2025-05"], ["start": "2021", "end": "2025-04"]),
      (["start": "2021", "end": "2025-08"], ["start": "2021", "end": "2025-09"]),
      (["start": "2021", "end": "2025"], ["start": "2021", "end": "2025-09"]),
      (["start": "2021", "end": "2025-08"], ["start": "2021", "end": "present"]),
      (["expected": "2025-08"], ["start": "2021", "expected": "2025-08"]),
    ]
    let (old, new) = random.pick(cases)
    return Planted(kind: kind, old: old, new: new)
  }

  private mutating func peopleEdit() -> Planted {
    let names = random.shuffled(Vocabulary.names).prefix(5).map(Plain.scalar)
    var (old, new) = (names, names)
    switch random.below(4) {
    case 0: old.replaceSubrange(1...2, with: ["..."])
    case 1: new.insert(new.remove(at: 4), at: 0)
    case 2: new[1] = .scalar(respelled(new[1]))
    default: new.append("Added Person")
    }
    return Planted(kind: "publications", old: ["authors": .list(old)], new: ["authors": .list(new)])
  }

  private mutating func numbers() -> Planted {
    let (low, high) = ("\(random.int(100...400))+", "\(random.int(500...900))+")
    let (old, new) = random.percent(50) ? (low, high) : (high, low)
    return Planted(kind: "software", old: ["stars": .scalar(old)], new: ["stars": .scalar(new)])
  }

  /// A renamed paper, with an award that refers to it.
  private mutating func plantRename(in old: inout CV, _ new: inout CV) {
    let (before, after) = ("planted-old-\(random.below(9))", "planted-new-\(random.below(9))")
    let fields = fields(of: Schema.builtIn["publications"])
    let award = EntryKey(kind: "awards", id: "planted-award")
    for (id, isOld) in [(before, true), (after, false)] {
      let key = EntryKey(kind: "publications", id: id)
      let reference = Plain.scalar(key.description)
      let entry = Entry(
        key: award, fields: Fields([("title", "Best Paper"), ("publication", reference)]))
      if isOld {
        (old[key], old[award]) = (Entry(key: key, fields: fields), entry)
      } else {
        (new[key], new[award]) = (Entry(key: key, fields: fields), entry)
      }
    }
  }

  /// A paper with another ID and title, but with the same people and a word of the old ID.
  private mutating func plantIDWord(in old: inout CV, _ new: inout CV) {
    let (word, authors) = ("mfxplainer", Plain.list(["Emmy Noether", "Ann Lee", "Björk Guð"]))
    for (id, title, isOld) in [
      ("preprint-\(word)", "Rotten Cabbages", true), ("\(word)-2024", "Zinc Foxtrot", false),
    ] {
      let key = EntryKey(kind: "publications", id: id)
      let entry = Entry(
        key: key, fields: ["title": .scalar(title), "authors": authors, "venue": .scalar(text())])
      if isOld { old[key] = entry } else { new[key] = entry }
    }
  }

  /// A paper with another ID: with its DOI, with its title, or with most of its title.
  private mutating func plantOtherFile(in old: inout CV, _ new: inout CV) {
    var fields: Fields = [
      "title": "Planted Solvers for Generated Systems of Equations", "date": "2024",
      "authors": ["Avik Pal", "Alan Edelman", "Chris Rackauckas"], "doi": "10.5555/planted.1",
    ]
    let before = EntryKey(kind: "publications", id: "other-\(random.below(9))")
    old[before] = Entry(key: before, fields: fields)
    fields["venue"] = .scalar(text())
    switch random.below(3) {
    case 0: fields["title"] = .scalar(text())
    case 1: fields["doi"] = nil
    default: (fields["doi"], fields["title"]) = (nil, "Planted Solvers for Generated Equations")
    }
    let after = EntryKey(kind: "publications", id: "another-\(random.below(9))")
    new[after] = Entry(key: after, fields: fields)
  }
}
