/// What an import makes of the records of a CV: a three-way merge of each entry, by field.
///
/// Base is what a file held when it was imported last, theirs is what it holds now, ours is the
/// records. Several files are added one after another: what an earlier one says stays.
package struct ImportPlan: Sendable {
  /// The CV as it will be.
  package private(set) var cv: CV
  /// The fields that files change on both sides, and that are left as they are unless theirs are
  /// preferred.
  package private(set) var conflicts: [Conflict] = []
  /// The fields in which a later file differs from an earlier one.
  package private(set) var differences: [Conflict] = []
  /// What gave way to a later status or a sharper date.
  package private(set) var superseded: [Conflict] = []
  /// The entries that files do not hold any more.
  package private(set) var gone: [Gone] = []

  private let preference: Preference
  /// The records that could not be read: nothing is merged into them.
  private let unreadable: Set<EntryKey>
  /// The records that an earlier file of this import holds.
  private var imported: Set<EntryKey> = []
  /// The entries that are new or changed in a file.
  private var changedEntries: [RecordedEntry] = []
  private let original: CV

  /// How what is left open is settled.
  package struct Preference: Hashable, Sendable {
    /// The side of conflicts that is taken; nil if they are only listed.
    package var side: EntryMerge.Side?
    /// True if records are deleted whose entries are gone.
    package var prunes = false

    package init(side: EntryMerge.Side? = nil, prunes: Bool = false) {
      self.side = side
      self.prunes = prunes
    }
  }

  /// A part of a record that a file and an edit changed, each in its own way.
  package struct Conflict: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
      case part(EntryMerge.Disagreement)
      /// The record was deleted, and the file changed its entry.
      case deletedRecord
      /// The record cannot be read.
      case unreadableRecord
    }

    package let file: String
    package let key: EntryKey
    package let subject: Subject
    /// The entry in the file.
    package let origin: ForeignEntry
  }

  /// A record whose entry a file held before.
  package struct Gone: Hashable, Sendable {
    package let file: String
    package let key: EntryKey
    /// True if the record was edited since, so that it is never deleted.
    package let isEdited: Bool
  }

  /// - Parameters:
  ///   - records: the CV without entries of sources.
  ///   - unreadable: the keys of records that could not be read.
  package init(records: CV, unreadable: Set<EntryKey>, preference: Preference) {
    cv = records
    original = records
    self.unreadable = unreadable
    self.preference = preference
  }

  /// The records that the plan writes or deletes, sorted by key.
  package var changedKeys: [EntryKey] {
    Set(cv.entries.keys).union(original.entries.keys)
      .filter { cv[$0]?.fields != original[$0]?.fields }.sorted()
  }

  /// True if nothing of a file is left open, so that it becomes the base of the next import.
  package func isSettled(_ file: String) -> Bool {
    let isOpen = conflicts.contains { conflict in
      conflict.file == file && (preference.side == nil || conflict.subject == .unreadableRecord)
    }
    let isGone = gone.contains { $0.file == file }
    return !isOpen && (!isGone || preference.prunes || preference.side == .ours)
  }

  // MARK: Adding a file

  /// Merges what a file holds into the records.
  package mutating func add(_ file: ImportedFile) {
    let kinds = file.entries.compactMap { Kind(definedBy: $0.entry) }
    cv.schema = cv.schema.adding(kinds)
    let places = ImportPlaces(file, in: cv, unreadable: unreadable)
    let people = PeopleDirectory([cv])
    for entry in places.entries { merge(entry, file, people) }
    for (base, key) in places.gone where !imported.contains(key) { settleGone(key, base, file) }
    for entry in places.entries where cv[entry.place.key] != nil {
      imported.insert(entry.place.key)
    }
    changedEntries += places.changed
    cv.schema = cv.declaredSchema
  }

  private mutating func merge(
    _ placed: ImportPlaces.Placed, _ file: ImportedFile, _ people: PeopleDirectory
  ) {
    let key = placed.place.key
    func conflict(_ subject: Conflict.Subject) -> Conflict {
      Conflict(file: file.name, key: key, subject: subject, origin: placed.theirs.origin)
    }
    var theirs = placed.theirs.entry.fields
    let base = placed.base?.entry.fields
    if base == theirs { return }
    switch placed.place {
    case .record where unreadable.contains(key):
      conflicts.append(conflict(.unreadableRecord))
      return
    case .deleted:
      conflicts.append(conflict(.deletedRecord))
      if preference.side != .theirs { return }
      cv[key] = Entry(key: key, fields: theirs)
      return
    case .new:
      cv[key] = Entry(key: key, fields: theirs)
      return
    case .record: break
    }
    guard let ours = cv[key] else { return }
    // The sections of a document that is there already are its author's.
    if base == nil, key == .document { theirs["sections"] = nil }
    let isLater = base == nil && imported.contains(key)
    let merge = EntryMerger(
      kind: cv.schema[key.kind], people: people,
      preferring: isLater ? .ours : preference.side ?? .ours
    ).merge(base: base, ours: ours.fields, theirs: theirs)
    cv[key]?.fields = merge.fields
    let found = merge.conflicts.map { conflict(.part($0)) }
    if isLater { differences += found } else { conflicts += found }
    superseded += merge.superseded.map { conflict(.part($0)) }
  }

  private mutating func settleGone(
    _ key: EntryKey, _ base: RecordedEntry, _ file: ImportedFile
  ) {
    let isEdited = cv[key]?.fields != base.entry.fields
    gone.append(Gone(file: file.name, key: key, isEdited: isEdited))
    if preference.prunes, !isEdited { cv[key] = nil }
  }

  // MARK: What a CV needs besides its entries

  /// Adds what the entries need: a profile, the records of people who are spelled in several ways,
  /// and sections.
  ///
  /// - Parameter profile: the owner, for a CV that has no profile.
  package mutating func finish(profile: Entry?) {
    if let profile, cv.profile == nil, !unreadable.contains(.profile) { cv[.profile] = profile }
    ImportedPeople(changedEntries, in: cv, unreadable: unreadable).add(to: &cv)
    addSections()
  }

  /// Gives each kind that has entries a section, if there are new ones of that kind.
  private mutating func addSections() {
    let added = Set(changedKeys.filter { original[$0] == nil && cv[$0] != nil }.map(\.kind))
    guard !added.isEmpty, !unreadable.contains(.document) else { return }
    guard let document = cv.document else {
      let new = SourceDefaults.document(for: cv)
      if new["sections"]?.items.isEmpty == false { cv[.document] = new }
      return
    }
    guard case .list(var sections)? = document["sections"] else { return }
    let listed = Set(sections.compactMap { $0["kind"]?.text })
    let missing = cv.schema.entryKinds.map(\.name)
      .filter { added.contains($0) && !listed.contains($0) }
    sections += missing.map { ["kind": .scalar($0)] }
    addGroups(to: &sections)
    if .list(sections) != document["sections"] { cv[.document]?["sections"] = .list(sections) }
  }

  /// Gives new entries a group if their section has groups by type and none takes them: else a
  /// document would not show them.
  private mutating func addGroups(to sections: inout [Plain]) {
    let new = changedKeys.compactMap { original[$0] == nil ? cv[$0] : nil }
    for (index, section) in cv.sections.enumerated() where !section.groups.isEmpty {
      guard sections.indices.contains(index), case .map(var parts) = sections[index],
        var groups = parts["groups"]?.items
      else { continue }
      for entry in new where entry.key.kind == section.kind && section.filter.selects(entry) {
        guard !section.groups.contains(where: { $0.filter.selects(entry) }),
          let type = entry["type"]?.text,
          let group = SourceDefaults.group(for: type, of: section.kind), !groups.contains(group)
        else { continue }
        groups.append(group)
      }
      parts["groups"] = .list(groups)
      sections[index] = .map(parts)
    }
  }
}
