import CVModel

/// Typical edits of a CV between two revisions.
extension CVGenerator {
  private enum Edit: CaseIterable {
    case fields, fieldsAgain, period, status, people, profile, add, remove, rename, move, swap,
      chain
    case copy, retitle, togglePrivate, respellEverywhere, replace, resubmit, ownKind
  }

  /// The CV after one to six edits.
  mutating func edited(_ cv: CV) -> CV {
    var result = cv
    for _ in 0..<random.int(1...6) { apply(random.pick(Edit.allCases), to: &result) }
    result.schema = result.declaredSchema
    return result
  }

  private mutating func apply(_ edit: Edit, to cv: inout CV) {
    let keys = cv.entries.keys.sorted()
    guard !keys.isEmpty else { return add(to: &cv) }
    let key = random.pick(keys)
    switch edit {
    case .fields, .fieldsAgain, .retitle: editFields(of: key, in: &cv, isTitle: edit == .retitle)
    case .period: editPeriod(in: &cv)
    case .status: editTyped(in: &cv) { if case .status = $0 { true } else { false } }
    case .people: editTyped(in: &cv) { $0 == .people }
    case .profile: editOwnRecords(in: &cv)
    case .add: add(to: &cv)
    case .remove: cv[key] = nil
    case .rename: rename(key, to: EntryKey(kind: key.kind, id: id()), in: &cv)
    case .move:
      rename(key, to: EntryKey(kind: Self.twins[key.kind] ?? kindName(), id: key.id), in: &cv)
    case .swap, .chain: exchange(key, in: &cv, isSwap: edit == .swap)
    case .copy: copy(key, in: &cv)
    case .togglePrivate: togglePrivate(key, in: &cv)
    case .respellEverywhere: respellEverywhere(in: &cv)
    case .replace: cv[key] = Entry(key: key, fields: fields(of: cv.schema[key.kind]))
    case .resubmit: resubmit(in: &cv)
    case .ownKind: editKind(in: &cv)
    }
  }

  /// Kinds between which entries are moved, since they are named by the same field.
  private static let twins = [
    "projects": "software", "software": "projects", "experience": "volunteering",
    "volunteering": "experience", "skills": "interests", "interests": "skills",
  ]

  private mutating func editFields(of key: EntryKey, in cv: inout CV, isTitle: Bool) {
    guard let kind = cv.schema[key.kind], !kind.fields.isEmpty else {
      cv[key]?["title"] = .scalar(text())
      return
    }
    for _ in 0..<random.int(1...3) {
      var field = random.pick(kind.fields)
      if isTitle, let name = kind.nameFields.first, let title = kind.field(named: name) {
        field = title
      }
      edit(field, of: key, in: &cv)
    }
    if random.percent(15) { cv[key]?["x-own"] = carelessValue(.any) }
    if random.percent(4) { cv[key]?["period"] = carelessValue(.any) }
  }

  mutating func edit(_ field: Field, of key: EntryKey, in cv: inout CV) {
    guard !Period.fieldNames.contains(field.name) else {
      if var fields = cv[key]?.fields {
        setPeriod(&fields)
        cv[key]?.fields = fields
      }
      return
    }
    guard let value = cv[key]?[field.name] else {
      cv[key]?[field.name] = carelessValue(field.type)
      return
    }
    cv[key]?[field.name] = random.percent(15) ? nil : mutated(value, field.type)
  }

  private mutating func editTyped(in cv: inout CV, where isWanted: (FieldType) -> Bool) {
    for key in cv.entries.keys.sorted() {
      for field in cv.schema[key.kind]?.fields ?? [] where isWanted(field.type) {
        if random.percent(70) { edit(field, of: key, in: &cv) }
      }
    }
  }

  private mutating func editOwnRecords(in cv: inout CV) {
    for key in [EntryKey.profile, .document] where cv[key] != nil {
      for field in cv.schema[key.kind]?.fields ?? []
      where random.percent(40) && !Kind.isCommon(field) {
        edit(field, of: key, in: &cv)
      }
    }
  }

  private mutating func editPeriod(in cv: inout CV) {
    for key in cv.entries.keys.sorted() where cv.schema[key.kind]?.hasPeriod == true {
      guard var fields = cv[key]?.fields else { continue }
      switch random.below(6) {
      case 0: setPeriod(&fields)
      case 1: (fields["end"], fields["expected"]) = (date(), nil)
      case 2: (fields["end"], fields["expected"]) = (random.percent(50) ? "present" : nil, nil)
      case 3: (fields["end"], fields["expected"]) = (nil, date())
      case 4: fields["start"] = fields["start"].map { mutated($0, .date) } ?? date()
      default: fields["start"] = fields["start"] == nil ? date() : nil
      }
      cv[key]?.fields = fields
    }
  }

  private mutating func add(to cv: inout CV) {
    let key = EntryKey(kind: kindName(cv.schema["exhibitions"] != nil), id: id())
    if cv[key] == nil { cv[key] = Entry(key: key, fields: fields(of: cv.schema[key.kind])) }
  }

  /// Renames an entry to a free key, and half of the time also its references.
  private mutating func rename(_ key: EntryKey, to other: EntryKey, in cv: inout CV) {
    guard key != .profile, key != .document, cv[other] == nil, let entry = cv[key] else { return }
    cv[key] = nil
    cv[other] = Entry(key: other, fields: entry.fields)
    guard random.percent(70) else { return }
    for (place, entry) in cv.entries.sorted(by: { $0.key < $1.key }) {
      for (name, value) in entry.fields where value == .scalar(key.description) {
        cv[place]?[name] = .scalar(other.description)
      }
    }
  }

  private mutating func exchange(_ key: EntryKey, in cv: inout CV, isSwap: Bool) {
    guard let other = cv.entries(of: key.kind).map(\.key).first(where: { $0 != key }),
      let (mine, theirs) = cv[key].flatMap({ mine in cv[other].map { (mine.fields, $0.fields) } })
    else { return }
    cv[other]?.fields = mine
    cv[key] = isSwap ? Entry(key: key, fields: theirs) : nil
    if !isSwap {
      let third = EntryKey(kind: key.kind, id: id())
      if cv[third] == nil { cv[third] = Entry(key: third, fields: theirs) }
    }
  }

  private mutating func copy(_ key: EntryKey, in cv: inout CV) {
    let other = EntryKey(kind: key.kind, id: id())
    guard key != .profile, key != .document, cv[other] == nil, let fields = cv[key]?.fields
    else { return }
    cv[other] = Entry(key: other, fields: fields)
    if random.percent(50) { editFields(of: key, in: &cv, isTitle: false) }
  }

  private mutating func togglePrivate(_ key: EntryKey, in cv: inout CV) {
    guard var entry = cv[key] else { return }
    if random.percent(50) {
      entry["visibility"] = entry["visibility"] != nil ? nil : "private"
    } else {
      entry["private"] = entry["private"] == nil ? value(.fieldNames) : nil
    }
    cv[key] = entry
  }

  private mutating func respellEverywhere(in cv: inout CV) {
    let name = Plain.scalar(random.pick(Vocabulary.names))
    let spelling = Plain.scalar(respelled(name))
    for (key, entry) in cv.entries.sorted(by: { $0.key < $1.key }) {
      for (field, value) in entry.fields {
        guard case .list(let items) = value, items.contains(name) else { continue }
        cv[key]?[field] = .list(items.map { $0 == name ? spelling : $0 })
      }
    }
  }

  private mutating func resubmit(in cv: inout CV) {
    for entry in cv.entries(of: "publications") {
      cv[entry.key]?["status"] = "Under Review"
      cv[entry.key]?["venue"] = .scalar(text())
    }
  }

  private mutating func editKind(in cv: inout CV) {
    let key = EntryKey(kind: "kinds", id: "exhibitions")
    guard cv[key] != nil else {
      cv[key] = Entry(key: key, fields: fields(of: Schema.builtIn["kinds"]))
      return
    }
    for field in Schema.builtIn["kinds"]?.fields ?? []
    where ["label", "fields", "name"].contains(field.name) && random.percent(60) {
      edit(field, of: key, in: &cv)
    }
  }
}

extension Kind {
  /// Whether every entry may have the field.
  static func isCommon(_ field: Field) -> Bool {
    ["url", "links", "tags", "note", "order", "visibility", "private"].contains(field.name)
  }
}
