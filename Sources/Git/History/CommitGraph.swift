/// The commits of a repository as `git gc` and `git commit-graph write` list them: parents and times without reading
/// one commit.
///
/// A walk that reads commits inflates each; this one looks them up in one file. It holds only what git itself put
/// there, and commits that are not in it are read as ever. Source: `gitformat-commit-graph(5)`.
struct CommitGraph {
  private let bytes: [UInt8]
  private let count: Int
  /// How many ids begin with each byte, or a smaller one.
  private let fanout: Int
  private let ids: Int
  private let commits: Int
  /// The third and later parents of a commit.
  private let moreParents: Range<Int>

  private static let noParent = 0x7000_0000
  private static let lastParent = 0x8000_0000
  private static let commitSize = ObjectID.size + 16

  /// Nil where the bytes are no graph of the one version there is, complete in itself.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.count >= 8, bytes.starts(with: Array("CGPH".utf8) + [1, 1]), bytes[7] == 0,
      let chunks = ChunkTable(bytes, at: 8, end: bytes.count - ObjectID.size),
      let fanout = chunks["OIDF"], fanout.count == 1024,
      let ids = chunks["OIDL"], let commits = chunks["CDAT"]
    else { return nil }
    count = ids.count / ObjectID.size
    guard commits.count >= count * Self.commitSize else { return nil }
    self.fanout = fanout.lowerBound
    self.ids = ids.lowerBound
    self.commits = commits.lowerBound
    moreParents = chunks["EDGE"] ?? 0..<0
  }

  /// The commit's place in the graph; nil where this file does not have it, or is damaged there.
  func links(of id: ObjectID) -> CommitLinks? {
    guard let position = position(of: id) else { return nil }
    let data = commits + position * Self.commitSize + ObjectID.size
    let time = (number(at: data + 8) & 3) << 32 | number(at: data + 12)
    guard let parents = parents(at: data) else { return nil }
    return CommitLinks(id: id, parents: parents, seconds: Int64(time))
  }

  private func parents(at data: Int) -> [ObjectID]? {
    let (first, second) = (number(at: data), number(at: data + 4))
    guard first != Self.noParent else { return [] }
    guard let parent = self.id(at: first) else { return nil }
    guard second != Self.noParent else { return [parent] }
    var parents = [parent]
    guard second >= Self.lastParent else {
      guard let parent = self.id(at: second) else { return nil }
      return parents + [parent]
    }
    var offset = moreParents.lowerBound + 4 * (second - Self.lastParent)
    while offset + 4 <= moreParents.upperBound {
      let next = number(at: offset)
      guard let parent = self.id(at: next % Self.lastParent) else { return nil }
      parents.append(parent)
      if next >= Self.lastParent { return parents }
      offset += 4
    }
    return nil
  }

  private func position(of id: ObjectID) -> Int? {
    let first = Int(id.firstByte)
    var low = first == 0 ? 0 : number(at: fanout + 4 * (first - 1))
    var high = min(number(at: fanout + 4 * first), count)
    while low < high {
      let middle = (low + high) / 2
      guard let found = self.id(at: middle) else { return nil }
      if found == id { return middle }
      if found < id { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func id(at position: Int) -> ObjectID? {
    guard position < count else { return nil }
    let start = ids + position * ObjectID.size
    return ObjectID(rawBytes: bytes.span.bytes.extracting(start..<start + ObjectID.size))
  }

  private func number(at offset: Int) -> Int { bytes.bigEndian(at: offset) }
}

extension Repository {
  /// The graph that git keeps; nil where there is none, or where it is not to be used.
  static func commitGraph(commonDirectory: String, isUsed: Bool) -> CommitGraph? {
    let file = NativePath(commonDirectory + "/objects/info/commit-graph")
    guard isUsed, FileStatus(of: file) != nil,
      let bytes = try? FileBytes.content(of: file, limit: largestGraph)
    else { return nil }
    return CommitGraph(bytes)
  }

  /// Half a million commits; reading more than that would cost what it is to save.
  private static let largestGraph = 1 << 25
}
