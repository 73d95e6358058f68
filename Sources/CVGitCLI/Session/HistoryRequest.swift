internal import CVHistory
internal import CVModel
internal import Git

/// The commits and entries that `log` is asked for, read from its arguments.
struct HistoryRequest {
  /// What is left out with all its history; nil for all up to `to`.
  let from: NamedVersion?
  let to: NamedVersion
  let selection: EntrySelection

  init(_ arguments: [String], filters: [String], repository cv: CVRepository) throws {
    let reader = FilterReader(cv)
    let split = try reader.split(arguments)
    selection = EntrySelection(try split.filters + filters.map(reader.required))
    (from, to) = try Self.range(split.revisions, in: cv.repository)
  }

  /// As git's: none is all up to `HEAD`, one is all up to it, `A..B` and `A B` are what `B` has and `A` has not.
  static func range(
    _ revisions: [String], in repository: Repository
  ) throws -> (from: NamedVersion?, to: NamedVersion) {
    switch revisions.count {
    case 0: return (nil, try repository.version(named: "HEAD"))
    case 1:
      let range = RevisionExpression(revisions[0])
      if case .single(let text) = range { return (nil, try repository.version(named: text)) }
      let (from, to) = try repository.versions(of: range)
      return (from, to)
    case 2:
      for text in revisions where RevisionExpression(text) != .single(text) {
        throw Failure(
          "expected a single revision, found the range \(quoted(text))", hint: "write A..B")
      }
      let (from, to) = try repository.versions(of: .range(revisions[0], revisions[1]))
      return (from, to)
    default:
      throw Failure(
        "too many revisions: " + revisions.map(quoted).joined(separator: " "),
        hint: "write A..B, then kinds or KIND/ID")
    }
  }
}

extension EntrySelection {
  init(_ terms: [EntryFilter.Term]) {
    self.init()
    for term in terms {
      switch term {
      case .kind(let kind): kinds.insert(kind)
      case .entry(let key): entries.insert(key)
      }
    }
  }
}
