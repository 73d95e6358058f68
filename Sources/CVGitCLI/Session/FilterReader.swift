internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// Separates revisions from filters among a command's arguments.
struct FilterReader {
  private let cv: CVRepository

  init(_ cv: CVRepository) { self.cv = cv }

  /// An argument that names a kind or KIND/ID is a filter, any other is a revision; an ambiguous
  /// one is an error.
  func split(_ arguments: [String]) throws -> (revisions: [String], filters: [EntryFilter.Term]) {
    var revisions: [String] = []
    var filters: [EntryFilter.Term] = []
    for argument in arguments {
      let isRevision = { () throws -> Bool in try self.isRevision(argument) }
      guard let term = try term(argument, isRevision: isRevision) else {
        revisions.append(argument)
        continue
      }
      if case .single = RevisionExpression(argument), try isRevision() {
        throw Failure(
          "\(copyable(argument)) is both a revision and a \(term.noun)",
          hint:
            "write \"--\" before kinds and entries, or \"refs/heads/\(argument)\" for the branch"
        )
      }
      filters.append(term)
    }
    return (revisions, filters)
  }

  private func isRevision(_ argument: String) throws -> Bool {
    guard case .single(argument) = RevisionExpression(argument) else { return true }
    if DayRange(argument) != nil { return true }
    do throws(RevisionError) {
      _ = try cv.repository.resolve(argument)
      return true
    } catch {
      switch error {
      case .unknown, .unborn: return false
      default: throw error
      }
    }
  }

  /// A filter after `--`.
  func required(_ argument: String) throws -> EntryFilter.Term {
    if let term = try term(argument) { return term }
    let kind = String(argument.prefix { $0 != "/" })
    let hint = try hint(argument)
    let kinds = try kinds().joined(separator: ", ")
    throw Failure("unknown kind \(copyable(kind))", hint: hint ?? "kinds: \(kinds)")
  }

  /// The error for an unknown revision, which may have been meant as a kind, an entry or a file.
  func explained(_ error: RevisionError) throws -> Failure {
    guard case .unknown(let text, let tags) = error, tags.isEmpty else { return Failure(error) }
    let hint = try hint(text)
    return Failure(
      error.description,
      hint: hint ?? "name a revision, a date such as 2024-12-31, a kind, or an entry as KIND/ID")
  }

  private func term(
    _ argument: String, isRevision: () throws -> Bool = { false }
  ) throws -> EntryFilter.Term? {
    if let term = try EntryNames(cv).term(argument, isRevision: isRevision) { return term }
    // A folder of records may be of no known kind.
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count), try isKind(parts[0]) else { return nil }
    if parts.count == 1 || parts[1].isEmpty { return .kind(parts[0]) }
    return .entry(EntryKey(kind: parts[0], id: parts[1]))
  }

  private func hint(_ argument: String) throws -> String? {
    try kindHint(argument)
  }

  private func kindHint(_ argument: String) throws -> String? {
    let parts = argument.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let kind = suggestion(for: String(parts.first ?? ""), among: try kinds()) else {
      return nil
    }
    let rest = parts.count > 1 ? "/\(parts[1])" : ""
    return "did you mean \(copyable(kind + rest))?"
  }

  /// The built-in kinds, and custom ones.
  private func kinds() throws -> [String] {
    Schema.builtIn.kinds.map(\.name) + (try ownKinds())
  }

  private func ownKinds() throws -> [String] {
    var keys: [EntryKey] = []
    if let head = try cv.repository.headCommit() { keys += try cv.keys(of: .commit(head)) }
    if try !cv.repository.isBare { keys += try cv.keys(of: .workTree) }
    return Set(keys.lazy.filter { $0.kind == "kinds" }.map(\.id)).sorted()
  }

  /// Whether a name is a built-in kind, one defined in HEAD or the work tree, or a folder of
  /// records there.
  private func isKind(_ name: String) throws -> Bool {
    if Schema.builtIn[name] != nil { return true }
    guard EntryKey.isValidID(name) else { return false }
    for path in ["\(cv.prefix)kinds/\(name).yaml", "\(cv.prefix)\(name)"] {
      if try holdsRecords(path) { return true }
    }
    return false
  }

  private func holdsRecords(_ path: String) throws -> Bool {
    let reader = CVReader(root: cv.root)
    func isRecord(_ path: GitPath) -> Bool { reader.key(of: path.recordPath) != nil }
    if let head = try cv.repository.headCommit(),
      try cv.files(of: head, under: String(path.dropFirst(cv.prefix.count)))
        .contains(where: { isRecord($0.path) })
    {
      return true
    }
    guard try !cv.repository.isBare else { return false }
    let folder = String(path.dropFirst(cv.prefix.count))
    return try cv.workTreeFiles(under: folder).contains { isRecord($0.path) }
  }
}
