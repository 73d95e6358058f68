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
  private(set) var isLive = true {
    didSet { if !isLive, !beganHidden { unread = [] } }
  }

  private let goal: Goal
  private let kind: Kind?
  private let watchesStatus: Bool
  /// True where what is private is told like all else.
  private let tellsPrivate: Bool
  private var pending: Set<String> = []
  /// Commits that wrote a field's value in other words alone: they count only where no other does.
  private var restated: [String: Occasion] = [:]
  private var lastSeen: Occasion?
  private var isBehindRelease = false
  /// Changes of an added entry's file that were not read, the newest first.
  private(set) var unread: [(occasion: Occasion, change: TreeChange)] = []
  /// True where the file came to be unreadable, or private: which of the unread changes showed the entry to others is
  /// still to be told.
  private(set) var beganHidden = false

  private enum Goal {
    case addition
    case removal
    case fields
  }

  init(_ change: EntryChange, kind: Kind?, tellsPrivate: Bool) {
    key = change.key
    self.kind = kind
    self.tellsPrivate = tellsPrivate
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
  mutating func wants(_ change: TreeChange, _ occasion: Occasion) -> Bool {
    switch goal {
    case .addition where watchesStatus || change.old == nil: return true
    case .addition:
      unread.append((occasion, change))
      return false
    case .removal: return change.new == nil
    case .fields: return true
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
      if goal == .addition, !step.diff.unreadable.isEmpty, !unread.isEmpty {
        (beganHidden, isLive) = (true, false)
      }
      return
    }
    if !isBehindRelease { lastSeen = step.occasion }
    switch change.change {
    case .added(let fields): begin(fields, step)
    case .modified(let changes):
      if becamePublic(change) { return begin(Fields(), step) }
      takeStatus(change, step)
      for field in changes { take(field, step.occasion) }
      if let oldKey = change.oldKey {
        if move == nil, change.movedFrom != nil { move = step.occasion }
        key = oldKey
      }
    case .removed: break
    }
  }

  /// What an addition is that was private before: it begins for others when it is shown to them.
  private func becamePublic(_ change: EntryChange) -> Bool {
    goal == .addition && !tellsPrivate
      && change.fieldChange("visibility")?.from?.text?.lowercased() == "private"
  }

  /// True for an addition whose file was there before, hidden: one of the unread changes showed it.
  var isUndated: Bool { goal == .addition && occasion == nil && !unread.isEmpty }

  /// An unread change turned out to be the one that showed the entry.
  mutating func began(_ occasion: Occasion) { self.occasion = occasion }

  /// The entry begins here.
  private mutating func begin(_ fields: Fields, _ step: StepDiff) {
    let occasion = step.occasion
    if goal == .addition, !tellsPrivate, fields["visibility"]?.text?.lowercased() == "private" {
      beganHidden = true
    }
    let entry = Entry(key: key, fields: fields)
    if watchesStatus, let status = fields["status"], shows(entry, step.cv.schema) {
      give(status, occasion)
    }
    if !isBehindRelease {
      if goal == .addition { self.occasion = occasion }
      settle(occasion)
    }
    isLive = false
  }

  /// A status counts from the commit that showed it to others; one that was private is told to nobody.
  private mutating func takeStatus(_ change: EntryChange, _ step: StepDiff) {
    guard watchesStatus, let now = step.cv[change.key] else { return }
    var before = Entry(key: change.oldKey ?? change.key, fields: now.fields)
    for field in change.fieldChanges { before[field.path] = field.from }
    let isShown = shows(now, step.cv.schema)
    let wasShown = shows(before, step.oldSchema)
    let isNew = change.fieldChange("status")?.significance == .headline || !wasShown
    if isShown, isNew, let status = now["status"] { give(status, step.occasion) }
    if isBehindRelease, isNew || !isShown { isLive = false }
  }

  /// Whether others are shown the status of an entry.
  private func shows(_ entry: Entry, _ schema: Schema) -> Bool {
    tellsPrivate || schema.privacy(of: entry).shows("status")
  }

  private mutating func take(_ change: FieldChange, _ occasion: Occasion) {
    if change.path == "private", !tellsPrivate { show(change, occasion) }
    guard !isBehindRelease, pending.contains(change.path) else { return }
    if change.significance == .cosmetic {
      if restated[change.path] == nil { restated[change.path] = occasion }
    } else {
      fields[change.path] = occasion
      pending.remove(change.path)
      if pending.isEmpty, goal == .fields, !watchesStatus { isLive = false }
    }
  }

  /// Fields that are private no more were given to others by this commit, whenever they were written.
  private mutating func show(_ change: FieldChange, _ occasion: Occasion) {
    guard !isBehindRelease else { return }
    let now = Set(change.to?.items.compactMap(\.text) ?? [])
    for name in change.from?.items.compactMap(\.text) ?? [] where !now.contains(name) {
      if pending.remove(name) != nil { fields[name] = occasion }
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
