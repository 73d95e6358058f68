import CVGitCLI
import CVHistory
import CVModel
import Fixtures
import Git
import Text

extension FuzzTarget {
  /// A revision, a range or a date: it names versions or is rejected with a message, and ends soon.
  static let revisions = FuzzTarget(
    "revisions",
    prepare: {
      let path = try DemoHistory.path()
      let environment = DemoHistory.environment
      let repository = try Repository.open(at: path, environment: Environment(environment))
      return { bytes in
        let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
        let range = RevisionExpression(text)
        if case .single(let whole) = range {
          try demand(whole == text, "a single revision loses something")
        }
        _ = SnapshotName.first(Day(unixSeconds: 0), purpose: text)
        let versions = Result { () throws(RevisionError) in try repository.versions(of: range) }
        switch versions {
        case .success(let (from, to)):
          try demand(!from.name.isEmpty && !to.name.isEmpty, "a version without a name")
        case .failure(let error):
          try demand(!error.description.isEmpty, "no word of what is wrong")
          // The whole program is much slower: run it for one input in 16.
          guard bytes.reduce(0, ^) & 15 == 0 else { return }
          let run = CVGitProgram.run(
            ["log", "--", text], Surroundings(environment: environment, directory: path))
          try demand(!run.messages.isEmpty, "no word of what is wrong")
          try demandSafe(run.messages, "a message")
        }
      }
    })

  /// Arguments that git may pass to its diff drivers, one per line.
  static let diffDriver = FuzzTarget(
    "diff-driver",
    prepare: {
      // Without PATH, git is not found: its own output for other files is not tested.
      let surroundings = Surroundings(
        environment: ["PATH": "/nonexistent"], directory: try DemoHistory.path())
      return { bytes in
        var input = FuzzInput(bytes)
        let arguments = input.lines()
        // A device or a pipe may never end; git only passes regular files.
        let isEndless = arguments.contains {
          ($0.contains("/dev/") || $0.contains("/proc/")) && $0 != "/dev/null"
        }
        guard !isEndless else { return }
        // argument-parser takes longer than the driver: use it for one input in 16.
        let run =
          bytes.reduce(0, ^) & 15 == 0
          ? CVGitProgram.run(["diff-driver"] + arguments, surroundings)
          : CVGitProgram.runDiffDriver(arguments, surroundings)
        try demandSafe(run.output, "the output")
        try demandSafe(run.messages, "a message")
      }
    })
}
