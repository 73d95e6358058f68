package import CVHistory
package import CVModel

/// The history of one entry: what happened to it, under all its names, and how long each status
/// lasted.
package struct TimelineRenderer {
  private let width: Int
  private let isColored: Bool
  private let least: Significance

  package init(width: Int, isColored: Bool, least: Significance) {
    self.width = width
    self.isColored = isColored
    self.least = least
  }

  /// - Parameter steps: newest first, each with only the changes of that entry.
  ///   - isReversed: whether the oldest is shown first.
  package func render(_ steps: [StepDiff], isReversed: Bool = false) -> String {
    let log = LogTextRenderer(width: width, isColored: isColored, least: least)
    let spans = StatusSpan.spans(in: steps)
    var name = steps.lazy.flatMap(\.diff.changes).first?.name ?? ""
    var texts: [String] = []
    for (index, step) in steps.enumerated() {
      let outline = DiffOutline(Self.withRenames(step).report, least: least)
      var entries = outline.sections.flatMap(\.entries)
      for (place, change) in zip(entries.indices, step.diff.changes) {
        entries[place] = shown(entries[place], change, spans[index], under: name)
        name = change.name
      }
      texts.append(log.render(step, entries))
    }
    if isReversed { texts.reverse() }
    return ([title(steps)] + texts).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func title(_ steps: [StepDiff]) -> String {
    guard let step = steps.first(where: { !$0.diff.changes.isEmpty }) else { return "" }
    let change = step.diff.changes[0]
    var page = TextPage(width: width, isColored: isColored)
    page.write(StyledText(change.name, .heading))
    page.write(StyledText(change.key.description, .faint))
    return page.text
  }

  /// Includes renames, which are worth a line here.
  private static func withRenames(_ step: StepDiff) -> StepDiff {
    var step = step
    for index in step.diff.changes.indices where step.diff.changes[index].oldKey != nil {
      step.diff.changes[index].significance = max(.detail, step.diff.changes[index].significance)
    }
    return step
  }

  /// Omits the name while it stays the same, and adds the entry's former name.
  private func shown(
    _ entry: EntryOutline, _ change: EntryChange, _ span: StatusSpan?, under name: String
  ) -> EntryOutline {
    var entry = entry
    entry.name =
      switch change.change {
      case .added: "Added"
      case .removed: "Removed"
      case .modified: change.name == name ? "" : change.name
      }
    if change.name != name, entry.name != change.name { entry.name += "  \(change.name)" }
    if entry.name.isEmpty, entry.lead == nil { entry.name = "Updated" }
    if let span {
      entry.detail = [span.words, entry.detail].compactMap(\.self).joined(separator: " · ")
    }
    if let oldKey = change.oldKey, change.movedFrom == nil, least != .cosmetic {
      entry.fields.insert(ChangeWords.rename(from: oldKey, to: change.key), at: 0)
    }
    return entry
  }
}
