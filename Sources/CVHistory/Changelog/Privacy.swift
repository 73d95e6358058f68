internal import CVModel

/// The later privacy of entries: an entry that is private now, or was in its last version, is left
/// out of every older release too. Goes from the newest release to the oldest.
struct Privacy {
  /// By the key on the newer side of the next release.
  private var fates: [EntryKey: Fate] = [:]
  /// Whether private data is included.
  let isOff: Bool

  private struct Fate {
    var isHidden: Bool
    var hiddenFields: Set<String>

    var isPlain: Bool { !isHidden && hiddenFields.isEmpty }

    init(_ entry: Entry?, _ schema: Schema) {
      let privacy = entry.map(schema.privacy)
      isHidden = privacy?.hidesAll ?? false
      hiddenFields = privacy?.fields ?? []
    }
  }

  init(isOff: Bool) { self.isOff = isOff }

  /// The diff of a release without private data; also filters the sides.
  mutating func diff(
    from old: inout DiffSide, to new: inout DiffSide, hidden: HiddenEntries?,
    directory: PeopleDirectory
  ) -> CVDiff {
    let whole = CVDiff(from: old, to: new, directory: directory)
    guard !isOff else { return whole }
    var older = fates
    var newer = Self.hiddenKeys(fates)
    var arriving: [(EntryKey, Fate)] = []
    for change in whole.changes {
      let oldKey = change.oldKey ?? change.key
      if case .removed = change.change {
        arriving.append((oldKey, Fate(old.cv[oldKey], old.cv.schema)))
        continue
      }
      var fate = fates[change.key] ?? Fate(new.cv[change.key], new.cv.schema)
      if hidden?.entries.contains(change.key) == true { fate.isHidden = true }
      // Older releases must not mention it either.
      older[change.key] = fate.isHidden ? fate : nil
      if fate.isHidden { newer.insert(change.key) }
      if case .modified = change.change { arriving.append((oldKey, fate)) }
      Self.hide(fate, change, &old.cv, &new.cv)
    }
    for (key, fate) in arriving { older[key] = fate }
    let isPlain = fates.values.allSatisfy(\.isPlain) && older.values.allSatisfy(\.isPlain)
    fates = older
    if isPlain, newer.isEmpty, hidden?.isEmpty ?? true, old.cv.isPlain, new.cv.isPlain {
      return whole
    }
    new.cv = new.cv.withholding(newer)
    old.cv = old.cv.withholding(Self.hiddenKeys(older))
    hidden?.hide(in: &old)
    hidden?.hide(in: &new)
    let diff = CVDiff.public(from: old, to: new, directory: directory)
    old.cv = old.cv.public
    new.cv = new.cv.public
    return diff
  }

  /// The entries that must not be mentioned.
  private static func hiddenKeys(_ fates: [EntryKey: Fate]) -> Set<EntryKey> {
    Set(fates.lazy.filter(\.value.isHidden).map(\.key))
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
