/// Finds out why a revision names nothing, and what may have been meant.
struct UnknownRevision {
  private let text: String
  private let error: GitError

  init(_ text: String, _ error: GitError) {
    self.text = text
    self.error = error
  }

  func explained(in repository: Repository) throws(GitError) -> RevisionError {
    let head = try repository.head()
    let base = text.prefix { $0 != "~" && $0 != "^" }
    if base == "HEAD" || base == "@", head.isUnborn, let branch = head.branch {
      return .unborn(branch: branch)
    }
    let missesObject = error.message.contains("no match for id")
    if repository.isShallow, missesObject, ObjectID(hex: text) == nil {
      return .beyondShallowBoundary(text)
    }
    return .unknown(text, nearestTags: nearest(among: try repository.tagNames()))
  }

  /// The names that are few edits away, at most three of the nearest.
  private func nearest(among names: [String]) -> [String] {
    let distance = EditDistance(from: text.lowercased())
    let limit = min(3, max(1, text.count / 2))
    let near = names.map { name in
      let isBeginning = text.count > 1 && name.hasPrefix(text)
      return (name: name, distance: isBeginning ? 1 : distance(to: name.lowercased()))
    }.filter { $0.distance <= limit }
    let least = near.map(\.distance).min()
    return near.filter { $0.distance == least }.prefix(3).map(\.name)
  }
}
