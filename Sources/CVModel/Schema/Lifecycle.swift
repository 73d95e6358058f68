/// The statuses that a paper, a grant or a patent goes through, as data.
package struct Lifecycle: Hashable, Sendable {
  package let name: String

  /// The regular steps in order; steps with the same rank are equivalent.
  package let steps: [Step]

  /// The final steps outside the regular order, such as a rejection.
  package let exits: [Step]

  /// The rank of acceptance, from which a new round can no longer begin.
  let acceptedRank: Int

  /// The label that a CV does not print, because readers take it for granted: `Published`.
  package let impliedLabel: String?

  /// The index of each label and alias among all steps, as written here and folded.
  private let indexByName: [String: Int]

  init(
    name: String, steps: [Step], exits: [Step], acceptedRank: Int, impliedLabel: String? = nil
  ) {
    self.name = name
    self.steps = steps
    self.exits = exits
    self.acceptedRank = acceptedRank
    self.impliedLabel = impliedLabel
    let names = (steps + exits).enumerated().flatMap { index, step in
      ([step.label] + step.aliases).flatMap { [($0, index), (Self.folded($0), index)] }
    }
    indexByName = Dictionary(names) { first, _ in first }
  }

  /// One status in a lifecycle.
  package struct Step: Hashable, Sendable {
    /// The spelling that `fmt` and all outputs use.
    package let label: String
    /// The position in the lifecycle; nil for an exit.
    package let rank: Int?
    /// Other names for the step, which are kept as written but compare as equal.
    package let aliases: [String]
    /// Whether the step asks for another round: a revision.
    package let isRevision: Bool

    /// Whether the same work may be submitted again after this exit, unlike after a retraction or
    /// expiry.
    var mayBeginAgain: Bool { ["Rejected", "Declined", "Withdrawn"].contains(label) }

    /// Whether the work is with its reviewers.
    var isUnderReview: Bool { label == "Under Review" }
  }

  /// How one status follows another.
  package enum Transition: String, Hashable, Sendable {
    case forward
    case newRound = "new round"
    case backward
    case exit
    case cleared
    case set
  }

  /// All steps, exits last.
  package var allSteps: [Step] { steps + exits }

  /// The step with a label or alias, ignoring case, hyphens and spaces.
  package func step(named text: String) -> Step? {
    guard let index = indexByName[text] ?? indexByName[Self.folded(text)] else { return nil }
    return index < steps.count ? steps[index] : exits[index - steps.count]
  }

  /// True if work at a step has come out or is accepted, or had come out before it was retracted.
  package func isOut(_ step: Step) -> Bool {
    step.rank.map { $0 >= acceptedRank } ?? !step.mayBeginAgain
  }

  /// Whether two texts name the same step of any lifecycle.
  static func isOneStep(_ left: String, _ right: String) -> Bool {
    all.contains { lifecycle in
      guard let step = lifecycle.step(named: left) else { return false }
      return step == lifecycle.step(named: right)
    }
  }

  /// Whether a status waits for somebody else: behind the preparation, and before the work is
  /// accepted.
  package func isPending(_ status: String) -> Bool {
    step(named: status)?.rank.map { $0 >= submittedRank && $0 < acceptedRank } ?? false
  }

  static func folded(_ text: String) -> String {
    text.lowercased().filter { !" -_".contains($0) }
  }

  /// The transition from `old` to `new`; two different steps with the same rank are forward.
  package func transition(from old: Step, to new: Step) -> Transition {
    guard let newRank = new.rank else { return .exit }
    guard let oldRank = old.rank else {
      return old.mayBeginAgain && newRank < acceptedRank ? .newRound : .backward
    }
    if newRank >= oldRank { return .forward }
    let isResubmission = old.isRevision && newRank >= submittedRank && newRank < oldRank
    return isResubmission ? .newRound : .backward
  }

  /// The rank of the first step after preparation.
  private var submittedRank: Int { 1 }
}

extension Lifecycle {
  private static func step(
    _ label: String, _ rank: Int?, isRevision: Bool = false, _ aliases: String...
  ) -> Step {
    Step(label: label, rank: rank, aliases: aliases, isRevision: isRevision)
  }

  /// A paper, from the first draft to print.
  package static let publication = Lifecycle(
    name: "publication",
    steps: [
      step("In Preparation", 0, "Draft", "Working Paper", "inpreparation"),
      step("Submitted", 1),
      step("Under Review", 2),
      step("Minor Revision", 3, isRevision: true),
      step("Major Revision", 3, isRevision: true, "Revise & Resubmit", "R&R"),
      step("Conditionally Accepted", 4),
      step("Accepted", 5, "To Appear", "Forthcoming", "Accepted for Publication"),
      step("In Press", 6, "Online First", "Early Access", "prepublished", "inpress"),
      step("Published", 7),
    ],
    exits: [step("Rejected", nil), step("Withdrawn", nil), step("Retracted", nil)],
    acceptedRank: 5, impliedLabel: "Published")

  /// A grant, from the first draft to the last report.
  package static let grant = Lifecycle(
    name: "grant",
    steps: [
      step("In Preparation", 0, "Draft"), step("Submitted", 1), step("Under Review", 2),
      step("Awarded", 3), step("Completed", 4),
    ],
    exits: [step("Declined", nil), step("Withdrawn", nil)],
    acceptedRank: 3)

  /// A patent, from the first draft to the grant.
  package static let patent = Lifecycle(
    name: "patent",
    steps: [
      step("In Preparation", 0, "Draft"), step("Filed", 1), step("Published", 2),
      step("Granted", 3),
    ],
    exits: [step("Abandoned", nil), step("Expired", nil)],
    acceptedRank: 3)

  /// Every lifecycle that a field may name.
  package static let all = [publication, grant, patent]
}
