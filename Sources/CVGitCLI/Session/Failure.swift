package import CVHistory
package import Git

/// Why a command failed: one line, and what to do.
package struct Failure: Error, CustomStringConvertible {
  package let message: String
  package let hint: String?

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }

  package init(_ error: GitError) { self.init(error.message, hint: error.hint) }

  package init(_ error: RevisionError) {
    self.init(error.description, hint: error.hint ?? Self.hint(error))
  }

  /// The hint for an error that has none of its own.
  private static func hint(_ error: RevisionError) -> String? {
    switch error {
    case .unknown: "name a branch, a tag, a commit, a snapshot or a date such as 2024-12-31"
    case .range: "name one revision"
    case .notACommit: "name a commit, or a tag of one"
    case .unborn: "make a first commit"
    case .ambiguous, .ambiguousName, .shorthand, .noMergeBase, .beyondShallowBoundary, .git: nil
    }
  }

  package init(_ error: SnapshotError) { self.init(error.description, hint: error.hint) }

  package var description: String { message }
}

/// A name in quotes, never truncated, so that it can be copied from a message.
func copyable(_ name: String) -> String { "\"\(name)\"" }
