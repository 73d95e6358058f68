package import CVHistory
package import Git

/// Why a command could not do its work: one line, and what to do.
package struct Failure: Error, CustomStringConvertible {
  package let message: String
  package let hint: String?

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }

  package init(_ error: GitError) { self.init(error.message, hint: error.hint) }

  package init(_ error: RevisionError) { self.init(error.description, hint: error.hint) }

  package init(_ error: SnapshotError) { self.init(error.description, hint: error.hint) }

  package var description: String { message }
}

/// A name in quotes, nothing cut, so that it can be copied from a message.
func copyable(_ name: String) -> String { "\"\(name)\"" }
