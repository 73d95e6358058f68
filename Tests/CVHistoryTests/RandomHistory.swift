import CVHistory
import CVModel
import Fixtures
import Foundation
import Git

/// A history of small records that change at random, as one stream for `git fast-import`.
struct RandomHistory {
  private var generator: SeededGenerator
  private var files: [String: String] = [:]
  private var stream = ""
  private var count = 0

  init(seed: UInt64, commits: Int) {
    generator = SeededGenerator(seed: seed)
    files["cv/profile.yaml"] = "name: Ada Lovelace\n"
    for _ in 0..<commits { commit() }
  }

  /// A repository with the history.
  func repository() throws -> ScratchRepository {
    let scratch = try ScratchRepository()
    try scratch.git("fast-import", "--quiet", input: Data(stream.utf8))
    return scratch
  }

  private mutating func commit() {
    for _ in 0..<Int.random(in: 1...3, using: &generator) { change() }
    count += 1
    stream += "commit refs/heads/main\n"
    stream += "committer Ada <ada@example.org> \(1_600_000_000 + count * 86400) +0000\n"
    stream += "data 4\nstep\ndeleteall\n"
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      stream += "M 100644 inline \(path)\ndata \(text.utf8.count)\n\(text)\n"
    }
  }

  private var papers: [String] { files.keys.filter { $0.hasPrefix("cv/publications/") }.sorted() }

  private mutating func change() {
    guard let path = papers.randomElement(using: &generator), papers.count > 2 else { return add() }
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: files[path] = nil
    case 1:
      files["cv/publications/p\(Int.random(in: 0..<40, using: &generator)).yaml"] = files[path]
      files[path] = nil
    case 2, 3: add()
    case 4: files[path] = (files[path] ?? "") + "# a comment\n"
    case 5: set(path, "venue", ["Memoirs", "Transactions", "Annals"])
    case 6: set(path, "title", (0..<9).map { "Notes on the number \($0) of engines" })
    case 7: set(path, "visibility", ["private", "public"])
    default: set(path, "status", ["Submitted", "Under Review", "Accepted", "Published"])
    }
  }

  private mutating func add() {
    let number = Int.random(in: 0..<40, using: &generator)
    files["cv/publications/p\(number).yaml"] = """
      title: Notes on the number \(Int.random(in: 0..<60, using: &generator)) of engines
      authors: [Ada Lovelace, Mary Somerville]
      date: \(2000 + number % 20)

      """
  }

  private mutating func set(_ path: String, _ field: String, _ values: [String]) {
    let value = values.randomElement(using: &generator) ?? ""
    let kept = (files[path] ?? "").split(separator: "\n").filter { !$0.hasPrefix("\(field):") }
    files[path] = (kept + ["\(field): \(value)"]).joined(separator: "\n") + "\n"
  }
}
