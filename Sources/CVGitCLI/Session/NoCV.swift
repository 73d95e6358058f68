internal import CVModel
internal import Git

/// The error for a missing CV.
struct NoCV {
  let failure: Failure

  init(_ root: String, at revision: String? = nil) {
    let place = revision.map { " at \(copyable($0))" } ?? ""
    failure = Failure(
      "no CV found in \(copyable(root.isEmpty ? "." : root))\(place)",
      hint:
        "\"cvgit init\" creates one; \"--root\" or \"git config cvgit.root\" name another folder"
    )
  }
}

/// The error for a bare repository, which has neither files nor an index to read.
struct NoWorkTree {
  let failure: Failure

  init(_ repository: Repository, hint: String) {
    failure = Failure(
      "the repository \(copyable(repository.startingFolder)) is bare and has no work tree",
      hint: hint)
  }
}
