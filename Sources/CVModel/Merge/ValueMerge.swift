/// Merges values by their types, and collects what does not go together.
struct ValueMerge {
  let people: PeopleDirectory
  let preferred: EntryMerge.Side
  /// False if it is not known what the sides began with.
  let hasBase: Bool
  var conflicts: [EntryMerge.Disagreement] = []
  var superseded: [EntryMerge.Disagreement] = []

  init(people: PeopleDirectory, preferred: EntryMerge.Side, hasBase: Bool) {
    self.people = people
    self.preferred = preferred
    self.hasBase = hasBase
  }

  /// The merged value of a part of a field; nil if nothing is left of it.
  mutating func merged(
    _ path: [String], _ type: FieldType, base: Plain?, ours: Plain?, theirs: Plain?
  ) -> Plain? {
    if ours == theirs { return ours }
    if hasBase {
      if ours == base { return theirs }
      if theirs == base { return ours }
    }
    guard let mine = ours, let other = theirs else {
      if !hasBase { return ours ?? theirs }
      return conflict(path, base, ours, theirs)
    }
    if hasSameMeaning(type, mine, other) { return mine }
    return typed(path, type, base, mine, other)
  }

  /// Both sides have a value, and neither is that of the base.
  private mutating func typed(
    _ path: [String], _ type: FieldType, _ base: Plain?, _ ours: Plain, _ theirs: Plain
  ) -> Plain? {
    switch type {
    case .status(let lifecycle) where hasBase:
      if let side = lifecycle.further(base, ours, theirs) {
        return superseding(path, base, ours, theirs, by: side)
      }
    case .date where hasBase, .end where hasBase:
      if let side = Self.sharper(ours, theirs) {
        return superseding(path, base, ours, theirs, by: side)
      }
    case .people where base != nil:
      return list(path, base, ours, theirs, .people(people))
    case .sections where hasBase: return list(path, base, ours, theirs, .key("kind"))
    case .texts where hasBase, .bullets where hasBase, .tags where hasBase, .fieldNames:
      return list(path, base, ours, theirs, .words)
    case .counts, .links, .named, .metrics, .settings, .definitions:
      if case .map(let mine) = ours, case .map(let other) = theirs {
        return mapping(path, type.valueType, base, mine, other)
      }
    case .any:
      switch (ours, theirs) {
      case (.map(let mine), .map(let other)): return mapping(path, .any, base, mine, other)
      case (.list, .list) where hasBase: return list(path, base, ours, theirs, .words)
      default: break
      }
    default: break
    }
    return conflict(path, base, ours, theirs)
  }

  /// Notes a conflict, and returns the value of the preferred side.
  mutating func conflict(
    _ path: [String], _ base: Plain?, _ ours: Plain?, _ theirs: Plain?
  ) -> Plain? {
    conflicts.append(
      EntryMerge.Disagreement(path: path, base: base, ours: ours, theirs: theirs))
    return preferred == .ours ? ours : theirs
  }

  private mutating func superseding(
    _ path: [String], _ base: Plain?, _ ours: Plain, _ theirs: Plain, by side: EntryMerge.Side
  ) -> Plain {
    superseded.append(
      EntryMerge.Disagreement(path: path, base: base, ours: ours, theirs: theirs))
    return side == .ours ? ours : theirs
  }

  private mutating func mapping(
    _ path: [String], _ type: FieldType, _ base: Plain?, _ ours: [String: Plain],
    _ theirs: [String: Plain]
  ) -> Plain? {
    var merged: [String: Plain] = [:]
    for key in Set(ours.keys).union(theirs.keys).sorted() {
      merged[key] = self.merged(
        path + [key], type, base: base?[key], ours: ours[key], theirs: theirs[key])
    }
    return merged.isEmpty ? nil : .map(merged)
  }

  private mutating func list(
    _ path: [String], _ base: Plain?, _ ours: Plain, _ theirs: Plain, _ pairing: ListMerge.Pairing
  ) -> Plain? {
    let sides = (base: base?.items ?? [], ours: ours.items, theirs: theirs.items)
    var isOfPeople = false
    if case .people = pairing { isOfPeople = true }
    // A mapping in the place of a list has no items to merge by.
    guard ![base, ours, theirs].contains(where: { $0?.isMapping ?? false }),
      let merge = ListMerge(sides.base, sides.ours, sides.theirs, pairing)
    else {
      return conflict(path, base, ours, theirs)
    }
    let items = merge.items { item in self.item(path, item, isOfPeople) }
    return items.isEmpty ? nil : .list(items)
  }

  /// The merged item of a list; nil if it is removed.
  private mutating func item(
    _ path: [String], _ item: ListMerge.Item, _ isOfPeople: Bool
  ) -> Plain? {
    let path = path + [String(item.position + 1)]
    let parts = [item.base, item.ours, item.theirs].map { $0.flatMap(Self.personParts) }
    guard isOfPeople, parts.contains(where: { $0 != nil }), let ours = item.ours,
      let theirs = item.theirs, ours != theirs, ours != item.base, theirs != item.base
    else {
      return merged(path, .any, base: item.base, ours: item.ours, theirs: item.theirs)
    }
    // A person who is only a name on one side and more on the other is merged by key.
    func pairs(_ value: Plain?) -> [String: Plain] {
      value.flatMap { Self.personParts($0) ?? ["name": $0] } ?? [:]
    }
    let merged = mapping(
      path, .any, item.base.map { .map(pairs($0)) }, pairs(ours), pairs(theirs))
    if case .map(let result)? = merged, result.count == 1, let name = result["name"] { return name }
    return merged
  }

  private static func personParts(_ value: Plain) -> [String: Plain]? {
    if case .map(let pairs) = value { pairs } else { nil }
  }

  /// True for two values of one meaning: a DOI with and without its address, a text in other
  /// capitals.
  private func hasSameMeaning(_ type: FieldType, _ left: Plain, _ right: Plain) -> Bool {
    switch type {
    case .text, .lines, .paragraphs:
      guard let mine = left.text, let theirs = right.text else { return false }
      return mine.hasSameMeaning(as: theirs)
    case .people: return isOfSamePeople(left.items, right.items)
    case .any, .texts, .bullets, .sections, .definitions: return false
    default:
      guard let meaning = type.meaning(of: left) else { return false }
      return meaning == type.meaning(of: right)
    }
  }

  /// True for two lists that name the same people in one order, with nothing else said of them.
  private func isOfSamePeople(_ left: [Plain], _ right: [Plain]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { mine, theirs in
        if mine == theirs { return true }
        guard let name = mine.text, let other = theirs.text, !Person.isElision(name),
          !Person.isElision(other)
        else { return false }
        return people.identity(of: name).match(people.identity(of: other)) == .certain
      }
  }

  /// The side whose date says the same as the other's and more.
  private static func sharper(_ ours: Plain, _ theirs: Plain) -> EntryMerge.Side? {
    guard let mine = ours.text.flatMap(PartialDate.init),
      let other = theirs.text.flatMap(PartialDate.init)
    else { return nil }
    if mine.sharpens(other) { return .ours }
    return other.sharpens(mine) ? .theirs : nil
  }
}

extension Plain {
  fileprivate var isMapping: Bool { if case .map = self { true } else { false } }
}

extension FieldType {
  /// The type of the values under the keys of a mapping.
  fileprivate var valueType: FieldType {
    switch self {
    case .counts, .metrics: .count
    case .links: .url
    case .definitions: .any
    default: .text
    }
  }
}

extension Lifecycle {
  /// The side whose status is further along, if both moved forward; nil if that cannot be told.
  fileprivate func further(
    _ base: Plain?, _ ours: Plain, _ theirs: Plain
  ) -> EntryMerge.Side? {
    guard let mine = ours.text.flatMap(step(named:)),
      let other = theirs.text.flatMap(step(named:)), let rank = mine.rank,
      let otherRank = other.rank, rank != otherRank
    else { return nil }
    if let base {
      guard let start = base.text.flatMap(step(named:)), start.rank != nil,
        transition(from: start, to: mine) == .forward,
        transition(from: start, to: other) == .forward
      else { return nil }
    }
    return rank > otherRank ? .ours : .theirs
  }
}
