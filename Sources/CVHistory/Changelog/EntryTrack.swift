internal import CVModel
internal import Git

/// Follows one change of a release back through the commits, to find those that it belongs to.
struct EntryTrack {
  /// The key that the entry has in the walk, on the newer side of the next step.
  private(set) var key: EntryKey
  /// The commit that added or removed the entry.
  private(set) var occasion: Occasion?
  /// For each field the commit that gave it its last value.
  private(set) var fields: [String: Occasion] = [:]
  /// The commit that moved the entry to its kind.
  private(set) var move: Occasion?
  /// The statuses that the entry was given, the newest first, down to the one it came into the release with.
  private(set) var statuses: [(label: String, occasion: Occasion)] = []
  /// True as long as older commits can tell more.
  private(set) var isLive = true

  private let goal: Goal
  private let kind: Kind?
  private let watchesStatus: Bool
  private var pending: Set<String> = []
  /// Commits that wrote a field's value in other words alone: they count only where no other does.
  private var restated: [String: Occasion] = [:]
  private var lastSeen: Occasion?
  private var isBehindRelease = false

  private enum Goal {
    case addition
    case removal
    case fields
  }

  init(_ change: EntryChange, kind: Kind?) {
    key = change.key
    self.kind = kind
    switch change.change {
    case .added(let fields):
      goal = .addition
      watchesStatus = kind?.lifecycle != nil && fields["status"] != nil
    case .removed:
      goal = .removal
      watchesStatus = false
    case .modified(let changes):
      goal = .fields
      watchesStatus = changes.contains { $0.path == "status" && $0.significance == .headline }
      pending = Set(changes.map(\.path))
    }
  }

  /// Whether a step that changes this file of the entry can tell anything.
  func wants(_ change: TreeChange) -> Bool {
    switch goal {
    case .addition: watchesStatus || change.old == nil
    case .removal: change.new == nil
    case .fields: true
    }
  }

  /// Takes what a step tells of the entry.
  mutating func follow(_ step: StepDiff) {
    if goal == .removal {
      let isGone = step.diff.changes.contains {
        if case .removed = $0.change { $0.key == key } else { $0.oldKey == key }
      }
      if isGone { (occasion, isLive) = (step.occasion, false) }
      return
    }
    guard let change = step.diff.changes.first(where: { $0.key == key && !$0.isRemoval }) else {
      return
    }
    if !isBehindRelease { lastSeen = step.occasion }
    switch change.change {
    case .added(let fields): begin(fields, step.occasion)
    case .modified(let changes):
      for field in changes { take(field, step.occasion) }
      if let oldKey = change.oldKey {
        if move == nil, change.movedFrom != nil { move = step.occasion }
        key = oldKey
      }
    case .removed: break
    }
  }

  /// The entry begins here.
  private mutating func begin(_ fields: Fields, _ occasion: Occasion) {
    if watchesStatus, let status = fields["status"] { give(status, occasion) }
    if !isBehindRelease {
      if goal == .addition { self.occasion = occasion }
      settle(occasion)
    }
    isLive = false
  }

  private mutating func take(_ change: FieldChange, _ occasion: Occasion) {
    if watchesStatus, change.path == "status", change.significance == .headline {
      if let status = change.to { give(status, occasion) }
      if isBehindRelease { isLive = false }
    }
    guard !isBehindRelease, pending.contains(change.path) else { return }
    if change.significance == .cosmetic {
      if restated[change.path] == nil { restated[change.path] = occasion }
    } else {
      fields[change.path] = occasion
      pending.remove(change.path)
      if pending.isEmpty, goal == .fields, !watchesStatus { isLive = false }
    }
  }

  private mutating func give(_ status: Plain, _ occasion: Occasion) {
    let text = status.text ?? ""
    statuses.append((kind?.lifecycle?.step(named: text)?.label ?? text, occasion))
  }

  /// The fields that nothing newer gave a value have it from this commit.
  private mutating func settle(_ occasion: Occasion) {
    for field in pending { fields[field] = restated[field] ?? occasion }
    pending = []
  }

  /// The walk has come to the release before. From here on only one thing is looked for: since when the entry had the
  /// status that it came with.
  mutating func endRelease(_ last: Occasion) {
    guard !isBehindRelease else { return }
    isBehindRelease = true
    if goal != .fields, occasion == nil { occasion = lastSeen ?? last }
    settle(lastSeen ?? last)
    if goal != .fields || !watchesStatus { isLive = false }
  }
}

extension EntryChange {
  var isRemoval: Bool {
    if case .removed = change { true } else { false }
  }
}
