internal import CVModel
internal import Git

/// Removes mentions of private entries from a side with only the changed records: the mentioned
/// entry may be elsewhere in the version.
struct PrivateReferences {
  private let cv: CVRepository
  private let version: CVVersion
  private let schema: Schema
  /// The records of each requested kind.
  private var files: [String: [EntryKey: [File]]] = [:]
  private var states: [EntryKey: State] = [:]
  private var staged: [GitPath: TreeChange.Version]?

  private struct File {
    let path: GitPath
    let version: TreeChange.Version
  }

  private enum State {
    case open
    case hidden
    case missing
  }

  init(_ cv: CVRepository, _ version: CVVersion, _ schema: Schema) {
    self.cv = cv
    self.version = version
    self.schema = schema
  }

  mutating func hide(in side: inout DiffSide) throws(GitError) {
    var hidden: Set<EntryKey> = []
    for entry in side.cv.entries.values {
      let found = side.cv.mentions(in: entry)
      for key in found.references.union(found.texts) where !hidden.contains(key) {
        switch try state(of: key, in: side.cv) {
        case .open: break
        case .hidden: hidden.insert(key)
        // The target of a reference may have been private once; a text that looks like one may be
        // anything.
        case .missing: if found.references.contains(key) { hidden.insert(key) }
        }
      }
    }
    side.cv = side.cv.withholding(hidden)
  }

  private mutating func state(of key: EntryKey, in side: CV) throws(GitError) -> State {
    if let entry = side[key] { return schema.isPrivate(entry) ? .hidden : .open }
    if let known = states[key] { return known }
    if files[key.kind] == nil { files[key.kind] = try records(of: key.kind) }
    var state = State.missing
    for found in files[key.kind]?[key] ?? [] {
      let isHidden = try isHidden(found)
      state = isHidden || state == .hidden ? .hidden : .open
    }
    states[key] = state
    return state
  }

  /// Whether an entry is private, or cannot be read.
  private func isHidden(_ found: File) throws(GitError) -> Bool {
    let file = try cv.sourceFile(found.path, found.version.mode, found.version.id)
    guard case .entry(let entry)? = CVReader(root: cv.root).read(file, schema: schema) else {
      return true
    }
    return schema.isPrivate(entry)
  }

  private mutating func records(of kind: String) throws(GitError) -> [EntryKey: [File]] {
    let reader = CVReader(root: cv.root)
    var records: [EntryKey: [File]] = [:]
    for file in try allFiles(of: kind) {
      guard let key = reader.key(of: file.path), key.kind == kind else { continue }
      records[key, default: []].append(file)
    }
    return records
  }

  private mutating func allFiles(of kind: String) throws(GitError) -> [File] {
    switch version {
    case .commit:
      return try cv.files(at: version, under: kind)
        .map { File(path: $0.path, version: TreeChange.Version(id: $0.id, mode: $0.mode)) }
    case .index:
      if staged == nil { staged = try cv.versions(of: .index) }
      return (staged ?? [:]).map { File(path: $0.key, version: $0.value) }
    case .workTree, .empty: return []
    }
  }
}
