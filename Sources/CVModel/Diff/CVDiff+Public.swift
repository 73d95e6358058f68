extension CVDiff {
  /// What of a diff may leave the house: both sides without what is private on the newer one.
  ///
  /// An entry that is private now is left out on both sides, under whatever key it had; one that was private and is public
  /// now counts as added. Of an entry's private fields, now or then, nothing is told.
  ///
  /// - Parameter variants: each side's, which is cut last: what is hidden takes no place in a limit.
  package static func `public`(
    from old: DiffSide, to new: DiffSide, variants: (old: Variant, new: Variant)? = nil
  ) -> CVDiff {
    let whole = CVDiff(from: old, to: new)
    var (old, new) = (old, new)
    var privateNow: Set<EntryKey> = []
    for change in whole.changes {
      let oldKey = change.oldKey ?? change.key
      if let now = new.cv[change.key], now.isPrivate { privateNow.insert(oldKey) }
      let hidden =
        (new.cv[change.key]?.privateFields ?? []) + (old.cv[oldKey]?.privateFields ?? [])
      for name in hidden {
        old.cv[oldKey]?[name] = nil
        new.cv[change.key]?[name] = nil
      }
    }
    old.cv = old.cv.public(alsoHiding: privateNow)
    new.cv = new.cv.public
    if let variants {
      old = old.narrowed(by: variants.old)
      new = new.narrowed(by: variants.new)
    }
    return CVDiff(from: old, to: new)
  }
}
