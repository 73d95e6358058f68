/// Reads a CV while its files still come from git: what has come is parsed on the other cores meanwhile.
package struct RecordsAhead {
  private let reader: CVReader
  private let recordReader: RecordReader
  private let batchSize: Int
  private let batches = Batches<[ReadFile]>()
  private var waiting: [SourceFile] = []

  /// - Parameters:
  ///   - kinds: the files that declare kinds, which say how all others are read; they are added like these.
  ///   - count: how many files will come: few are parsed at the end.
  package init(_ reader: CVReader, kinds: [SourceFile], count: Int) {
    self.reader = reader
    recordReader = RecordReader(schema: reader.schema(kinds))
    batchSize = count > OtherCores.fewItems ? OtherCores.batchSize : .max
  }

  package mutating func add(_ file: SourceFile) {
    waiting.append(file)
    guard waiting.count == batchSize else { return }
    batches.start { [self] in read() }
    waiting.removeAll(keepingCapacity: true)
  }

  /// The CV, once all of its files have come.
  package func reading() -> CVReading {
    let last = read()
    return reader.reading(batches.finished().flatMap(\.self) + last, schema: recordReader.schema)
  }

  private func read() -> [ReadFile] { waiting.map { reader.read($0, with: recordReader) } }
}
