/// Compares two versions of one folder side by side and returns the entries that differ.
///
/// Most of a folder is the same in both versions, so equal bytes are skipped as bytes: names are
/// parsed only where the two begin to differ.
struct DifferingEntries {
  let old: RawTree
  let new: RawTree
  private var oldOffset = 0
  private var newOffset = 0

  init(old: RawTree, new: RawTree) {
    self.old = old
    self.new = new
  }

  /// The next pair with the same name, or an entry that is on one side only.
  mutating func next() throws(GitError) -> (old: RawTree.Entry?, new: RawTree.Entry?)? {
    skipEqual()
    let left = try old.entry(at: oldOffset)
    let right = try new.entry(at: newOffset)
    switch (left, right) {
    case (nil, nil): return nil
    case (let left?, nil): return (takeOld(left), nil)
    case (nil, let right?): return (nil, takeNew(right))
    case (let left?, let right?):
      switch Self.order(left, of: old, right, of: new) {
      case .before: return (takeOld(left), nil)
      case .after: return (nil, takeNew(right))
      case .same: return (takeOld(left), takeNew(right))
      }
    }
  }

  private mutating func takeOld(_ entry: RawTree.Entry) -> RawTree.Entry {
    oldOffset = entry.end
    return entry
  }

  private mutating func takeNew(_ entry: RawTree.Entry) -> RawTree.Entry {
    newOffset = entry.end
    return entry
  }

  /// Skips all entries up to the first byte that differs.
  private mutating func skipEqual() {
    let equal = old.lengthOfEqualBytes(from: oldOffset, with: new, from: newOffset)
    guard equal > 0 else { return }
    if oldOffset + equal == old.bytes.count, newOffset + equal == new.bytes.count {
      oldOffset += equal
      newOffset += equal
      return
    }
    let limit = oldOffset + equal
    while case let end = old.end(ofEntryAt: oldOffset), end <= limit {
      newOffset += end - oldOffset
      oldOffset = end
    }
  }

  private enum Order {
    case before, same, after
  }

  /// git's order within a tree: by bytes, a folder as if its name ended in `/`.
  ///
  /// A file and a folder with the same name are therefore two entries, possibly with others between
  /// them.
  private static func order(
    _ left: RawTree.Entry, of old: RawTree, _ right: RawTree.Entry, of new: RawTree
  ) -> Order {
    let leftName = old.name(of: left)
    let rightName = new.name(of: right)
    for (leftByte, rightByte) in zip(leftName, rightName) where leftByte != rightByte {
      return leftByte < rightByte ? .before : .after
    }
    let shared = min(leftName.count, rightName.count)
    let leftNext = byte(of: leftName, after: shared, left.mode)
    let rightNext = byte(of: rightName, after: shared, right.mode)
    if leftNext == rightNext { return .same }
    return leftNext < rightNext ? .before : .after
  }

  private static func byte(
    of name: ArraySlice<UInt8>, after shared: Int, _ mode: EntryMode
  ) -> UInt8 {
    if name.count > shared { return name[name.startIndex + shared] }
    return mode == .tree ? UInt8(ascii: "/") : 0
  }
}

extension RawTree {
  /// The number of equal bytes from the two offsets on.
  fileprivate func lengthOfEqualBytes(from offset: Int, with other: RawTree, from start: Int) -> Int
  {
    let left = bytes.span.bytes.extracting(droppingFirst: offset)
    let right = other.bytes.span.bytes.extracting(droppingFirst: start)
    let count = min(left.byteCount, right.byteCount)
    let word = MemoryLayout<UInt64>.size
    var index = 0
    while index + word <= count,
      left.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
        == right.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
    {
      index += word
    }
    while index < count,
      left.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt8.self)
        == right.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt8.self)
    {
      index += 1
    }
    return index
  }
}
