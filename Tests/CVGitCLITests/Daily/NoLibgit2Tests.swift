import Fixtures
import Foundation
import Testing

#if os(Linux)
  /// Commands for which startup time matters never start libgit2; the loader reports which symbols
  /// are bound.
  @Suite struct NoLibgit2Tests {
    private func startsLibgit2(_ arguments: [String]) throws -> Bool {
      let folder = try TemporaryFolder()
      let file = folder.path + "/record.yaml"
      try Data("title: A\n".utf8).write(to: URL(fileURLWithPath: file))
      let run = try BuiltProgram.run(
        arguments.map { $0 == "FILE" ? file : $0 }, in: folder.path,
        environment: ["PATH": "/usr/bin:/bin", "LD_DEBUG": "bindings"])
      return run.errors.contains("`git_libgit2_init'")
    }

    @Test(arguments: [
      ["--version"], ["--help"], ["help", "diff"], ["schema"], ["schema", "publications"],
      ["completions", "bash"], ["textconv", "FILE"],
      ["diff-driver", "cv/publications/a.yaml", "/dev/null", ".", ".", "FILE", "0", "100644"],
    ])
    func `a command that needs no repository starts no libgit2`(arguments: [String]) throws {
      #expect(try !startsLibgit2(arguments))
    }

    @Test func `a command that needs a repository starts libgit2`() throws {
      #expect(try startsLibgit2(["validate"]))
    }
  }
#endif
