internal import CVModel

/// There is nothing of a CV where one was looked for.
struct NoCV {
  let failure: Failure

  init(_ root: String, at revision: String? = nil) {
    let place = revision.map { " at \(quoted($0))" } ?? ""
    failure = Failure(
      "there is no CV in \(quoted(root.isEmpty ? "." : root))\(place)",
      hint: "name its folder with \"--root\", or with \"git config cvgit.root\"")
  }
}
