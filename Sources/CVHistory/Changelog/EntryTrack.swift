internal import CVModel
internal import Git

/// Follows one change of a release back through the commits, to find those to which it belongs.
struct EntryTrack {
  /// The entry's key in the walk, on the newer side of the next step.
  private(set) var key: EntryKey
  /// The commit that added or removed the entry.
  private(set) var occasion: Occasion?
  /// For each field, the commit that set its last value.
  private(set) var fields: [String: Occasion] = [:]
  /// The commit that moved the entry to its kind.
  private(set) var move: Occasion?
  /// The statuses of the entry, newest first, down to the one at the start of the release.
  private(set) var statuses: [(label: String, occasion: Occasion)] = []
  /// Whether older commits can add anything.
  private(set) var isLive = true {
    didSet { if !isLive, !beganHidden { unread = [] } }
  }

  private let goal: Goal
  private let kind: Kind?
  private let watchesStatus: Bool
  /// Whether private data is included.
  private let includesPrivate: Bool
  private var pending: Set<String> = []
  /// Commits that only rewrote a field's value in other words: they count only if no other commit
  /// set it.
  private var restated: [String: Occasion] = [:]
  private var lastSeen: Occasion?
  private var isBehindRelease = false
  /// Unread changes of an added entry's file, newest first.
  private(set) var unread: [(occasion: Occasion, change: TreeChange)] = []
  /// Whether the file was unreadable or private before; which of the unread changes made the entry
  /// public is not determined yet.
  private(set) var beganHidden = false

  private enum Goal {
    case addition
    case removal
    case fields
  }

  init(_ change: EntryChange, kind: Kind?, includesPrivate: Bool) {
    key = change.key
    self.kind = kind
    self.includesPrivate = includesPrivate
    switch change.change {
    case .added(let fields):
      goal = .addition
      watchesStatus = kind?.statusField.flatMap { fields[$0] } != nil
    case .removed:
      goal = .removal
      watchesStatus = false
    case .modified(let changes):
      goal = .fields
      watchesStatus = change.statusChange(in: kind) != nil
      pending = Set(changes.map(\.path))
    }
  }

  /// Whether a step that changes this file of the entry may add anything.
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

  /// Records what a step contributes to the entry.
  mutating func follow(_ changes: StepChanges) {
    let step = changes.step
    if goal == .removal {
      if changes.hasGone(key) { (occasion, isLive) = (step.occasion, false) }
      return
    }
    guard let change = changes[key] else {
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

  /// Whether a private entry became public, which counts as its addition.
  private func becamePublic(_ change: EntryChange) -> Bool {
    goal == .addition && !includesPrivate
      && change.fieldChange("visibility")?.from?.text?.lowercased() == "private"
  }

  /// Whether the file of an added entry existed before, hidden: one of the unread changes made it
  /// public.
  var isUndated: Bool { goal == .addition && occasion == nil && !unread.isEmpty }

  /// Sets the commit that made the entry public.
  mutating func began(_ occasion: Occasion) { self.occasion = occasion }

  /// Records that the entry begins here.
  private mutating func begin(_ fields: Fields, _ step: StepDiff) {
    let occasion = step.occasion
    if goal == .addition, !includesPrivate, fields["visibility"]?.text?.lowercased() == "private" {
      beganHidden = true
    }
    let entry = Entry(key: key, fields: fields)
    if watchesStatus, let status = kind?.status(of: entry), shows(entry, step.cv.schema) {
      give(status, occasion)
    }
    if !isBehindRelease {
      if goal == .addition { self.occasion = occasion }
      settle(occasion)
    }
    isLive = false
  }

  /// Records a status. It counts from the commit that made it public; a private one is never
  /// reported.
  private mutating func takeStatus(_ change: EntryChange, _ step: StepDiff) {
    guard watchesStatus, let now = step.cv[change.key] else { return }
    var before = Entry(key: change.oldKey ?? change.key, fields: now.fields)
    for field in change.fieldChanges { before[field.path] = field.from }
    let isShown = shows(now, step.cv.schema)
    let wasShown = shows(before, step.oldSchema)
    let isNew = change.statusChange(in: kind) != nil || !wasShown
    if isShown, isNew, let status = kind?.status(of: now) { give(status, step.occasion) }
    if isBehindRelease, isNew || !isShown { isLive = false }
  }

  /// Whether the status of an entry is public.
  private func shows(_ entry: Entry, _ schema: Schema) -> Bool {
    includesPrivate || kind?.statusField.map(schema.privacy(of: entry).shows) == true
  }

  private mutating func take(_ change: FieldChange, _ occasion: Occasion) {
    if change.path == "private", !includesPrivate { show(change, occasion) }
    guard !isBehindRelease, pending.contains(change.path) else { return }
    if change.significance == .cosmetic {
      if restated[change.path] == nil { restated[change.path] = occasion }
    } else {
      fields[change.path] = occasion
      pending.remove(change.path)
      if pending.isEmpty, goal == .fields, !watchesStatus { isLive = false }
    }
  }

  /// Records fields that this commit made public, whenever they were written.
  private mutating func show(_ change: FieldChange, _ occasion: Occasion) {
    guard !isBehindRelease else { return }
    let now = Set(change.to?.items.compactMap(\.text) ?? [])
    for name in change.from?.items.compactMap(\.text) ?? [] where !now.contains(name) {
      if pending.remove(name) != nil { fields[name] = occasion }
    }
  }

  private mutating func give(_ status: String, _ occasion: Occasion) {
    statuses.append((kind?.lifecycle?.step(named: status)?.label ?? status, occasion))
  }

  /// Assigns this commit to the fields that no newer commit set.
  private mutating func settle(_ occasion: Occasion) {
    for field in pending { fields[field] = restated[field] ?? occasion }
    pending = []
  }

  /// Marks the end of the release. From here on, only the start of the entry's initial status is
  /// searched.
  mutating func endRelease(_ last: Occasion) {
    guard !isBehindRelease else { return }
    isBehindRelease = true
    if goal != .fields, occasion == nil { occasion = lastSeen ?? last }
    settle(lastSeen ?? last)
    if goal != .fields || !watchesStatus { isLive = false }
  }
}

/// The changes of a step by the keys of their entries.
struct StepChanges {
  let step: StepDiff
  private var places: [EntryKey: Int] = [:]
  private var gone: Set<EntryKey> = []

  init(_ step: StepDiff) {
    self.step = step
    for (place, change) in step.diff.changes.enumerated() {
      if change.isRemoval {
        gone.insert(change.key)
      } else {
        if let oldKey = change.oldKey { gone.insert(oldKey) }
        if places[change.key] == nil { places[change.key] = place }
      }
    }
  }

  /// What happened to an entry that is there after the step.
  subscript(key: EntryKey) -> EntryChange? { places[key].map { step.diff.changes[$0] } }

  /// Whether the step took away this key.
  func hasGone(_ key: EntryKey) -> Bool { gone.contains(key) }
}

extension EntryChange {
  var isRemoval: Bool {
    if case .removed = change { true } else { false }
  }
}
