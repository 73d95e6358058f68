import Fixtures
import Foundation
import Git
import Testing

/// Packs whose index is damaged, and objects that lie in other repositories.
struct PackIndexTests {
  private func packed() throws -> ScratchRepository {
    var scratch = try ScratchRepository()
    for number in 1...3 {
      try scratch.write("cv/publications/a.yaml", "title: Notes \(number)\n")
      try scratch.commit("Number \(number)")
    }
    try scratch.git("gc", "--quiet")
    return scratch
  }

  private func file(
    endingIn ending: String, of scratch: borrowing ScratchRepository
  ) throws -> (name: String, bytes: [UInt8]) {
    let folder = "\(scratch.path)/.git/objects/pack"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let name = try #require(names.first { $0.hasSuffix(ending) })
    let content = try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))
    return (".git/objects/pack/\(name)", [UInt8](content))
  }

  /// Reads everything with each byte flipped in turn; an error is as good as an answer.
  ///
  /// - Returns: the errors that name the file.
  private func errors(
    flipping file: (name: String, bytes: [UInt8]), in scratch: inout ScratchRepository
  ) throws -> [GitError] {
    let blobs = try ["HEAD", "HEAD~1", "HEAD~2"].map { revision in
      try #require(
        ObjectID(hex: try scratch.git("rev-parse", "\(revision):cv/publications/a.yaml")))
    }
    var errors: [GitError] = []
    for place in file.bytes.indices {
      var bytes = file.bytes
      bytes[place] = ~bytes[place]
      try scratch.remove(file.name)
      try scratch.write(file.name, Data(bytes))
      do {
        let repository = try scratch.open()
        for blob in blobs { _ = try repository.blob(blob) }
        if let tree = try repository.headCommit()?.tree { _ = try repository.files(in: tree) }
      } catch let error as GitError {
        if error.message.contains(file.name) { errors.append(error) }
      } catch is RevisionError {
      }
    }
    return errors
  }

  @Test func `no flipped byte of an index leads out of its pack`() throws {
    var scratch = try packed()
    let errors = try errors(flipping: try file(endingIn: ".idx", of: scratch), in: &scratch)
    #expect(errors.count >= 9)
    #expect(errors.allSatisfy { $0.hint?.contains("git index-pack") == true })
  }

  @Test func `no flipped byte of an index of many packs leads out of them`() throws {
    var scratch = try packed()
    try scratch.write("cv/publications/b.yaml", "title: More\n")
    try scratch.commit("More")
    try scratch.git("repack", "--quiet")
    try scratch.git("multi-pack-index", "write")
    let errors = try errors(
      flipping: try file(endingIn: "multi-pack-index", of: scratch), in: &scratch)
    #expect(errors.count >= 9)
    #expect(errors.allSatisfy { $0.hint?.contains("git multi-pack-index write") == true })
  }

  @Test func `an index of git's first version is looked through too`() throws {
    var scratch = try packed()
    let pack = try file(endingIn: ".pack", of: scratch).name
    var index = try file(endingIn: ".idx", of: scratch)
    try scratch.remove(index.name)
    try scratch.git("index-pack", "--index-version=1", "-o", index.name, pack)
    #expect(try scratch.open().headCommit() != nil)
    index = try file(endingIn: ".idx", of: scratch)
    index.bytes[1024] = 0x7F
    try scratch.remove(index.name)
    try scratch.write(index.name, Data(index.bytes))
    let error = #expect(throws: GitError.self) { try scratch.open() }
    #expect(error?.message.hasSuffix("is damaged: it does not fit its packs") == true)
  }

  @Test func `objects of another repository are read with the same care`() throws {
    var other = try ScratchRepository()
    let id = try #require(
      ObjectID(hex: try other.git("hash-object", "-w", "--stdin", input: Data("title: x".utf8))))
    var scratch = try ScratchRepository()
    try scratch.write(".git/objects/info/alternates", "# beside\n\(other.path)/.git/objects\n")
    #expect(try scratch.open().blob(id) == Array("title: x".utf8))
    let name = ".git/objects/\(id.description.prefix(2))/\(id.description.dropFirst(2))"
    let bytes = [UInt8](
      try #require(FileManager.default.contents(atPath: other.path + "/" + name)))
    for bytes in bytes.indices.map({ Array(bytes[..<$0]) }) + [bytes + bytes] {
      try other.remove(name)
      try other.write(name, Data(bytes))
      let error = #expect(throws: GitError.self) { try scratch.open().blob(id) }
      #expect(error?.description.contains("\(id)") == true)
    }
  }

  @Test func `alternates that lead from one to the next are followed, and not in a circle`() throws
  {
    var first = try ScratchRepository()
    var second = try ScratchRepository()
    let id = try #require(
      ObjectID(hex: try second.git("hash-object", "-w", "--stdin", input: Data("title: x".utf8))))
    try first.write(".git/objects/info/alternates", "\(second.path)/.git/objects\n")
    try second.write(".git/objects/info/alternates", "\(first.path)/.git/objects\n")
    #expect(try first.open().blob(id) == Array("title: x".utf8))
  }
}
