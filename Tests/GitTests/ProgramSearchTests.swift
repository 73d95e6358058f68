import Fixtures
import Foundation
import Git
import Testing

struct ProgramSearchTests {
  @Test func `a program is found as in a shell, but never in the current folder`() throws {
    let folder = try TemporaryFolder(prefix: "cvgit-programs")
    for name in ["one", "two"] {
      try FileManager.default.createDirectory(
        at: folder.url(name), withIntermediateDirectories: false)
    }
    try FileManager.default.createDirectory(
      at: folder.url("one/tool"), withIntermediateDirectories: false)
    let program = folder.url("two/tool")
    try Data("#!/bin/sh\n".utf8).write(to: program)
    let path = "\(folder.path)/one:two:.::\(folder.path)/two"
    #expect(ProgramSearch.program("tool", in: path) == nil)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    #expect(ProgramSearch.program("tool", in: path) == program.path)
    #expect(ProgramSearch.program(program.path, in: nil) == program.path)
    #expect(ProgramSearch.program("two/tool", in: "\(folder.path)") == nil)
    #expect(ProgramSearch.program("sh", in: ".:relative") == nil)
    #expect(ProgramSearch.program("sh", in: nil)?.hasSuffix("/bin/sh") == true)
  }
}
