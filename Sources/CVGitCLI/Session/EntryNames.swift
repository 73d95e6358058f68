internal import CVHistory
internal import CVModel
internal import Git

/// Reads the names that a user gives to kinds and entries, the same for every command: a path
/// relative to the current folder, `KIND/ID`, a unique ID; a kind also in the singular or by its
/// beginning.
struct EntryNames {
  private let root: String
  /// The current folder from the top of the work tree; nil if it is not inside.
  private let folder: String?
  private let top: String?
  private let schema: Schema
  /// All entries that an ID alone may mean.
  private let keys: () throws -> [EntryKey]

  /// Names in a repository: those of `HEAD`, of the work tree, and of one more version.
  init(_ cv: CVRepository, at version: CVVersion? = nil) throws {
    let isBare = try cv.repository.isBare
    let head: CVVersion = try cv.repository.headCommit().map(CVVersion.commit) ?? .empty
    let shown = version ?? (isBare ? head : .workTree)
    try self.init(cv, schema: cv.schema(of: shown)) {
      var keys: [EntryKey] = []
      if let version { keys += try cv.keys(of: version) }
      if let head = try cv.repository.headCommit() { keys += try cv.keys(of: .commit(head)) }
      if !isBare { keys += try cv.keys(of: .workTree) }
      return keys
    }
  }

  /// Names in a CV that was read.
  init(_ cv: CVRepository, _ reading: CVReading) throws {
    try self.init(cv, schema: reading.cv.schema) {
      reading.records.map(\.entry.key) + reading.unreadable.compactMap(\.key)
    }
  }

  private init(
    _ cv: CVRepository, schema: Schema, keys: @escaping () throws -> [EntryKey]
  ) throws {
    root = cv.root
    self.schema = schema
    self.keys = keys
    top = try cv.repository.workTree.map(FileReading.realPath)
    let here = FileReading.realPath(cv.repository.startingFolder)
    folder = top.flatMap { top in
      here == top ? "" : here.hasPrefix(top + "/") ? String(here.dropFirst(top.count + 1)) : nil
    }
  }

  /// What a name means; nil if it is none of a kind or an entry.
  ///
  /// - Parameter isRevision: whether a word is a revision: then it is not the short name of a kind
  ///   or an entry.
  func term(
    _ name: String, isRevision: () throws -> Bool = { false }
  ) throws -> EntryFilter.Term? {
    if let term = pathTerm(name) { return term }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count), !parts[0].isEmpty else { return nil }
    if let kind = schema[parts[0]] { return Self.term(kind.name, parts) }
    guard try !isRevision() else { return nil }
    if let kind = try kind(parts[0]) { return Self.term(kind.name, parts) }
    guard parts.count == 1, EntryKey.isValidID(name) else { return nil }
    let found = Set(try keys().filter { $0.id == name })
    guard found.count < 2 else {
      throw Self.ambiguous(name, "entries", found.map(\.description).sorted())
    }
    return found.first.map(EntryFilter.Term.entry)
  }

  /// A kind by its name, its singular or plural, or the beginning of one.
  func kind(_ name: String) throws -> Kind? { try Self.kind(name, in: schema) }

  static func kind(_ name: String, in schema: Schema) throws -> Kind? {
    let kinds = schema.kinds(named: name)
    guard kinds.count < 2 else { throw ambiguous(name, "kinds", kinds.map(\.name)) }
    return kinds.first
  }

  private static func ambiguous(_ name: String, _ what: String, _ names: [String]) -> Failure {
    Failure(
      "\(copyable(name)) matches several \(what)",
      hint: "write one of \(names.prefix(8).joined(separator: ", "))"
        + (names.count > 8 ? ", …" : ""))
  }

  private static func term(_ kind: String, _ parts: [String]) -> EntryFilter.Term {
    guard parts.count == 2, !parts[1].isEmpty else { return .kind(kind) }
    var id = parts[1]
    for ending in [".yaml", ".yml"] where id.hasSuffix(ending) { id.removeLast(ending.count) }
    return .entry(EntryKey(kind: kind, id: id))
  }

  /// The path of a record, or of the folder of a kind.
  private func pathTerm(_ name: String) -> EntryFilter.Term? {
    guard let path = pathFromTop(name) else { return nil }
    let reader = CVReader(root: root)
    if let key = reader.key(of: path) { return .entry(key) }
    guard name.contains("/"), let relative = reader.relativePath(path),
      relative != path || root.isEmpty
    else { return nil }
    let parts = relative.split(separator: "/").map(String.init)
    return parts.count == 1 && schema[parts[0]] != nil ? .kind(parts[0]) : nil
  }

  /// A path as written, from the top of the work tree; nil if it leads out of it.
  private func pathFromTop(_ name: String) -> String? {
    if name.hasPrefix("/") {
      guard let top, name.hasPrefix(top + "/") else { return nil }
      return String(name.dropFirst(top.count + 1))
    }
    guard let folder else { return nil }
    var parts = folder.split(separator: "/").map(String.init)
    for part in name.split(separator: "/").map(String.init) where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }
}
