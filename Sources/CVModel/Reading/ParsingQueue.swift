internal import Dispatch
internal import Synchronization

/// Parses the files of a CV on other cores while more files are being read from git.
package final class ParsingQueue: Sendable {
  private let reader: CVReader
  private let recordReader: RecordReader
  private let group = DispatchGroup()
  private let state = Mutex(State())

  private struct State {
    var waiting: [SourceFile] = []
    var parsed: [ParsedFile] = []

    mutating func takeWaiting() -> [SourceFile] {
      defer { waiting.removeAll(keepingCapacity: true) }
      return waiting
    }
  }

  /// The number of files to parse at once, so that the cost of starting a task is negligible.
  private static let batchSize = 16

  /// - Parameter kinds: the files that define kinds, with which all other files are read. They are
  ///   added like any other.
  package init(_ reader: CVReader, kinds: [SourceFile]) {
    self.reader = reader
    recordReader = RecordReader(schema: reader.schema(kinds))
  }

  package func add(_ file: SourceFile) {
    let batch = state.withLock { state -> [SourceFile] in
      state.waiting.append(file)
      return state.waiting.count == Self.batchSize ? state.takeWaiting() : []
    }
    guard !batch.isEmpty else { return }
    DispatchQueue.global().async(group: group) { [self] in parse(batch) }
  }

  /// The CV, once all of its files were added.
  package func reading() -> CVReading {
    parse(state.withLock { $0.takeWaiting() })
    group.wait()
    return reader.reading(state.withLock(\.parsed), schema: recordReader.schema)
  }

  private func parse(_ batch: [SourceFile]) {
    let parsed = batch.map { reader.read($0, with: recordReader) }
    state.withLock { $0.parsed += parsed }
  }
}
