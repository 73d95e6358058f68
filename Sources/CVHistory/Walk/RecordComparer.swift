internal import CVModel
internal import Git

/// Reads the records that differ between two versions of the CV into the sides of a diff.
///
/// A version that cannot be read is bridged: the last readable version before it is used instead.
struct RecordComparer {
  private let cv: CVRepository
  private(set) var cache: RecordCache
  /// Records of newer sides that were bridged.
  private(set) var bridged: [Unreadable] = []

  init(_ cv: CVRepository) {
    self.cv = cv
    cache = RecordCache(cv)
  }

  /// Keeps only the last read version of each path.
  mutating func trim() { cache.trim() }

  /// A version of the CV: its context, and the commit from which to search back.
  struct Version {
    let context: VersionContext
    let commit: ObjectID?
  }

  /// How to treat an unreadable record of the newer side.
  enum Unread {
    /// List it as unreadable: the event belongs to the commit that repairs it.
    case listed
    /// Use its previous content: the state of a release.
    case bridged
  }

  mutating func sides(
    _ changes: [TreeChange], from old: Version, to new: Version, unread: Unread
  ) throws(GitError) -> (old: DiffSide, new: DiffSide) {
    var before: [ReadRecord] = []
    var after: [ReadRecord] = []
    var unreadable: [Unreadable] = []
    let news = changes.compactMap { change in change.new.map { (change.path, $0) } }
    try cache.prepare(news, by: new.context)
    let olds = changes.compactMap { change in change.old.map { (change.path, $0) } }
    try cache.prepare(olds, by: old.context)
    for change in changes {
      let reading = try change.new.flatMap { (version) throws(GitError) in
        try cache.reading(change.path, version, by: new.context)
      }
      switch reading {
      case .unreadable(let fault)? where unread == .listed: unreadable.append(fault)
      case .unreadable(let fault)?:
        bridged.append(fault)
        if let record = try lastReadable(change.path, new) { after.append(record) }
      case .entry(let entry)?: after.append(record(change.path, entry, change.new))
      case nil: break
      }
      if let record = try oldRecord(change, old) { before.append(record) }
    }
    var newSide = DiffSide(after, unreadable: unreadable, schema: new.context.schema)
    if let commit = new.commit ?? old.commit {
      newSide.unchangedKeys = try cv.unchangedKeys(
        of: try cv.repository.commit(commit), besides: changes)
    }
    return (DiffSide(before, unreadable: [], schema: old.context.schema), newSide)
  }

  /// The entry of a version of a file; nil if it cannot be read.
  mutating func entry(
    _ path: GitPath, _ version: TreeChange.Version, by context: VersionContext
  ) throws(GitError) -> Entry? {
    if case .entry(let entry)? = try cache.reading(path, version, by: context) {
      entry
    } else {
      nil
    }
  }

  private mutating func oldRecord(
    _ change: TreeChange, _ side: Version
  ) throws(GitError) -> ReadRecord? {
    guard let version = change.old else { return nil }
    switch try cache.reading(change.path, version, by: side.context) {
    case .entry(let entry)?: return record(change.path, entry, version)
    case .unreadable?: return try lastReadable(change.path, side)
    case nil: return nil
    }
  }

  /// The last readable version of a file on the first-parent line of a commit; nil if the file did
  /// not exist before it became unreadable.
  private mutating func lastReadable(
    _ path: GitPath, _ side: Version
  ) throws(GitError) -> ReadRecord? {
    guard let start = side.commit else { return nil }
    var line = try cv.repository.firstParents(from: start)
    var last: TreeChange.Version?
    while let commit = try line.next() {
      guard let version = try cv.version(of: path, in: commit) else { return nil }
      guard version != last else { continue }
      last = version
      if case .entry(let entry)? = try cache.reading(path, version, by: side.context) {
        return record(path, entry, version)
      }
    }
    return nil
  }

  private func record(
    _ path: GitPath, _ entry: Entry, _ version: TreeChange.Version?
  ) -> ReadRecord {
    var origin: SourceOrigin?
    if case .entry(let foreign)? = version.flatMap({ cv.sources?.content(of: $0.id) }) {
      origin = foreign.origin
    }
    return ReadRecord(
      path: path.recordPath, entry: entry, stamp: version?.id.bytes ?? [],
      origin: origin)
  }
}
