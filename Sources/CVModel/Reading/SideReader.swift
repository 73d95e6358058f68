/// Reads one side of a diff while its files still come from git.
///
/// git is read on one thread. What has come is parsed on the other cores meanwhile, and the nodes that a diff does not
/// need are freed there.
package struct SideReader: Sendable {
  private let reader: CVReader
  private let schema: Schema
  private let batches = Batches<Batch>()
  private var waiting: [SourceFile] = []

  /// - Parameter kinds: the files of the side under `kinds/`, which say how all others are read.
  package init(root: String, kinds: [SourceFile]) {
    reader = CVReader(root: root)
    schema = Schema.builtIn.adding(reader.kinds(kinds))
  }

  package mutating func add(_ file: SourceFile) {
    waiting.append(file)
    if waiting.count == OtherCores.batchSize { startWaiting() }
  }

  /// Has what came last read too, although it is little.
  package mutating func startWaiting() {
    guard !waiting.isEmpty else { return }
    batches.start { [reader, schema, waiting] in Batch(waiting, reader, schema) }
    waiting.removeAll(keepingCapacity: true)
  }

  /// A reader of more files by the same kinds.
  package var another: SideReader { SideReader(reader, schema) }

  private init(_ reader: CVReader, _ schema: Schema) {
    (self.reader, self.schema) = (reader, schema)
  }

  /// The side, once all of its files have come.
  ///
  /// - Parameter shared: what both sides hold.
  package func side(with shared: SideReader) -> DiffSide {
    let all = shared.finished() + finished()
    return DiffSide(
      all.flatMap(\.records).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
      unreadable: all.flatMap(\.unreadable)
        .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
      schema: schema)
  }

  private func finished() -> [Batch] {
    batches.finished() + [Batch(waiting, reader, schema)]
  }
}

/// What some of the files hold.
private struct Batch: Sendable {
  var records: [ReadRecord] = []
  var unreadable: [Unreadable] = []

  init(_ files: [SourceFile], _ reader: CVReader, _ schema: Schema) {
    for file in files {
      switch reader.read(file, schema: schema) {
      case .entry(let entry)?:
        guard case .bytes(let bytes) = file.content else { continue }
        records.append(ReadRecord(path: file.path, entry: entry, stamp: bytes))
      case .unreadable(let fault)?: unreadable.append(fault)
      case nil: break
      }
    }
  }
}
