/// Looks whether the indexes of packs name places inside of their packs, before libgit2 opens them.
///
/// libgit2 1.5 reads wherever an index sends it, and behind a pack's end that ends the program. What else an index holds
/// it checks itself, so what is not as it should be otherwise is left to it. Source: `gitformat-pack(5)`.
struct PackIndexes {
  /// `objects/pack`.
  private let folder: String

  /// Looks through all indexes in a folder of objects. What cannot be read, or was just taken away by `git gc`, is
  /// libgit2's to tell.
  ///
  /// - Throws: one that is damaged.
  static func check(in objects: String) throws(GitError) {
    let indexes = PackIndexes(folder: objects + "/pack")
    for name in indexes.names {
      if name == manyPacks {
        try indexes.checkManyPacks()
      } else if name.hasSuffix(".idx") {
        try indexes.check(name)
      }
    }
  }

  private var names: [String] {
    do throws(GitError) {
      return try FolderNames.names(in: NativePath(folder)).map {
        String(decoding: $0, as: UTF8.self)
      }
    } catch {
      return []
    }
  }

  private static let manyPacks = "multi-pack-index"
  /// A pack ends in the hash of what stands before.
  private static let hashSize = ObjectID.size
  /// A place with this bit is that of a longer number elsewhere.
  private static let isLong = 0x8000_0000

  /// Where the last object of a pack can begin; nil where there is no such pack.
  private func end(ofPackWith index: String) -> Int? {
    guard index.hasSuffix(".idx") else { return nil }
    let pack = NativePath("\(folder)/\(index.dropLast(4)).pack")
    return FileStatus(of: pack).map { $0.size - Self.hashSize }
  }

  private func part(_ name: String, _ range: Range<Int>) -> [UInt8] {
    FileBytes.part(of: NativePath("\(folder)/\(name)"), range)
  }

  private func size(of name: String) -> Int {
    FileStatus(of: NativePath("\(folder)/\(name)"))?.size ?? 0
  }

  /// The index of one pack, of git's second version; the first had no numbers that are longer, and came with git 1.4.
  private func check(_ name: String) throws(GitError) {
    guard let end = end(ofPackWith: name) else { return }
    let header = part(name, 0..<8 + 1024)
    guard header.count == 8 + 1024 else { return }
    let isFirstVersion = !header.starts(with: [0xFF, 0x74, 0x4F, 0x63])
    if isFirstVersion { return try checkFirstVersion(name, header, end) }
    let count = header.bigEndian(at: 8 + 1020)
    let start = header.count + count * (ObjectID.size + 4)
    let longStart = start + count * 4
    let longEnd = size(of: name) - 2 * Self.hashSize
    guard longStart <= longEnd else { return }
    let places = part(name, start..<longStart)
    let long = part(name, longStart..<longEnd)
    for place in stride(from: 0, to: places.count - 3, by: 4)
    where !isInside(places.bigEndian(at: place), long, end) { throw damaged(name) }
  }

  private func checkFirstVersion(
    _ name: String, _ header: [UInt8], _ end: Int
  ) throws(GitError) {
    let (count, entry) = (header.bigEndian(at: 1020), 4 + ObjectID.size)
    let start = 1024
    guard start + count * entry <= size(of: name) else { return }
    let entries = part(name, start..<start + count * entry)
    for place in stride(from: 0, to: entries.count - entry + 1, by: entry)
    where entries.bigEndian(at: place) >= end { throw damaged(name) }
  }

  /// The index of many packs: for each object the pack, and the place in it.
  private func checkManyPacks() throws(GitError) {
    let name = Self.manyPacks
    let header = part(name, 0..<12 + 12 * 256)
    guard header.count >= 12, header.starts(with: Array("MIDX".utf8)),
      let chunks = ChunkTable(header, at: 12, fileSize: size(of: name)),
      let names = chunks["PNAM"], let places = chunks["OOFF"]
    else { return }
    let packs = part(name, names).split(separator: 0).map {
      end(ofPackWith: String(decoding: $0, as: UTF8.self))
    }
    // libgit2 makes room for as many as it is told.
    guard header.bigEndian(at: 8) == packs.count else { throw damaged(name) }
    let long = chunks["LOFF"].map { part(name, $0) } ?? []
    let objects = part(name, places)
    for place in stride(from: 0, to: objects.count - 7, by: 8) {
      let pack = objects.bigEndian(at: place)
      guard pack < packs.count else { throw damaged(name) }
      guard let end = packs[pack] else { continue }
      if !isInside(objects.bigEndian(at: place + 4), long, end) { throw damaged(name) }
    }
  }

  /// Whether an object can begin there.
  ///
  /// - Parameters:
  ///   - long: the places that need more than four bytes.
  ///   - end: where the last object can begin.
  private func isInside(_ place: Int, _ long: [UInt8], _ end: Int) -> Bool {
    guard place & Self.isLong != 0 else { return place < end }
    let number = (place ^ Self.isLong) * 8
    guard number + 8 <= long.count, long[number] < 0x80 else { return false }
    return long.bigEndian(at: number) << 32 | long.bigEndian(at: number + 4) < end
  }

  private func damaged(_ name: String) -> GitError {
    let path = "\(folder)/\(name)"
    return GitError(
      code: GitError.Code.malformed,
      message: "'\(NativePath(path))' is damaged: it does not fit its packs",
      function: "PackIndexes.check",
      hint: name == Self.manyPacks
        ? "'git multi-pack-index write' makes it anew; 'git fsck' says what else is damaged"
        : "'git index-pack' makes it anew from its pack; 'git fsck' says what else is damaged")
  }
}
