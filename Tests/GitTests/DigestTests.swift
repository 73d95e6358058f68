import Fixtures
import Foundation
import Git
import Testing

@Suite struct DigestTests {
  /// Sizes at which the padding of the last block changes.
  private static let lengths = [0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 1000, 1_000_000]

  @Test func `SHA-256 agrees with coreutils`() throws {
    let folder = try TemporaryFolder()
    for length in Self.lengths {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      let run = try ProcessRun.run(
        "sha256sum", [], in: folder.path, environment: ["PATH": "/usr/bin:/bin"],
        input: Data(bytes))
      #expect(SHA256Digest(of: bytes).description == String(run.output.prefix(64)))
    }
  }

  @Test func `SHA-256 of the standard's own example`() {
    // FIPS 180-4's example message.
    #expect(
      SHA256Digest(of: Array("abc".utf8)).description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `Software Heritage IDs of contents and folders are git's own`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("a/b.txt", "content")
    try scratch.commit("one")
    let repository = try scratch.open()
    let file = try #require(ObjectID(hex: try scratch.git("rev-parse", "HEAD:a/b.txt")))
    let tree = try #require(ObjectID(hex: try scratch.git("rev-parse", "HEAD:a")))
    #expect(try repository.write(blob: Array("content".utf8)) == file)
    #expect(file.softwareHeritageID(.content) == "swh:1:cnt:\(file.hex)")
    #expect(tree.softwareHeritageID(.directory) == "swh:1:dir:\(tree.hex)")
  }
}
