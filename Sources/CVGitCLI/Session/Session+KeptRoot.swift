internal import CVHistory
internal import Git

extension Session {
  /// Records the CV's folder in git's config if it is not `cv`, so that later commands and hooks
  /// find it.
  mutating func keepRoot(of cv: CVRepository) throws {
    guard cv.root != (try cv.repository.configuration.string("cvgit.root") ?? "cv") else { return }
    let value = cv.root.isEmpty ? "." : cv.root
    do throws(GitError) {
      try cv.repository.write(setting: "cvgit.root", value)
    } catch {
      throw Failure(error)
    }
    tell("set cvgit.root in git's config: \(value)")
  }
}
