internal import Text

/// Finds out why a revision does not resolve, and which name may have been meant.
struct UnknownRevision {
  private let text: String

  init(_ text: String) { self.text = text }

  func explained(in repository: Repository) throws(GitError) -> RevisionError {
    let head = try repository.head()
    let base = String(text.prefix { $0 != "~" && $0 != "^" })
    if base == "HEAD" || base == "@", head.isUnborn, let branch = head.branch {
      return .unborn(branch: branch)
    }
    // An ancestor that is missing although its descendant is present.
    if repository.isShallow, !base.isEmpty, base != text {
      do throws(RevisionError) {
        _ = try repository.resolve(base)
        return .beyondShallowBoundary(text)
      } catch {}
    }
    return .unknown(text, nearestTags: nearest(among: try repository.tagNames()))
  }

  /// The names within a few edits, at most three of the nearest.
  private func nearest(among names: [String]) -> [String] {
    let distance = EditDistance(from: text.lowercased())
    let limit = min(3, max(1, text.count / 2))
    let near = names.compactMap { name -> (name: String, distance: Int)? in
      let isBeginning = text.count > 1 && name.hasPrefix(text)
      return (isBeginning ? 1 : distance(to: name.lowercased(), limit: limit)).map { (name, $0) }
    }
    let least = near.map(\.distance).min()
    return near.filter { $0.distance == least }.prefix(3).map(\.name)
  }
}
