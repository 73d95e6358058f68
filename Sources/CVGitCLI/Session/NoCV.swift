internal import CVModel
internal import Git

/// There is nothing of a CV where one was looked for.
struct NoCV {
  let failure: Failure

  init(_ root: String, at revision: String? = nil) {
    let place = revision.map { " at \(copyable($0))" } ?? ""
    failure = Failure(
      "there is no CV in \(copyable(root.isEmpty ? "." : root))\(place)",
      hint:
        "\"cvgit init\" makes one; another folder is named by \"--root\" or \"git config cvgit.root\""
    )
  }
}

/// A bare repository has neither files nor an index to compare or to check.
struct NoWorkTree {
  let failure: Failure

  init(_ repository: Repository, hint: String) {
    failure = Failure(
      "the repository \(copyable(repository.startingFolder)) is bare: it has no work tree",
      hint: hint)
  }
}
