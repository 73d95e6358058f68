internal import CVHistory
internal import CVModel
internal import Git

/// What `diff` is asked to compare, read from its arguments.
struct DiffRequest {
  let from: NamedVersion
  let to: NamedVersion
  let filter: EntryFilter

  init(
    _ arguments: [String], filters: [String], isStaged: Bool, repository cv: CVRepository
  ) throws {
    let reader = FilterReader(cv)
    let split = try reader.split(arguments)
    filter = EntryFilter(try split.filters + filters.map(reader.required))
    let end: NamedVersion = isStaged ? .index : .workTree
    let repository = cv.repository
    switch split.revisions.count {
    case 0: (from, to) = (try repository.version(named: "HEAD"), end)
    case 1:
      let text = split.revisions[0]
      let range = RevisionExpression(text)
      if case .single = range {
        (from, to) = (try repository.version(named: text), end)
      } else if isStaged {
        throw Failure(
          "'--staged' compares one revision with the index, and \(quoted(text)) is a range")
      } else {
        (from, to) = try repository.versions(of: range)
      }
    case 2 where !isStaged:
      for text in split.revisions where RevisionExpression(text) != .single(text) {
        throw Failure("\(quoted(text)) is a range beside another revision", hint: "write A..B")
      }
      (from, to) = try repository.versions(of: .range(split.revisions[0], split.revisions[1]))
    default:
      throw Failure(
        isStaged
          ? "'--staged' takes one revision"
          : "more than two revisions: "
            + split.revisions.map(quoted).joined(separator: " "),
        hint: "write A..B, then kinds or KIND/ID")
    }
  }
}

/// Tells revisions from filters among a command's arguments.
struct FilterReader {
  private let cv: CVRepository

  init(_ cv: CVRepository) { self.cv = cv }

  /// An argument that names a kind, or KIND/ID, is a filter, else a revision; one that is both is refused.
  func split(_ arguments: [String]) throws -> (revisions: [String], filters: [EntryFilter.Term]) {
    var revisions: [String] = []
    var filters: [EntryFilter.Term] = []
    for argument in arguments {
      guard let term = try term(argument) else {
        revisions.append(argument)
        continue
      }
      if (try? cv.repository.resolve(argument)) != nil {
        throw Failure(
          "\(quoted(argument)) is both a revision and a kind",
          hint: "write \"--\" before filters, or \"refs/heads/\(argument)\" for the branch")
      }
      filters.append(term)
    }
    return (revisions, filters)
  }

  /// A filter that stands behind `--`.
  func required(_ argument: String) throws -> EntryFilter.Term {
    if let term = try term(argument) { return term }
    let kind = String(argument.prefix { $0 != "/" })
    let names = Schema.builtIn.kinds.map(\.name)
    throw Failure(
      "unknown kind \(quoted(kind))",
      hint: suggestion(for: kind, among: names).map { "did you mean \(quoted($0))?" }
        ?? "kinds: \(names.joined(separator: ", "))")
  }

  private func term(_ argument: String) throws -> EntryFilter.Term? {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count), try isKind(parts[0]) else { return nil }
    if parts.count == 1 || parts[1].isEmpty { return .kind(parts[0]) }
    return .entry(EntryKey(kind: parts[0], id: parts[1]))
  }

  /// A built-in kind, or one that HEAD or the work tree declares.
  private func isKind(_ name: String) throws -> Bool {
    if Schema.builtIn[name] != nil { return true }
    guard EntryKey.isValidID(name) else { return false }
    let path = (cv.root.isEmpty ? "" : cv.root + "/") + "kinds/\(name).yaml"
    if let head = try cv.repository.headCommit(),
      try cv.repository.entry(at: path, in: head.tree) != nil
    {
      return true
    }
    guard !cv.repository.isBare else { return false }
    return try !cv.repository.workTreeFiles(under: path).isEmpty
  }
}

/// The entries that a user asked for; all where nothing was asked.
struct EntryFilter {
  enum Term: Hashable {
    case kind(String)
    case entry(EntryKey)
  }

  private let terms: [Term]

  init(_ terms: [Term]) { self.terms = terms }

  private func selects(_ key: EntryKey) -> Bool {
    terms.isEmpty || terms.contains(.kind(key.kind)) || terms.contains(.entry(key))
  }

  /// Leaves what was asked for. An entry that is on neither side is refused: most likely its name is misspelled.
  func apply(to report: inout DiffReport, in cv: CVRepository) throws {
    guard !terms.isEmpty else { return }
    let reader = CVReader(root: cv.root)
    report.diff.changes.removeAll { change in
      !selects(change.key) && !(change.oldKey.map(selects) ?? false)
    }
    report.diff.unreadable.removeAll { record in
      guard case .record(let key) = reader.placement(of: record.path) else { return true }
      return !selects(key)
    }
    report.diff.formattingOnly = 0
  }
}
