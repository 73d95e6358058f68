internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// The commits and entries that the arguments of `log` request.
struct HistoryRequest {
  /// Excluded together with its history; nil for all up to `to`.
  let from: NamedVersion?
  let to: NamedVersion
  let selection: EntrySelection

  init(_ arguments: [String], filters: [String], repository cv: CVRepository) throws {
    let reader = FilterReader(cv)
    let split = try reader.split(arguments)
    selection = EntrySelection(try split.filters + filters.map(reader.required))
    (from, to) = try Self.range(split.revisions, in: cv.repository)
  }

  /// As in git: no revision means all up to `HEAD`, one means all up to it, and `A..B` or `A B`
  /// means what `B` has and `A` does not.
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
