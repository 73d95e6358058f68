/// Pairs the entries of two CVs and compares each pair field by field.
struct EntryComparison: Sendable {
  private let old: [Entry]
  private let new: [Entry]
  private let oldSchema: Schema
  private let newSchema: Schema
  private let directory: PeopleDirectory
  private let pairing: Pairing
  /// The new key of each old key that changed.
  private let newKeys: [EntryKey: EntryKey]

  init(_ sides: DiffSides, directory: PeopleDirectory? = nil) {
    let (oldCV, newCV) = (sides.old.cv, sides.new.cv)
    (old, new) = (Self.sorted(oldCV), Self.sorted(newCV))
    oldSchema = oldCV.schema
    newSchema = newCV.schema
    let directory = directory ?? PeopleDirectory([oldCV, newCV])
    self.directory = directory
    pairing = Pairing(
      old, new, otherKeys: sides.otherKeys, oldSchema: oldSchema, newSchema: newSchema,
      directory: directory)
    let (before, after) = (old, new)
    newKeys = Dictionary(
      pairing.pairs.lazy.filter { before[$0.old].key != after[$0.new].key }
        .map { (before[$0.old].key, after[$0.new].key) }
    ) { first, _ in first }
  }

  private static func sorted(_ cv: CV) -> [Entry] {
    cv.entries.values.sorted { $0.key < $1.key }
  }

  /// The keys whose entries are the same on both sides.
  var unchangedKeys: [EntryKey] {
    pairing.unchangedPairs.map { new[$0.new].key }
  }

  /// The keys of each entry that is on both sides.
  var keyPairs: [(old: EntryKey, new: EntryKey)] {
    pairing.pairs.map { (old[$0.old].key, new[$0.new].key) }
  }

  /// All changes, sorted by key; a removal comes after an addition with the same key.
  func changes() -> [EntryChange] {
    let modified = pairing.changedPairs.mapInParallel { modification($0) }
    let added = pairing.freeNew.mapInParallel { index in
      EntryChange(
        key: new[index].key, name: newSchema.title(of: new[index]),
        change: .added(new[index].fields), significance: Self.significance(of: new[index].key),
        isPrivate: newSchema.isPrivate(new[index]))
    }
    let removed = pairing.freeOld.mapInParallel { index in
      EntryChange(
        key: old[index].key, name: oldSchema.title(of: old[index]),
        change: .removed(old[index].fields), significance: Self.significance(of: old[index].key),
        isPrivate: oldSchema.isPrivate(old[index]))
    }
    return (modified + added + removed).sorted {
      $0.key == $1.key ? $0.change.rank < $1.change.rank : $0.key < $1.key
    }
  }

  /// Adding or removing an entry is a headline; a record about a person or a kind is not.
  private static func significance(of key: EntryKey) -> Significance {
    Schema.builtIn.isListed(key.kind) ? .headline : .detail
  }

  private func modification(_ pair: Pairing.Pair) -> EntryChange {
    let (before, after) = (old[pair.old], new[pair.new])
    let fields = fieldChanges(before, after)
    let isMoved = before.key.kind != after.key.kind
    let significance = fields.map(\.significance).max() ?? .cosmetic
    return EntryChange(
      key: after.key, name: newSchema.title(of: after), change: .modified(fields),
      oldKey: before.key, matchedBy: pair.rung,
      significance: isMoved ? max(significance, .detail) : significance,
      isPrivate: newSchema.isPrivate(after))
  }

  private func fieldChanges(_ before: Entry, _ after: Entry) -> [FieldChange] {
    let (oldKind, newKind) = (oldSchema[before.key.kind], newSchema[after.key.kind])
    let hasPeriod = oldKind?.hasPeriod == true || newKind?.hasPeriod == true
    let differing = before.fields.namesDiffering(from: after.fields)
    let period = hasPeriod ? Period.fieldNames : []
    var changes = differing.filter { !period.contains($0) }.compactMap { name -> FieldChange? in
      let comparison = FieldComparison(
        path: FieldChange.path(ofField: name), oldType: type(of: name, oldKind),
        newType: type(of: name, newKind), people: directory)
      return comparison.change(from: before[name], to: after[name])
    }
    if differing.contains(where: period.contains),
      let change = PeriodComparison(old: before.fields, new: after.fields).change()
    {
      changes.append(change)
    }
    changes = changes.map { judged($0, newKind, before, after) }
    let order = newKind ?? oldKind
    return changes.sorted { left, right in
      let (mine, theirs) = (order?.place(of: left.path) ?? 0, order?.place(of: right.path) ?? 0)
      return (mine, left.path) < (theirs, right.path)
    }
  }

  /// The type of a field; an unknown key may hold anything.
  private func type(of name: String, _ kind: Kind?) -> FieldType? {
    kind.map { $0.field(named: name)?.type ?? .any } ?? .any
  }

  /// A change with its final significance, which depends on the rest of the entry.
  private func judged(
    _ change: FieldChange, _ kind: Kind?, _ before: Entry, _ after: Entry
  ) -> FieldChange {
    var change = change
    let role = kind?.field(named: change.fieldName)?.role
    if role == .bookkeeping { change.significance = .cosmetic }
    if role == .honours, change.items?.contains(where: { $0.effect == .added }) == true {
      change.significance = .headline
    }
    if isFollowed(change, kind) {
      change.effect = .followed
      change.significance = .cosmetic
    }
    if role == .place, change.effect == .changed, isUnderReview(before, kind),
      isUnderReview(after, kind)
    {
      change.effect = .resubmitted
      change.significance = .headline
    }
    return change
  }

  private func isUnderReview(_ entry: Entry, _ kind: Kind?) -> Bool {
    guard let kind, let status = kind.status(of: entry) else { return false }
    return kind.lifecycle?.step(named: status)?.isUnderReview == true
  }

  /// Whether a reference only changed because its entry was renamed.
  private func isFollowed(_ change: FieldChange, _ kind: Kind?) -> Bool {
    guard let type = kind?.field(named: change.fieldName)?.type, case .reference = type,
      case .reference(let before)? = change.from.flatMap({ type.meaning(of: $0) }),
      case .reference(let after)? = change.to.flatMap({ type.meaning(of: $0) })
    else { return false }
    return newKeys[before] == after
  }
}

extension EntryChange.Change {
  var rank: Int {
    switch self {
    case .modified: 0
    case .added: 1
    case .removed: 2
    }
  }
}

extension Kind {
  /// The position of a change's path among the fields; `period` has that of `start`.
  package func place(of path: String) -> Int {
    if path == FieldChange.periodPath { return index(ofField: "start") }
    return index(ofField: path.hasPrefix(".") ? String(path.dropFirst()) : path)
  }
}
