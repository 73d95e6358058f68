internal import CVModel
internal import Git

/// The entries and fields that no range may show, decided from their state in every commit.
///
/// What was private when it was last seen is hidden: now, or when it was deleted, renamed or
/// broken. What is public now is shown, from the day on which it became public.
struct HiddenEntries {
  private(set) var entries: Set<EntryKey> = []
  private(set) var fields: [EntryKey: Set<String>] = [:]

  private let cv: CVRepository
  private let reader: CVReader
  private var tips: [Tip] = []
  private var history: CommitChanges
  private var privateNow: [EntryKey: Entry] = [:]

  /// A newest commit. Each decides for itself: what is private by one of them is hidden.
  private struct Tip {
    let commit: ObjectID
    /// What it holds, which its history need not be asked about.
    let cv: CV
    var answered = PrivacyQuestions()

    func open(_ questions: PrivacyQuestions) -> PrivacyQuestions {
      questions.subtracting(cv).subtracting(answered)
    }
  }

  var isEmpty: Bool { entries.isEmpty && fields.isEmpty }

  /// - Parameters:
  ///   - newest: the newest version of the range. What is checked out says what is private now; the
  ///     range's own end has a say only if it is not in the history of that.
  ///   - readings: versions that were read already.
  init(
    _ cv: CVRepository, newest: CVVersion, readings: [CVVersion: CVReading] = [:]
  ) throws(GitError) {
    self.cv = cv
    reader = CVReader(root: cv.root)
    history = CommitChanges(cv)
    let head = try cv.repository.headCommit()
    var versions = head.map { [CVVersion.commit($0)] } ?? []
    if let commit = newest.commit, let head {
      let isOlder = try cv.repository.isAncestor(commit.id, of: head.id)
      if !isOlder { versions.append(newest) }
    } else if newest != .empty {
      versions.insert(newest, at: 0)
    }
    // What is not committed yet is newer than HEAD, which only decides what it no longer holds.
    var decided: Set<EntryKey> = []
    for version in versions {
      let reading = if let known = readings[version] { known } else { try cv.reading(of: version) }
      take(reading, except: decided)
      if version.commit == nil { decided = Set(reading.records.map(\.entry.key)) }
      // The history of what is not committed yet is that of HEAD.
      if let commit = version.commit { tips.append(Tip(commit: commit.id, cv: reading.cv)) }
    }
  }

  /// Hides what is private in a newest version, except the entries that a newer one decides.
  private mutating func take(_ reading: CVReading, except decided: Set<EntryKey>) {
    for record in reading.records where !decided.contains(record.entry.key) {
      let privacy = reading.cv.schema.privacy(of: record.entry)
      let key = record.entry.key
      if privacy.hidesAll {
        entries.insert(key)
        privateNow[key] = record.entry
      }
      if !privacy.fields.isEmpty { fields[key, default: []].formUnion(privacy.fields) }
    }
    for record in reading.unreadable
    where reading.mayBePrivate(record) && !decided.contains(record.key) {
      entries.insert(record.key)
    }
  }

  /// Looks for what the newest versions do not have, back from each of them, in all of its history.
  ///
  /// - Parameter range: the CVs that a range compares.
  mutating func look(for range: [CV], _ schema: Schema) throws(GitError) {
    var questions = PrivacyQuestions()
    for cv in range { questions.ask(about: cv) }
    for place in tips.indices {
      var open = tips[place].open(questions)
      var renamings: [Renaming] = []
      var lastSeen: [Entry] = []
      while !open.isEmpty {
        tips[place].answered.formUnion(open)
        let found = try scan(for: open, from: tips[place].commit, schema, &lastSeen)
        renamings += found
        // What an entry was renamed to may have been renamed, too.
        var next = PrivacyQuestions()
        for renaming in found { renaming.ask(&next) }
        open = tips[place].open(next)
      }
      hide(renamings)
      hideEarlier(lastSeen, schema)
    }
  }

  private mutating func scan(
    for questions: PrivacyQuestions, from tip: ObjectID, _ schema: Schema,
    _ lastSeen: inout [Entry]
  ) throws(GitError) -> [Renaming] {
    var renamings: [Renaming] = []
    // What was asked of each commit: on each line back from a merge, the newest version counts.
    var asked: [ObjectID: PrivacyQuestions] = [:]
    var queue = [(commit: tip, questions: questions)]
    var place = 0
    while place < queue.count {
      let (id, questions) = queue[place]
      place += 1
      for step in try history.steps(of: id) {
        var open = questions
        renamings += try answer(&open, by: step.changes, schema, &lastSeen)
        guard let parent = step.parent else { continue }
        if let known = asked[parent] { open = open.subtracting(known) }
        if open.isEmpty { continue }
        asked[parent, default: PrivacyQuestions()].formUnion(open)
        queue.append((parent, open))
      }
    }
    return renamings
  }

  /// What one commit did: the newest version of an entry that can be read decides.
  private mutating func answer(
    _ open: inout PrivacyQuestions, by changes: [TreeChange], _ schema: Schema,
    _ lastSeen: inout [Entry]
  ) throws(GitError) -> [Renaming] {
    let questions = open
    var (gone, broken): ([Entry], [EntryKey]) = ([], [])
    for change in changes {
      guard let version = change.old, let key = reader.key(of: change.path),
        let question = questions[key]
      else { continue }
      let file = try cv.sourceFile(change.path, version.mode, version.id)
      switch reader.read(file, schema: schema) {
      case .entry(let entry)?:
        if change.new == nil { gone.append(entry) }
        if question.isWhole { lastSeen.append(entry) }
        answer(question, by: entry, schema, &open)
      case .unreadable?:
        if change.new == nil { broken.append(key) }
        // It is decided by its older version, unless it may be private.
        if CVReading.mayBePrivate(file) {
          hide(key, question)
          open[key] = nil
        }
      case nil: break
      }
    }
    guard !gone.isEmpty || !broken.isEmpty else { return [] }
    return try renamings(of: gone, broken, in: changes, schema, questions)
  }

  private mutating func answer(
    _ question: PrivacyQuestions.Question, by entry: Entry, _ schema: Schema,
    _ open: inout PrivacyQuestions
  ) {
    let privacy = schema.privacy(of: entry)
    if question.isWhole {
      if privacy.hidesAll {
        entries.insert(entry.key)
        open[entry.key] = nil
        return
      }
      if !privacy.fields.isEmpty { fields[entry.key, default: []].formUnion(privacy.fields) }
    }
    let answered = question.fields.filter { entry[$0] != nil }
    let hidden = answered.filter { !privacy.shows($0) }.subtracting(privacy.keys)
    if !hidden.isEmpty { fields[entry.key, default: []].formUnion(hidden) }
    open[entry.key] = .init(isWhole: false, fields: question.fields.subtracting(answered))
  }

  /// Hides what is asked about.
  private mutating func hide(_ key: EntryKey, _ question: PrivacyQuestions.Question) {
    if question.isWhole {
      entries.insert(key)
    } else {
      fields[key, default: []].formUnion(question.fields)
    }
  }

  /// An entry that went when others came, and most likely is one of them.
  private struct Renaming {
    let old: EntryKey
    let question: PrivacyQuestions.Question
    let new: [EntryKey]

    func ask(_ questions: inout PrivacyQuestions) {
      for key in new { questions.ask(key, .init(fields: question.fields)) }
    }
  }

  private func renamings(
    of gone: [Entry], _ broken: [EntryKey], in changes: [TreeChange], _ schema: Schema,
    _ questions: PrivacyQuestions
  ) throws(GitError) -> [Renaming] {
    var (added, unread): ([Entry], [EntryKey]) = ([], [])
    for change in changes where change.old == nil {
      guard let version = change.new, let key = reader.key(of: change.path) else { continue }
      let file = try cv.sourceFile(change.path, version.mode, version.id)
      switch reader.read(file, schema: schema) {
      case .entry(let entry)?: added.append(entry)
      case .unreadable?: unread.append(key)
      case nil: break
      }
    }
    var renamings: [Renaming] = []
    func add(_ old: EntryKey, _ new: [EntryKey]) {
      guard let question = questions[old], !new.isEmpty else { return }
      renamings.append(Renaming(old: old, question: question, new: new))
    }
    // One that cannot be read may be any of the others.
    let all = added.map(\.key) + unread
    for key in broken { add(key, all) }
    for entry in gone { add(entry.key, unread) }
    guard !added.isEmpty, !gone.isEmpty else { return renamings }
    let diff = CVDiff(
      from: DiffSide(CV(entries: gone, schema: schema)),
      to: DiffSide(CV(entries: added, schema: schema)))
    for change in diff.changes {
      if case .modified = change.change, let old = change.oldKey { add(old, [change.key]) }
    }
    let named = Self.keys(of: added, schema)
    for entry in gone { add(entry.key, Self.names(of: entry, schema).flatMap { named[$0] ?? [] }) }
    return renamings
  }

  /// Hides what became something that is hidden.
  private mutating func hide(_ renamings: [Renaming]) {
    var isSettled = false
    while !isSettled {
      isSettled = true
      for renaming in renamings.reversed() {
        let (old, question) = (renaming.old, renaming.question)
        if entries.contains(old) { continue }
        if renaming.new.contains(where: entries.contains) {
          hide(old, question)
          if question.isWhole { isSettled = false }
        }
        var hidden = renaming.new.reduce(into: Set<String>()) { $0.formUnion(fields[$1] ?? []) }
        if !question.isWhole { hidden.formIntersection(question.fields) }
        if !hidden.subtracting(fields[old] ?? []).isEmpty {
          fields[old, default: []].formUnion(hidden)
          isSettled = false
        }
      }
    }
  }

  /// Hides entries that are gone if they are private now under another key, whenever they came
  /// back.
  private mutating func hideEarlier(_ gone: [Entry], _ schema: Schema) {
    let known = Set(gone.map(\.key))
    let now = privateNow.values.filter { !known.contains($0.key) }
    guard !gone.isEmpty, !now.isEmpty else { return }
    let diff = CVDiff(
      from: DiffSide(CV(entries: gone, schema: schema)),
      to: DiffSide(CV(entries: now, schema: schema)))
    for change in diff.changes {
      if case .modified = change.change, let old = change.oldKey { entries.insert(old) }
    }
    let named = Self.keys(of: now, schema)
    for entry in gone where Self.names(of: entry, schema).contains(where: { named[$0] != nil }) {
      entries.insert(entry.key)
    }
  }

  /// What two entries are taken for one by, whatever their kinds are; of a kind that is not known,
  /// every text.
  private static func names(of entry: Entry, _ schema: Schema) -> Set<String> {
    guard let kind = schema[entry.key.kind] else {
      return Set(entry.fields.compactMap { $0.1.text?.lowercased() })
    }
    let title = kind.title(of: entry)
    return title == entry.key.id ? [] : [title.lowercased()]
  }

  private static func keys(
    of entries: [Entry], _ schema: Schema
  ) -> [String: [EntryKey]] {
    var keys: [String: [EntryKey]] = [:]
    for entry in entries {
      for name in names(of: entry, schema) { keys[name, default: []].append(entry.key) }
    }
    return keys
  }

  /// A side of a diff without them.
  func hide(in side: inout DiffSide) {
    for key in entries { side.cv[key] = nil }
    side.unreadable.removeAll { entries.contains($0.key) }
    for (key, names) in fields {
      for name in names { side.cv[key]?[name] = nil }
    }
    side.cv = side.cv.withholding(entries)
  }
}

extension CVReading {
  /// True if a file that cannot be read may be private: also if its text is not known.
  fileprivate static func mayBePrivate(_ file: SourceFile) -> Bool {
    if case .bytes(let bytes) = file.content { mayBePrivate(bytes) } else { true }
  }
}
