import Fixtures
import Foundation
import Git
import Testing

/// Loose objects, as `git hash-object` writes them, and damaged in every way.
struct LooseObjectTests {
  private func blob(_ text: String, in scratch: borrowing ScratchRepository) throws -> ObjectID {
    let id = try scratch.git("hash-object", "-w", "--stdin", input: Data(text.utf8))
    return try #require(ObjectID(hex: id))
  }

  private func file(_ id: ObjectID) -> String {
    ".git/objects/\(id.description.prefix(2))/\(id.description.dropFirst(2))"
  }

  private func replace(
    _ file: String, with bytes: some Sequence<UInt8>, in scratch: inout ScratchRepository
  ) throws {
    try scratch.remove(file)
    try scratch.write(file, Data(bytes))
  }

  @Test(arguments: ["", "x", String(repeating: "a", count: 1_000_000), "short\u{0}zero\n"])
  func `dates are parsed as in git`(_ text: String) throws {
    let scratch = try ScratchRepository()
    let id = try blob(text, in: scratch)
    #expect(try scratch.open().blob(id) == Array(text.utf8))
  }

  @Test func `each flipped byte and each truncation is an error that names the object`() throws {
    var scratch = try ScratchRepository()
    let id = try blob("title: Notes\ntype: journal\nauthors: [Ada]\n", in: scratch)
    let bytes = [UInt8](
      try #require(FileManager.default.contents(atPath: scratch.path + "/" + file(id))))
    var damaged = bytes.indices.map { place in
      bytes.enumerated().map { $0.offset == place ? ~$0.element : $0.element }
    }
    damaged += bytes.indices.map { Array(bytes[..<$0]) } + [bytes + [0], bytes + bytes]
    for bytes in damaged {
      try replace(file(id), with: bytes, in: &scratch)
      let error = #expect(throws: GitError.self) { try scratch.open().blob(id) }
      #expect(error?.description.contains("\(id)") == true)
      #expect(error?.hint?.contains("git fsck") == true)
    }
  }

  /// Objects that git would never write; Python compresses them.
  @Test(arguments: [
    "blob 3\\0title: Notes", "blob 99999999999\\0x", "blob 99\\0x", "blob -1\\0", "b 1\\0x",
    "blob 03\\0abc", "",
  ])
  func `a header that does not match the file is an error`(_ content: String) throws {
    var scratch = try ScratchRepository()
    let id = try blob("title: Notes", in: scratch)
    let packed = try ProcessRun.run(
      "python3",
      ["-c", "import sys, zlib; sys.stdout.buffer.write(zlib.compress(b'\(content)'))"],
      in: scratch.path, environment: ProcessInfo.processInfo.environment)
    try replace(file(id), with: packed.stdout, in: &scratch)
    #expect(throws: GitError.self) { try scratch.open().blob(id) }
  }
}
