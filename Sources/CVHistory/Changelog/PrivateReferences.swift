internal import CVModel
internal import Git

/// Takes references to private entries out of a side that holds only what changed: the entry that a reference names may
/// stand elsewhere in the version.
struct PrivateReferences {
  private let cv: CVRepository
  private let version: CVVersion
  private let schema: Schema
  private var staged: [GitPath: TreeChange.Version]?

  init(_ cv: CVRepository, _ version: CVVersion, _ schema: Schema) {
    self.cv = cv
    self.version = version
    self.schema = schema
  }

  mutating func hide(in side: inout DiffSide) throws(GitError) {
    for entry in side.cv.entries.values {
      for field in schema[entry.key.kind]?.fields ?? [] {
        guard case .reference = field.type, let value = entry[field.name],
          case .reference(let key)? = field.type.meaning(of: value),
          side.cv[key] == nil, try !isPublic(key)
        else { continue }
        side.cv[entry.key]?[field.name] = nil
      }
    }
  }

  /// Whether an entry is there, can be read, and is not private.
  private mutating func isPublic(_ key: EntryKey) throws(GitError) -> Bool {
    let path = GitPath((cv.root.isEmpty ? "" : cv.root + "/") + "\(key.kind)/\(key.id).yaml")
    guard let found = try file(at: path) else { return false }
    let file = try cv.sourceFile(path, found.mode, found.id)
    guard case .entry(let entry)? = CVReader(root: cv.root).read(file, schema: schema) else {
      return false
    }
    return !entry.isPrivate
  }

  private mutating func file(at path: GitPath) throws(GitError) -> TreeChange.Version? {
    switch version {
    case .commit(let commit):
      return try cv.repository.entry(at: path, in: commit.tree)
        .map { TreeChange.Version(id: $0.id, mode: $0.mode) }
    case .index:
      if staged == nil { staged = try cv.versions(of: .index) }
      return staged?[path]
    case .workTree, .empty: return nil
    }
  }
}
