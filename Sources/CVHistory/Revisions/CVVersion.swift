package import Git

/// A version from which a CV is read.
package enum CVVersion: Hashable, Sendable {
  case commit(Commit)
  /// What git would commit now.
  case index
  /// The current files, without those that git ignores.
  case workTree
  /// Before the first commit: a CV without entries.
  case empty

  /// The commit; nil for other versions.
  package var commit: Commit? {
    if case .commit(let commit) = self { commit } else { nil }
  }
}

/// A version with the name by which it was requested.
package struct NamedVersion: Hashable, Sendable {
  package let version: CVVersion
  /// For display: `v2024`, `HEAD`, `work tree`.
  package let name: String

  package init(_ version: CVVersion, name: String) {
    self.version = version
    self.name = name
  }

  package static let workTree = NamedVersion(.workTree, name: "work tree")
  package static let index = NamedVersion(.index, name: "index")
}
