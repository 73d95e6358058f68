/// Checks that the offsets in pack indexes are inside their packs, before libgit2 opens them.
///
/// libgit2 1.5 reads wherever an index points; past the end of a pack, that crashes the program.
/// libgit2 checks the rest of an index itself and rejects damaged ones. Packs that appear while the
/// program runs, as from `git gc`, are not checked. Source: `gitformat-pack(5)`.
struct PackIndexes {
  /// `objects/pack`.
  private let folder: String

  /// Checks all pack indexes in an object folder. Files that cannot be read, or that `git gc` has
  /// just removed, are left to libgit2.
  ///
  /// - Throws: an index that is damaged, or does not belong to its pack.
  static func check(in objects: String) throws(GitError) {
    let indexes = PackIndexes(folder: objects + "/pack")
    for name in indexes.names {
      let end = indexes.end(ofPackWith: name)
      guard end != nil || isOfManyPacks(name) else { continue }
      try indexes.expectFile(name)
      if let end { try indexes.check(name, end) } else { try indexes.checkManyPacks(name) }
    }
  }

  /// Rejects anything but a regular file: libgit2 would wait for the other end of a pipe.
  private func expectFile(_ name: [UInt8]) throws(GitError) {
    guard let status = FileStatus(of: path(name)), !status.isRegularFile else { return }
    throw GitError(
      code: GitError.Code.malformed, message: "'\(path(name))' is not a regular file",
      function: "PackIndexes.check", hint: "remove it; 'git fsck' shows what is damaged")
  }

  private var names: [[UInt8]] {
    do throws(GitError) {
      return try FolderNames.names(in: NativePath(folder))
    } catch {
      return []
    }
  }

  private static func isOfManyPacks(_ name: [UInt8]) -> Bool {
    name.elementsEqual("multi-pack-index".utf8)
  }

  /// An offset with this bit is an index into the table of 8-byte offsets.
  private static let isLong = 0x8000_0000
  /// The minimum size of an object: one byte for its size, and zlib's output for empty content.
  private static let smallestObject = 9

  private func path(_ name: [UInt8]) -> NativePath { NativePath(GitPath(bytes: name), in: folder) }

  /// Where the last object of a pack can begin, given the hash at the pack's end; nil if this is
  /// not the name of a pack index.
  private func end(ofPackWith index: [UInt8]) -> Int? {
    guard index.suffix(4).elementsEqual(".idx".utf8) else { return nil }
    return FileStatus(of: path(index.dropLast(4) + ".pack".utf8))
      .map { max(0, $0.size - ObjectID.size) }
  }

  // MARK: One pack

  private func check(_ name: [UInt8], _ end: Int) throws(GitError) {
    guard let file = OpenFile(path(name)), let header = file.bytes(0..<8 + 1024) else { return }
    guard header.starts(with: [0xFF, 0x74, 0x4F, 0x63]) else {
      return try checkFirstVersion(name, file, header, end)
    }
    let count = header.bigEndian(at: header.count - 4)
    let start = header.count + count * (ObjectID.size + 4)
    let longStart = start + count * 4
    let longEnd = file.size - 2 * ObjectID.size
    guard longStart <= longEnd, longEnd - longStart <= 8 * max(0, count - 1) else { return }
    try expect(count * Self.smallestObject <= end, name)
    try file.forEachPiece(of: start..<longStart) { (places) throws(GitError) in
      if places.highestNumber < min(end, Self.isLong) { return }
      for place in stride(from: 0, to: places.count, by: 4) {
        let isInside = isInside(places.bigEndian(at: place), end, file, longStart..<longEnd)
        try expect(isInside, name)
      }
    }
  }

  /// The format of git before 1.6, without 8-byte offsets.
  private func checkFirstVersion(
    _ name: [UInt8], _ file: borrowing OpenFile, _ header: [UInt8], _ end: Int
  ) throws(GitError) {
    let (start, entry) = (1024, 4 + ObjectID.size)
    let count = header.bigEndian(at: start - 4)
    guard start + count * entry + 2 * ObjectID.size == file.size else { return }
    try expect(count * Self.smallestObject <= end, name)
    for number in 0..<count {
      let place = start + number * entry
      guard let bytes = file.bytes(place..<place + 4) else { return }
      try expect(bytes.bigEndian(at: 0) < end, name)
    }
  }

  // MARK: Multi-pack index

  /// Checks a multi-pack index, which maps each object to a pack and an offset. libgit2 trusts most
  /// of this file, so everything is checked.
  private func checkManyPacks(_ name: [UInt8]) throws(GitError) {
    let headerSize = 12
    guard let file = OpenFile(path(name)),
      let header = file.bytes(0..<min(file.size, headerSize + ChunkTable.largest)),
      header.starts(with: Array("MIDX".utf8) + [1, 1])
    else { return }
    let end = file.size - ObjectID.size
    guard let chunks = ChunkTable(header, at: headerSize, end: end),
      let names = chunks["PNAM"].flatMap({ file.bytes($0) }),
      let fanout = chunks["OIDF"].flatMap({ file.bytes($0) }), fanout.count == 1024
    else { throw damaged(name) }
    let packs = names.split(separator: 0).map { self.end(ofPackWith: Array($0)) }
    // libgit2 allocates as many as the file claims.
    try expect(header.bigEndian(at: 8) == packs.count, name)
    let count = fanout.bigEndian(at: 1020)
    let large = chunks["LOFF"]
    try expect(chunks["OOFF"]?.count == count * 8 && large?.count ?? 0 <= count * 8, name)
    try file.forEachPiece(of: chunks["OOFF"] ?? 0..<0) { (objects) throws(GitError) in
      for place in stride(from: 0, to: objects.count, by: 8) {
        let pack = objects.bigEndian(at: place)
        try expect(pack < packs.count, name)
        guard let end = packs[pack] else { continue }
        try expect(isInside(objects.bigEndian(at: place + 4), end, file, large), name)
      }
    }
  }

  // MARK: Offsets

  /// Whether an object can begin at an offset.
  ///
  /// - Parameters:
  ///   - end: where the last object can begin.
  ///   - long: the index's table of 8-byte offsets; nil if the highest bit has no special meaning.
  private func isInside(
    _ place: Int, _ end: Int, _ index: borrowing OpenFile, _ long: Range<Int>?
  ) -> Bool {
    guard let long, place & Self.isLong != 0 else { return place < end }
    let start = long.lowerBound + (place ^ Self.isLong) * 8
    guard start + 8 <= long.upperBound, let bytes = index.bytes(start..<start + 8) else {
      return false
    }
    return bytes[0] < 0x80 && bytes.bigEndian(at: 0) << 32 | bytes.bigEndian(at: 4) < end
  }

  private func expect(_ isWell: Bool, _ name: [UInt8]) throws(GitError) {
    if !isWell { throw damaged(name) }
  }

  private func damaged(_ name: [UInt8]) -> GitError {
    let isOfMany = Self.isOfManyPacks(name)
    return GitError(
      code: GitError.Code.malformed,
      message: "'\(path(name))' and \(isOfMany ? "its packs" : "its pack") do not match: "
        + "one of them is damaged",
      function: "PackIndexes.check",
      hint: isOfMany
        ? "remove it; 'git multi-pack-index write' rebuilds it, and 'git fsck' shows what is damaged"
        : "'git fsck' shows what is damaged; once the index is removed, 'git index-pack' rebuilds it"
    )
  }
}
