internal import CVModel

/// What became of entries in newer releases: one that is private now, or was when it was last seen, is left out of
/// every older release too. Goes from the newest release to the oldest.
struct Privacy {
  /// By the key on the newer side of the release that is looked at next.
  private var fates: [EntryKey: Fate] = [:]
  /// True where what is private is to be told.
  let isOff: Bool

  private struct Fate {
    var isHidden: Bool
    var hiddenFields: Set<String>

    var isPlain: Bool { !isHidden && hiddenFields.isEmpty }

    init(_ entry: Entry?) {
      isHidden = entry?.isPrivate ?? false
      hiddenFields = Set(entry?.privateFields ?? [])
    }
  }

  /// True where nothing of a CV is private, or says that it is not.
  private static func isPlain(_ cv: CV) -> Bool {
    cv.entries.values.allSatisfy { $0["visibility"] == nil && $0["private"] == nil }
  }

  init(isOff: Bool) { self.isOff = isOff }

  /// The diff of a release without what is private; the sides are left as that diff took them.
  mutating func diff(
    from old: inout DiffSide, to new: inout DiffSide, directory: PeopleDirectory
  ) -> CVDiff {
    let whole = CVDiff(from: old, to: new, directory: directory)
    guard !isOff else { return whole }
    var older = fates
    var arriving: [(EntryKey, Fate)] = []
    for change in whole.changes {
      let oldKey = change.oldKey ?? change.key
      if case .removed = change.change {
        arriving.append((oldKey, Fate(old.cv[oldKey])))
        continue
      }
      older[change.key] = nil
      let fate = fates[change.key] ?? Fate(new.cv[change.key])
      if case .modified = change.change { arriving.append((oldKey, fate)) }
      Self.hide(fate, change, &old.cv, &new.cv)
    }
    for (key, fate) in arriving { older[key] = fate }
    let isPlain = fates.values.allSatisfy(\.isPlain) && older.values.allSatisfy(\.isPlain)
    if isPlain, Self.isPlain(old.cv), Self.isPlain(new.cv) {
      fates = older
      return whole
    }
    Self.hideReferences(in: &new.cv, fates)
    fates = older
    Self.hideReferences(in: &old.cv, fates)
    let diff = CVDiff.public(from: old, to: new, directory: directory)
    old.cv = old.cv.public
    new.cv = new.cv.public
    return diff
  }

  /// A reference to an entry that is private by now goes too.
  private static func hideReferences(in cv: inout CV, _ fates: [EntryKey: Fate]) {
    for entry in cv.entries.values {
      for field in cv.schema[entry.key.kind]?.fields ?? [] {
        guard case .reference = field.type, let value = entry[field.name],
          case .reference(let key)? = field.type.meaning(of: value), fates[key]?.isHidden == true
        else { continue }
        cv[entry.key]?[field.name] = nil
      }
    }
  }

  private static func hide(
    _ fate: Fate, _ change: EntryChange, _ old: inout CV, _ new: inout CV
  ) {
    let oldKey: EntryKey? =
      if case .modified = change.change { change.oldKey ?? change.key } else { nil }
    if fate.isHidden {
      new[change.key] = nil
      if let oldKey { old[oldKey] = nil }
      return
    }
    for name in fate.hiddenFields {
      new[change.key]?[name] = nil
      if let oldKey { old[oldKey]?[name] = nil }
    }
  }
}
