internal import CVHistory
internal import CVModel
internal import CVRendering

/// Renders the commits of `log` as its options want them.
struct LogStepRenderer {
  private let command: LogCommand
  private let least: Significance
  private let width: Int
  private let isColored: Bool

  init(
    _ command: LogCommand, least: Significance, _ cv: CVRepository, _ session: Session
  ) throws {
    self.command = command
    self.least = least
    width = session.surroundings.width
    isColored = try session.isColored(in: cv.repository)
  }

  /// The empty line between commits of several lines.
  func separator(before index: Int) -> String {
    index == 0 || command.oneline || command.format != .text ? "" : "\n"
  }

  func render(_ step: StepDiff) -> String {
    if case .pattern(let pattern) = command.format {
      return step.occasion.commit.map(pattern.line) ?? ""
    }
    let renderer = LogTextRenderer(
      width: width, isColored: isColored, least: least, showsIDs: command.ids)
    if command.oneline { return renderer.line(step) }
    return command.stat ? renderer.counts(step) : renderer.render(step)
  }

  /// - Parameter steps: newest first, each with the changes of one entry.
  func timeline(_ steps: [StepDiff], isReversed: Bool) -> String {
    TimelineRenderer(width: width, isColored: isColored, least: least)
      .render(steps, isReversed: isReversed)
  }
}
