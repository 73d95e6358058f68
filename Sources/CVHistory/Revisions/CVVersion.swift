package import Git

/// Where a CV is read from.
package enum CVVersion: Hashable, Sendable {
  case commit(Commit)
  /// What git would commit now.
  case index
  /// The files as they are, those that git ignores left out.
  case workTree
  /// Before the first commit: a CV without entries.
  case empty

  /// The commit, nil where the version is none.
  package var commit: Commit? {
    if case .commit(let commit) = self { commit } else { nil }
  }
}

/// A version with the name it was asked for by.
package struct NamedVersion: Hashable, Sendable {
  package let version: CVVersion
  /// As people are shown it: `v2024`, `HEAD`, `work tree`.
  package let name: String

  package init(_ version: CVVersion, name: String) {
    self.version = version
    self.name = name
  }

  package static let workTree = NamedVersion(.workTree, name: "work tree")
  package static let index = NamedVersion(.index, name: "index")
}
