extension CVDiff {
  /// A diff for others: both sides without what is private on the newer one.
  ///
  /// An entry that is private now is left out of both sides, under any key it had, and so are all
  /// mentions of it. One that was private and is public now counts as added. The same holds for
  /// private fields.
  ///
  /// - Parameters:
  ///   - variants: each side's, which cuts the whole side before anything is hidden.
  ///   - entries: entries that are private by what neither side holds.
  ///   - fields: such fields of other entries.
  package static func `public`(
    from old: DiffSide, to new: DiffSide, directory: PeopleDirectory? = nil,
    variants: (old: Variant, new: Variant)? = nil,
    hiding entries: Set<EntryKey> = [], fields: [EntryKey: Set<String>] = [:]
  ) -> CVDiff {
    let sides = DiffSides(
      variants.map { old.narrowed(by: $0.old) } ?? old,
      variants.map { new.narrowed(by: $0.new) } ?? new)
    let readable = sides.readable
    let whole = EntryComparison(readable, directory: directory)
    let unchanged = whole.unchangedKeys.count { key in
      readable.new.cv[key].map(readable.new.cv.schema.isPrivate) == false
        && readable.old.stamp(of: key) != readable.new.stamp(of: key)
    }
    let shown = sides.public(pairs: whole.keyPairs, hiding: entries, fields)
    var result = CVDiff(shown, directory: directory)
    for index in result.unreadable.indices {
      // The reason may quote private parts of the file.
      result.unreadable[index].reason = "the record cannot be read"
    }
    result.formattingOnly = unchanged
    return result
  }
}

extension DiffSides {
  /// Both sides without what is private, given which entries are one.
  fileprivate func `public`(
    pairs: [(old: EntryKey, new: EntryKey)], hiding entries: Set<EntryKey>,
    _ fields: [EntryKey: Set<String>]
  ) -> DiffSides {
    var (before, after) = (old.cv.privacy, new.cv.privacy)
    before.hide(entries, fields)
    after.hide(entries, fields)
    for pair in pairs {
      if after.entries.contains(pair.new) { before.entries.insert(pair.old) }
      before.fields[pair.old, default: []].formUnion(after.fields[pair.new] ?? [])
    }
    let (hiddenBefore, hiddenAfter) = (before.entries, after.entries)
    // An entry that is private on one side and missing on the other must not be mentioned there
    // either.
    before.mentions = hiddenBefore.union(hiddenAfter.filter { old.cv[$0] == nil })
    after.mentions = hiddenAfter.union(hiddenBefore.filter { new.cv[$0] == nil })
    let hidden = hiddenBefore.union(hiddenAfter)
    var result = self
    result.old.cv = old.cv.hiding(before)
    result.new.cv = new.cv.hiding(after)
    result.old.unreadable.removeAll { hidden.contains($0.key) }
    result.new.unreadable.removeAll { hidden.contains($0.key) }
    result.twins = twins.filter { $0.value.isDisjoint(with: hidden) }
    return result
  }
}
