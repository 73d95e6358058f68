/// Where `HEAD` points.
package struct Head: Hashable, Sendable {
  /// The full name of the current branch's reference, `refs/heads/main`; nil if detached.
  package let reference: String?
  /// The commit that `HEAD` resolves to; nil before the first commit.
  package let commit: ObjectID?

  package init(reference: String?, commit: ObjectID?) {
    self.reference = reference
    self.commit = commit
  }

  package var isDetached: Bool { reference == nil }
  package var isUnborn: Bool { commit == nil }

  /// The branch's short name; nil if detached.
  package var branch: String? {
    guard let reference else { return nil }
    let prefix = "refs/heads/"
    return reference.hasPrefix(prefix) ? String(reference.dropFirst(prefix.count)) : reference
  }
}
