package import Git

extension CVRepository {
  /// A step with its author replaced by the mailmap.
  package func mapped(_ step: StepDiff) throws(GitError) -> StepDiff {
    var step = step
    step.occasion = try mapped(step.occasion)
    return step
  }

  /// A blame with its authors replaced by the mailmap.
  package func mapped(_ blame: Blame) throws(GitError) -> Blame {
    try blame.mapOccasions { (occasion) throws(GitError) in try mapped(occasion) }
  }

  private func mapped(_ occasion: Occasion) throws(GitError) -> Occasion {
    guard case .commit(let commit) = occasion else { return occasion }
    return .commit(commit.by(try repository.mapped(commit.author)))
  }
}
