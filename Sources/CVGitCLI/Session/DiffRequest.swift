internal import CVHistory
internal import CVModel
internal import Git

/// The comparison that the arguments of `diff` request.
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
    do {
      (from, to) = try Self.versions(split.revisions, isStaged: isStaged, cv.repository)
    } catch let error as RevisionError {
      throw try reader.explained(error)
    }
    if to.version == .workTree || to.version == .index, try cv.repository.isBare {
      throw NoWorkTree(cv.repository, hint: "name two revisions, as in A..B").failure
    }
    try filter.check(in: cv, [from.version, to.version])
  }

  private static func versions(
    _ revisions: [String], isStaged: Bool, _ repository: Repository
  ) throws -> (from: NamedVersion, to: NamedVersion) {
    let end: NamedVersion = isStaged ? .index : .workTree
    switch revisions.count {
    case 0: return (try repository.version(named: "HEAD"), end)
    case 1:
      let range = RevisionExpression(revisions[0])
      if case .single(let text) = range { return (try repository.version(named: text), end) }
      if !isStaged { return try repository.versions(of: range) }
      throw Failure(
        "'--staged' compares one revision with the index, and \(copyable(revisions[0])) is a range",
        hint: "leave out '--staged', or name one revision")
    case 2 where !isStaged:
      for text in revisions where RevisionExpression(text) != .single(text) {
        throw Failure(
          "the range \(copyable(text)) cannot be combined with another revision", hint: "write A..B"
        )
      }
      return try repository.versions(of: .range(revisions[0], revisions[1]))
    default:
      let names = revisions.map(copyable).joined(separator: " ")
      throw Failure(
        isStaged ? "'--staged' takes one revision, not \(names)" : "too many revisions: \(names)",
        hint: isStaged ? "name one revision" : "write A..B, then kinds or KIND/ID")
    }
  }

  /// Throws if neither side contains a file of the CV: its folder is probably another one.
  func checkThereIsACV(in cv: CVRepository) throws {
    if from.version == .empty, to.version == .empty { return }
    for side in [to, from] where try !cv.keys(of: side.version).isEmpty { return }
    throw try NoCV(in: cv).failure
  }
}
