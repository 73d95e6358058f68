internal import CVHistory
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

  /// The same, but checks whether the CV is in a submodule, which is another repository.
  init(in cv: CVRepository, at revision: String? = nil) throws {
    guard let submodule = try cv.enclosingSubmodule else {
      failure = NoCV(cv.root, at: revision).failure
      return
    }
    let root = cv.root.dropFirst(submodule.count).drop { $0 == "/" }
    let option = root == "cv" ? "" : " --root \(copyable(root.isEmpty ? "." : String(root)))"
    failure = Failure(
      "\(copyable(cv.root)) is in the submodule \(copyable(submodule)), which is another repository",
      hint: "run cvgit there: cvgit -C \(copyable(submodule))\(option)")
  }
}

/// The error for a bare repository, which has neither files nor an index.
struct NoWorkTree {
  let failure: Failure

  init(_ repository: Repository, hint: String) {
    failure = Failure(
      "the repository \(copyable(repository.startingFolder)) is bare and has no work tree",
      hint: hint)
  }
}
