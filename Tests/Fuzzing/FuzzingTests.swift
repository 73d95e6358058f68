import Fixtures
import Foundation
import FuzzTargets
import Testing

/// A short version of `make fuzz`: every input of the corpora, and reproducibly damaged ones.
struct FuzzingTests {
  private static let rounds = Cases.count(40)

  private static let corpora = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Corpora")

  /// The inputs of a target, sorted by name.
  private func corpus(_ name: String) throws -> [(name: String, bytes: [UInt8])] {
    let folder = Self.corpora.appending(path: name)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, Array(try Data(contentsOf: folder.appending(path: $0))))
    }
  }

  @Test(arguments: FuzzTarget.all.map(\.name))
  func `a target's properties hold for its corpus and for mutations of it`(name: String) throws {
    let target = try #require(FuzzTarget.all.first { $0.name == name })
    let corpus = try corpus(name)
    #expect(corpus.count >= 3 && corpus.count <= 60)
    let check = try target.prepare()
    for (file, bytes) in corpus {
      #expect(throws: Never.self, "\(file)") { try check(bytes) }
    }
    var mutator = Mutator(corpus.map(\.bytes), SeededGenerator(seed: 9))
    for round in 0..<Self.rounds {
      let bytes = mutator.next()
      do {
        try check(bytes)
      } catch {
        Issue.record("round \(round): \(error)\n\(String(decoding: bytes, as: UTF8.self))")
        return
      }
    }
  }
}
