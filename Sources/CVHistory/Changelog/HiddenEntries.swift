internal import CVModel
internal import Git

/// The entries and fields that no range may show, decided from their state in every commit.
///
/// What was private in its last version is hidden: the current one, or the last one before it was
/// deleted, renamed or became invalid. What is public now is shown, from the day on which it became
/// public.
struct HiddenEntries {
  private(set) var entries: Set<EntryKey> = []
  private(set) var fields: [EntryKey: Set<String>] = [:]

  private let cv: CVRepository
  private let reader: CVReader
  /// The entries whose state is known: the newest readable version of each decides.
  private var decided: Set<EntryKey> = []
  private var renames: [(old: EntryKey, new: EntryKey)] = []

  var isEmpty: Bool { entries.isEmpty && fields.isEmpty }

  /// - Parameter tips: the newest versions: what is private in one of them is private now.
  init(_ cv: CVRepository, tips: [CVVersion]) throws(GitError) {
    self.cv = cv
    reader = CVReader(root: cv.root)
    for tip in tips { try take(try cv.reading(of: tip)) }
  }

  /// Decides the entries of a newest version.
  private mutating func take(_ reading: CVReading) throws(GitError) {
    for record in reading.records { decide(record.entry, reading.cv.schema) }
    for record in reading.unreadable where reading.mayBePrivate(record) {
      entries.insert(record.key)
      decided.insert(record.key)
    }
  }

  private mutating func decide(_ entry: Entry, _ schema: Schema) {
    let privacy = schema.privacy(of: entry)
    if privacy.hidesAll { entries.insert(entry.key) }
    if !privacy.fields.isEmpty { fields[entry.key, default: []].formUnion(privacy.fields) }
    decided.insert(entry.key)
  }

  /// Searches all of the history before a commit for entries that the newest versions lack.
  mutating func look(
    for keys: some Sequence<EntryKey>, from tip: ObjectID?, schema: Schema
  ) throws(GitError) {
    var wanted = Set(keys).subtracting(decided)
    guard let tip else { return }
    // An entry may have been renamed several times.
    while !wanted.isEmpty {
      try scan(for: wanted, from: tip, schema)
      decided.formUnion(wanted)
      wanted = Set(renames.map(\.new)).subtracting(decided)
    }
    for _ in renames {
      for (old, new) in renames {
        if entries.contains(new) { entries.insert(old) }
        if let hidden = fields[new] { fields[old, default: []].formUnion(hidden) }
      }
    }
    renames = []
  }

  private mutating func scan(
    for wanted: Set<EntryKey>, from tip: ObjectID, _ schema: Schema
  ) throws(GitError) {
    var open = wanted
    var seen: Set<ObjectID> = [tip]
    var queue = [tip]
    var place = 0
    var comparer = TreeComparer(cv.repository)
    while place < queue.count, !open.isEmpty {
      let commit = try cv.repository.commit(queue[place])
      place += 1
      if commit.isShallowBoundary { continue }
      for parent in commit.parents where seen.insert(parent).inserted { queue.append(parent) }
      for parent in commit.parents.isEmpty ? [nil] : commit.parents.map(Optional.some) {
        let tree = try parent.map { (id) throws(GitError) in try cv.repository.commit(id).tree }
        let changes = try comparer.changes(from: tree, to: commit.tree, under: cv.root)
        try follow(changes, &open, schema)
      }
    }
  }

  /// Follows one commit: the newest readable version of an entry decides.
  private mutating func follow(
    _ changes: [TreeChange], _ open: inout Set<EntryKey>, _ schema: Schema
  ) throws(GitError) {
    var gone: [Entry] = []
    for change in changes {
      guard let key = reader.key(of: change.path), open.contains(key) else { continue }
      for version in [change.new, change.old].compactMap(\.self) {
        guard let entry = try read(change.path, version, as: key, schema) else {
          // Its older version decides, unless it may be private.
          if !entries.contains(key) { continue }
          open.remove(key)
          break
        }
        if change.new == nil { gone.append(entry) }
        decide(entry, schema)
        open.remove(key)
        break
      }
    }
    try noteRenames(of: gone, changes, schema)
  }

  /// The entry in a version of a file; nil if it cannot be read, in which case one that may be
  /// private is hidden.
  private mutating func read(
    _ path: GitPath, _ version: TreeChange.Version, as key: EntryKey, _ schema: Schema
  ) throws(GitError) -> Entry? {
    let file = try cv.sourceFile(path, version.mode, version.id)
    switch reader.read(file, schema: schema) {
    case .entry(let entry)?: return entry
    case .unreadable?:
      if case .bytes(let bytes) = file.content, !CVReading.mayBePrivate(bytes) { return nil }
      entries.insert(key)
      return nil
    case nil: return nil
    }
  }

  private mutating func noteRenames(
    of gone: [Entry], _ changes: [TreeChange], _ schema: Schema
  ) throws(GitError) {
    guard !gone.isEmpty else { return }
    var added: [Entry] = []
    for change in changes where change.old == nil {
      guard let version = change.new, let key = reader.key(of: change.path) else { continue }
      let file = try cv.sourceFile(change.path, version.mode, version.id)
      switch reader.read(file, schema: schema) {
      case .entry(let entry)?: added.append(entry)
      // An unreadable record may be any of the removed ones.
      case .unreadable?: renames += gone.map { (old: $0.key, new: key) }
      case nil: break
      }
    }
    guard !added.isEmpty else { return }
    let diff = CVDiff(
      from: DiffSide(CV(entries: gone, schema: schema)),
      to: DiffSide(CV(entries: added, schema: schema)))
    for change in diff.changes {
      guard case .modified = change.change, let old = change.oldKey else { continue }
      renames.append((old, change.key))
    }
  }

  /// Removes the hidden entries and fields from a side of a diff.
  func hide(in side: inout DiffSide) {
    for key in entries { side.cv[key] = nil }
    side.unreadable.removeAll { entries.contains($0.key) }
    for (key, names) in fields {
      for name in names { side.cv[key]?[name] = nil }
    }
    side.cv = side.cv.withholding(entries)
  }
}
