package import CVModel
internal import Text

/// What an import leaves open, as text for its user: both values of each conflict, what a file does
/// not hold any more, and what gave way.
package struct ImportTextRenderer {
  package init() {}

  /// Empty if nothing is to be said.
  package func render(_ plan: ImportPlan) -> String {
    let parts = [
      conflicts(plan.conflicts, "conflict", "both the record and the file changed"),
      conflicts(plan.differences, "difference", "the first file counts"),
      superseded(plan.superseded), gone(plan.gone),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func conflicts(
    _ conflicts: [ImportPlan.Conflict], _ word: String, _ reason: String
  ) -> String {
    guard !conflicts.isEmpty else { return "" }
    var text = "\(conflicts.count) \(word)\(conflicts.count == 1 ? "" : "s"): \(reason)\n"
    var last: String?
    for conflict in conflicts {
      let place = "  \(conflict.key)  (\(self.place(of: conflict)))"
      if place != last { text += place.terminalSafe + "\n" }
      last = place
      text += lines(conflict)
    }
    return text
  }

  private func place(of conflict: ImportPlan.Conflict) -> String {
    var field: String?
    if case .part(let part) = conflict.subject { field = part.path.first }
    let place = conflict.origin.place(of: field)
    return "\(conflict.file):\(place.line):\(place.column)"
  }

  private func lines(_ conflict: ImportPlan.Conflict) -> String {
    switch conflict.subject {
    case .deletedRecord: "    the record was deleted, and the file changed the entry\n"
    case .unreadableRecord: "    the record cannot be read: see \"cvgit validate\"\n"
    case .part(let part):
      "    \(part.path.joined(separator: ".").terminalSafe)\n"
        + "      record  \(words(part.ours))\n      file    \(words(part.theirs))\n"
    }
  }

  private func words(_ value: Plain?) -> String {
    value.map(ValueWords.plain)?.terminalSafe ?? "(nothing)"
  }

  private func superseded(_ conflicts: [ImportPlan.Conflict]) -> String {
    guard !conflicts.isEmpty else { return "" }
    return "the further status or the more precise date was taken:\n"
      + conflicts.compactMap { conflict -> String? in
        guard case .part(let part) = conflict.subject else { return nil }
        return "  \(conflict.key)  \(part.path.joined(separator: ".")): "
          + "\(words(part.ours)) in the record, \(words(part.theirs)) in the file\n"
      }.joined()
  }

  private func gone(_ gone: [ImportPlan.Gone]) -> String {
    guard !gone.isEmpty else { return "" }
    return "\(gone.count) no longer in the file:\n"
      + gone.map { entry in
        "  \(entry.key)  (\(entry.file))\(entry.isEdited ? "  edited since, and kept" : "")"
          .terminalSafe + "\n"
      }.joined()
  }
}
