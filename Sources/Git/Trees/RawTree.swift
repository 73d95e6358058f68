#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A tree's bytes as git stores them: a sequence of `mode SP name NUL id`.
///
/// A walk over thousands of trees never needs most entries as values, so they stay bytes until one
/// is requested.
struct RawTree {
  /// The location of one entry in the bytes.
  struct Entry {
    let mode: EntryMode
    let name: Range<Int>
    let id: ObjectID

    /// Where the next entry begins.
    var end: Int { name.upperBound + 1 + ObjectID.size }
  }

  /// Nil for a tree that does not exist.
  let id: ObjectID?
  let bytes: [UInt8]

  static let empty = RawTree(id: nil, bytes: [])

  /// The entry that begins at `offset`, or nil at the end.
  func entry(at offset: Int) throws(GitError) -> Entry? {
    guard offset < bytes.count else { return nil }
    let bytes = bytes.span
    var bits: UInt32 = 0
    var index = offset
    while index < bytes.count, case let digit = bytes[index], digit != UInt8(ascii: " ") {
      guard (0x30...0x37).contains(digit), index - offset < 6 else { throw malformed("mode") }
      bits = bits << 3 | UInt32(digit - 0x30)
      index += 1
    }
    guard let mode = EntryMode(bits: bits) else { throw malformed("mode") }
    let start = index + 1
    let end = endOfName(from: start)
    guard end > start, end + 1 + ObjectID.size <= bytes.count else { throw malformed("name") }
    let id = ObjectID(rawBytes: bytes.bytes.extracting(end + 1..<end + 1 + ObjectID.size))
    return Entry(mode: mode, name: start..<end, id: id)
  }

  /// Where the entry at `offset` ends, without parsing it.
  func end(ofEntryAt offset: Int) -> Int { endOfName(from: offset) + 1 + ObjectID.size }

  /// The NUL that ends a name, or the end of the bytes.
  private func endOfName(from start: Int) -> Int {
    bytes.withUnsafeBytes { bytes in
      guard start < bytes.count, let first = bytes.baseAddress,
        let found = memchr(first + start, 0, bytes.count - start)
      else { return bytes.count }
      return UnsafeRawPointer(found) - first
    }
  }

  func name(of entry: Entry) -> ArraySlice<UInt8> { bytes[entry.name] }

  /// The entry with that name; nil if there is none.
  func entry(named name: [UInt8]) throws(GitError) -> Entry? {
    var offset = 0
    while let entry = try entry(at: offset) {
      if bytes[entry.name] == name[...] { return entry }
      offset = entry.end
    }
    return nil
  }

  /// All entries as values.
  func entries() throws(GitError) -> [TreeEntry] {
    var entries: [TreeEntry] = []
    var offset = 0
    while let entry = try entry(at: offset) {
      guard !bytes[entry.name].contains(UInt8(ascii: "/")) else { throw malformed("name") }
      entries.append(TreeEntry(name: Array(bytes[entry.name]), mode: entry.mode, id: entry.id))
      offset = entry.end
    }
    return entries
  }

  private func malformed(_ part: String) -> GitError {
    GitError(
      code: GitError.Code.malformed,
      message: "tree \(id.map(\.hex) ?? "") is malformed: an entry has no valid \(part)",
      function: "RawTree.entry", hint: "'git fsck' shows what is damaged in this repository")
  }
}
