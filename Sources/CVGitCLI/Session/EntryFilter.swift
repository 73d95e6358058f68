internal import CVHistory
internal import CVModel
internal import Text

/// The entries to show; all if no filter is given.
struct EntryFilter {
  enum Term: Hashable {
    case kind(String)
    case entry(EntryKey)

    /// The word for messages.
    var noun: String {
      switch self {
      case .kind: "kind"
      case .entry: "entry"
      }
    }
  }

  private let terms: [Term]

  init(_ terms: [Term]) { self.terms = terms }

  private func selects(_ key: EntryKey) -> Bool {
    terms.isEmpty || terms.contains(.kind(key.kind)) || terms.contains(.entry(key))
  }

  /// Removes the changes that the filter does not select.
  func apply(to report: inout DiffReport, in cv: CVRepository) {
    guard !terms.isEmpty else { return }
    report.diff.changes.removeAll { change in
      !selects(change.key) && !(change.oldKey.map(selects) ?? false)
    }
    report.diff.unreadable.removeAll { record in
      record.key.map { !selects($0) } ?? true
    }
    report.diff.formattingOnly = 0
  }

  /// The same for a diff for others.
  func apply(to diff: inout PublicDiff, in cv: CVRepository) {
    guard !terms.isEmpty else { return }
    let reader = CVReader(root: cv.root)
    diff.keep { change in
      selects(change.key) || (change.oldKey.map(selects) ?? false)
    } unreadable: { record in
      reader.key(of: record.path).map { selects($0) } ?? false
    }
  }

  /// Rejects an entry that is in none of these versions: its name is probably misspelled.
  func check(in cv: CVRepository, _ versions: [CVVersion]) throws {
    let asked = terms.compactMap { term in
      if case .entry(let key) = term { key } else { nil }
    }
    guard !asked.isEmpty else { return }
    var known: Set<EntryKey> = []
    for version in versions { known.formUnion(try cv.keys(of: version)) }
    for key in asked where !known.contains(key) {
      throw Self.missing(key, known: known, place: "on either side")
    }
  }

  /// The error for a missing entry, with the most similar names.
  static func missing(_ key: EntryKey, known: Set<EntryKey>, place: String) -> Failure {
    let ids = known.filter { $0.kind == key.kind }.map(\.id).sorted()
    let near = suggestion(for: key.id, among: ids)
    return Failure(
      "no entry \(copyable(key.description)) \(place)",
      hint: near.map { "did you mean \(copyable("\(key.kind)/\($0)"))?" }
        ?? (ids.isEmpty
          ? "no \(key.kind) \(place)"
          : "\(key.kind): \(ids.prefix(8).joined(separator: ", "))\(ids.count > 8 ? ", …" : "")"))
  }
}
