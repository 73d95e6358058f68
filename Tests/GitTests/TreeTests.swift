import Fixtures
import Foundation
import Git
import Testing

@Suite struct TreeTests {
  @Test func `a tree is read as git ls-tree shows it`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("cv/cv.yaml", "sections: []\n")
    try scratch.write("cv/publications/a.yaml", "title: A\n")
    try scratch.write("cv-old", "x")
    try scratch.write("run.sh", "#!/bin/sh\n")
    try scratch.git("add", ".")
    try scratch.git("update-index", "--chmod=+x", "run.sh")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/link", withDestinationPath: "run.sh")
    try scratch.commit("one")
    let repository = try scratch.open()
    let head = try #require(try repository.headCommit())
    let files = try repository.files(in: head.tree)
    let shown = files.map { "\($0.mode.octal) \($0.id)\t\($0.path)" }.joined(separator: "\n")
    #expect(
      shown
        == (try scratch.git(
          "ls-tree", "-r", "--format=%(objectmode) %(objectname)%x09%(path)", "HEAD")))
  }
}
