import Fixtures
import Foundation
import Git
import Testing

/// Packs with damaged indexes, and objects in other repositories.
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

  /// Reads everything with each byte flipped in turn; both an error and an answer are acceptable.
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

  @Test func `no flipped byte of an index points outside its pack`() throws {
    var scratch = try packed()
    let errors = try errors(flipping: try file(endingIn: ".idx", of: scratch), in: &scratch)
    #expect(errors.count >= 9)
    #expect(errors.allSatisfy { $0.hint?.contains("'git index-pack'") == true })
  }

  @Test func `no flipped byte of a multi-pack index points outside its packs`() throws {
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

  @Test func `an index in git's first format is checked too`() throws {
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
    #expect(error?.message.hasSuffix("do not match: one of them is damaged") == true)
  }

  /// Runs a shell command in the folder of the packs.
  private func shell(_ line: String, in scratch: borrowing ScratchRepository) throws {
    let run = try ProcessRun.run(
      "sh", ["-ec", line], in: "\(scratch.path)/.git/objects/pack",
      environment: ProcessInfo.processInfo.environment)
    try #require(run.status == 0, "\(line)")
  }

  /// Moves the offset of the last object in an index past the end of its pack.
  private func damage(_ scratch: borrowing ScratchRepository) throws {
    try shell(
      """
      chmod u+w *.idx; size=$(stat -c %s *.idx)
      printf '\\177' | dd of=$(ls *.idx) bs=1 seek=$((size - 44)) conv=notrunc 2>/dev/null
      """, in: scratch)
  }

  @Test func `a multi-pack index without 8-byte offsets is for packs of up to 4 GiB`() throws {
    var scratch = try packed()
    try scratch.git("multi-pack-index", "write")
    let index = try file(endingIn: "multi-pack-index", of: scratch)
    let objects = try #require(offset(of: "OOFF", in: index.bytes))
    try shell(
      """
      chmod u+w *; truncate -s 3G *.pack
      printf '\\200' | dd of=multi-pack-index bs=1 seek=\(objects + 4) conv=notrunc 2>/dev/null
      """, in: scratch)
    #expect(try scratch.open().isBare == false)
  }

  @Test func `a multi-pack index cannot hide an offset by its own end`() throws {
    var scratch = try packed()
    try scratch.git("multi-pack-index", "write")
    var index = try file(endingIn: "multi-pack-index", of: scratch)
    let objects = try #require(offset(of: "OOFF", in: index.bytes))
    index.bytes[objects + 4] = 0x7F
    let closing = 12 + 12 * Int(index.bytes[6])
    for place in 0..<8 {
      index.bytes[closing + 4 + place] = UInt8(objects >> (56 - 8 * place) & 255)
    }
    try scratch.remove(index.name)
    try scratch.write(index.name, Data(index.bytes))
    #expect(throws: GitError.self) { try scratch.open() }
  }

  /// Where a chunk of a multi-pack index begins.
  private func offset(of name: String, in bytes: [UInt8]) -> Int? {
    (0..<Int(bytes[6])).map { 12 + 12 * $0 }
      .first { bytes[$0..<$0 + 4].elementsEqual(name.utf8) }
      .map { bytes[$0 + 4..<$0 + 12].reduce(0) { $0 << 8 | Int($1) } }
  }

  @Test func `a pack whose name is not UTF-8 is checked`() throws {
    let scratch = try packed()
    try damage(scratch)
    try shell(
      """
      for file in *; do mv "$file" "$(printf 'pack-\\377').${file##*.}"; done
      """, in: scratch)
    let error = #expect(throws: GitError.self) { try scratch.open() }
    #expect(error?.message.contains("pack-\\377.idx") == true)
  }

  @Test func `a huge sparse index takes no memory`() throws {
    let scratch = try packed()
    try shell(
      """
      chmod u+w *.idx; truncate -s 8 *.idx; truncate -s 1T *.idx
      """, in: scratch)
    #expect(throws: (any Error).self) { _ = try scratch.open().headCommit() }
  }

  @Test func `a pipe in place of an index is rejected`() throws {
    let scratch = try packed()
    try shell("name=$(ls *.idx); rm -f $name; mkfifo $name", in: scratch)
    let error = #expect(throws: GitError.self) { try scratch.open() }
    #expect(error?.message.hasSuffix(".idx' is not a regular file") == true)
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

  @Test func `chained alternates are followed, without cycles`() throws {
    var first = try ScratchRepository()
    var second = try ScratchRepository()
    let id = try #require(
      ObjectID(hex: try second.git("hash-object", "-w", "--stdin", input: Data("title: x".utf8))))
    try first.write(".git/objects/info/alternates", "\(second.path)/.git/objects\n")
    try second.write(".git/objects/info/alternates", "\(first.path)/.git/objects\n")
    #expect(try first.open().blob(id) == Array("title: x".utf8))
  }

  @Test func `a list of one folder in many spellings is read once`() throws {
    var scratch = try packed()
    let lines = (1...40).map { "." + String(repeating: "/", count: $0) }
    try scratch.write(".git/objects/info/alternates", lines.joined(separator: "\n"))
    #expect(try scratch.open().headCommit() != nil)
  }

  @Test(arguments: ["", "\u{0}rest\nmore"])
  func `packs of the farthest alternate are checked`(_ end: String) throws {
    let last = try packed()
    try damage(last)
    var folder = "\(last.path)/.git/objects"
    let between = try TemporaryFolder()
    for number in 1...5 {
      let next = "\(between.path)/\(number)"
      try FileManager.default.createDirectory(
        atPath: next + "/info", withIntermediateDirectories: true)
      try Data("\(folder)\(end)".utf8).write(to: between.url("\(number)/info/alternates"))
      folder = next
    }
    var scratch = try ScratchRepository()
    try scratch.write(".git/objects/info/alternates", folder + end)
    #expect(throws: GitError.self) { try scratch.open() }
  }
}
