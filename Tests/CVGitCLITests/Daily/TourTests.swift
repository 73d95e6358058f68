import Fixtures
import Foundation
import Testing

/// The commands of the documents, run from an empty folder by a new user.
@Suite struct TourTests {
  /// A command, and the text below it.
  private struct Step {
    var command: String
    var output = ""
  }

  private func steps(in text: String) -> [Step] {
    var steps: [Step] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2))))
      } else if isInside, !steps.isEmpty {
        steps[steps.count - 1].output += line + "\n"
      }
    }
    return steps
  }

  @Test(arguments: ["docs/tour.md", "README.md"])
  func `each command prints what the document shows`(_ document: String) throws {
    let folder = try TemporaryFolder()
    let date = "2024-03-01T09:00:00+0000"
    let environment = [
      "PATH": "\(BuiltProgram.folder):/usr/bin:/bin", "HOME": folder.path, "GIT_EDITOR": "true",
      "GIT_CONFIG_NOSYSTEM": "1", "EMAIL": "ada@example.org", "GIT_AUTHOR_NAME": "Ada Lovelace",
      "GIT_COMMITTER_NAME": "Ada Lovelace", "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date,
      "GIT_PAGER": "cat", "CVGIT_TYPST": "none",
    ]
    var directory = folder.path
    let steps = steps(in: try PackageFolder.text(document))
    #expect(steps.count > 10)
    for step in steps {
      let run = try ProcessRun.run(
        "sh", ["-c", "\(step.command) 2>&1"], in: directory, environment: environment)
      #expect(run.output == step.output, "\(step.command)")
      if step.command.hasSuffix(" career && cd career") { directory += "/career" }
    }
  }
}
