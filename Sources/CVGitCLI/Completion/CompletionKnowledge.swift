internal import CVHistory
internal import CVModel
internal import Git

/// The names in a repository that a command line may use; empty without a repository.
struct CompletionKnowledge {
  private let cv: CVRepository?
  private let reading: CVReading?

  /// Ignores errors: the shell would print them into the line being edited.
  init(_ session: Session) {
    var session = session
    cv = try? session.openCV()
    reading = cv.flatMap { cv in try? cv.reading(of: try cv.repository.isBare ? .empty : .workTree)
    }
  }

  var schema: Schema { reading?.cv.schema ?? .builtIn }

  /// The kinds that have a folder.
  var kinds: [Kind] {
    schema.kinds.filter { kind in if case .file = kind.role { false } else { true } }
  }

  /// Every entry with its name, and the two records that are named without an ID.
  var records: [(name: String, title: String)] {
    let files = [("profile", "who the CV is about"), ("document", "sections and headings")]
    guard let reading else { return files }
    let entries = reading.cv.entries.values.filter { entry in
      reading.cv.schema[entry.key.kind].map { kinds.contains($0) } ?? false
    }
    return entries.sorted { $0.key < $1.key }
      .map { ($0.key.description, reading.cv.schema.title(of: $0)) } + files
  }

  func entry(_ name: String) -> Entry? {
    // The name may still be incomplete.
    guard let name = try? RecordName(name, in: schema) else { return nil }
    return reading?.cv[name.key]
  }

  /// Every tag of any entry.
  var tags: [String] {
    let tags = reading?.cv.entries.values.flatMap { $0["tags"]?.items.compactMap(\.text) ?? [] }
    return Set(tags ?? []).sorted()
  }

  /// The IDs of a kind, for references.
  func ids(of kind: String) -> [String] { reading?.cv.entries(of: kind).map(\.key.id) ?? [] }

  /// `HEAD` and git's tags, with snapshots without their `snapshot/`.
  var revisions: [String] {
    cv == nil
      ? []
      : ["HEAD"] + branchNames + tagNames.filter { !$0.hasPrefix(Self.snapshotPrefix) } + snapshots
  }

  var snapshots: [String] {
    tagNames.filter { $0.hasPrefix(Self.snapshotPrefix) }
      .map { String($0.dropFirst(Self.snapshotPrefix.count)) }
  }

  /// Empty if git fails: a completion never reports errors.
  private var tagNames: [String] { (try? cv?.repository.tags().map(\.name)) ?? [] }

  /// Empty if git fails: a completion never reports errors.
  private var branchNames: [String] { (try? cv?.repository.branchNames()) ?? [] }

  private static let snapshotPrefix = "snapshot/"
}
