internal import CVFormats
internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// One import: reads what the files hold, plans what becomes of the records, and writes it.
struct ImportRun {
  let files: RecordFiles
  let inputs: [ImportInput]
  private let copies: ImportCopies
  private let top: String
  private let bases: [[FormatFile]?]
  private(set) var plan: ImportPlan
  /// The names of the files that could not be read as their format.
  private var unreadable: Set<String> = []
  /// What is wrong with the files.
  private(set) var findings: [Finding] = []
  /// Why records are left as they are.
  private(set) var refusals: [EditRefusal] = []
  /// What is written, by path; nil for a record that is deleted.
  private(set) var texts: [String: [UInt8]?] = [:]
  /// The CV as it will be.
  private(set) var reading: CVReading

  /// The owner of a CV that has no profile.
  struct Owner {
    var name: String?
    var email: String?
    /// True if the name was given, and not looked for.
    var isNamed = false
  }

  init(
    _ inputs: [ImportInput], into files: RecordFiles, top: String,
    preference: ImportPlan.Preference, owner: Owner
  ) throws {
    (self.files, self.inputs, self.top) = (files, inputs, top)
    copies = ImportCopies(files.cv, top: top)
    let copies = copies
    bases = try inputs.map(copies.base)
    plan = ImportPlan(
      records: files.reading.cv, unreadable: Set(files.reading.unreadable.map(\.key)),
      preference: preference)
    reading = files.reading
    for (input, base) in zip(inputs, bases) where base != input.files {
      let now = input.format.read(input.files)
      let before = base.map { (reading: input.format.read($0), files: $0) }
      let file = ImportedFile(
        name: input.name, now, of: input.files,
        base: before?.reading.fault == nil ? before : nil, schema: plan.cv.schema)
      findings += file.findings
      if now.fault == nil { plan.add(file) } else { unreadable.insert(input.name) }
    }
    if !plan.changedKeys.isEmpty { plan.finish(profile: profile(owner)) }
    try writeTexts()
  }

  /// True if the files hold nothing but what was imported before.
  var isUnchanged: Bool { zip(inputs, bases).allSatisfy { $0.files == $1 } }

  // MARK: The profile

  /// The owner's record for a CV without one: as named, as the entries name them, or as git does.
  private func profile(_ owner: Owner) -> Entry? {
    let settings = files.cv.settings
    let found = SourceDefaults(plan.cv, name: nil, aliases: []).profile
    let spellings = ["name", "aliases"].flatMap { found?[$0]?.items ?? [] }.compactMap(\.text)
    func isOwner(_ name: String) -> Bool {
      let wanted = PersonName(name)
      return spellings.contains { PersonName($0).isCompatible(with: wanted) || $0 == name }
    }
    let given = owner.isNamed ? owner.name : settings.name
    guard let name = given ?? spellings.first ?? owner.name else { return nil }
    var profile = Entry(key: .profile, fields: Fields([("name", .scalar(name))]))
    let aliases = settings.aliases + (isOwner(name) ? spellings : [])
    let others = aliases.filter { $0 != name }
    if !others.isEmpty { profile["aliases"] = .list(others.map(Plain.scalar)) }
    if let email = owner.email, owner.name.map({ $0 == name || isOwner($0) }) ?? false {
      profile["email"] = .scalar(email)
    }
    return profile
  }

  // MARK: Texts

  private mutating func writeTexts() throws {
    for key in plan.changedKeys {
      let path = files.reading.record(key)?.path ?? files.path(key.recordName)
      guard let fields = plan.cv[key]?.fields else {
        texts[path] = .some(nil)
        continue
      }
      do throws(EditRefusal) {
        texts[path] = .some(try text(of: key, fields, at: path))
      } catch {
        refusals.append(error)
      }
    }
    try addModelines()
    reading = files.reading(changing: texts)
    refuseWhatReadsOtherwise()
  }

  private func text(
    of key: EntryKey, _ fields: Fields, at path: String
  ) throws(EditRefusal) -> [UInt8] {
    let kind = plan.cv.schema[key.kind]
    guard let bytes = files.bytes(of: path) else { return Kind.newRecord(fields, kind: kind) }
    guard let kind else { throw EditRefusal("the kind of \(quoted(key.description)) is not known") }
    var editor = try RecordEditor(bytes, key: key, kind: kind)
    try editor.set(fields)
    return editor.bytes
  }

  /// A new record begins as those that `cvgit new` makes.
  private mutating func addModelines() throws {
    var modelines: [String: [UInt8]?] = [:]
    let reader = CVReader(root: files.cv.root)
    for (path, text) in texts where files.bytes(of: path) == nil {
      guard let text, let kind = reader.key(of: path)?.kind else { continue }
      let known = modelines[kind]
      let line = known == nil ? try files.modeline(of: kind) : known.flatMap(\.self)
      modelines[kind] = line
      if let line { texts[path] = line + text }
    }
  }

  /// A record that would not be read as it was planned is not written.
  private mutating func refuseWhatReadsOtherwise() {
    var isRefused = false
    for key in plan.changedKeys {
      let path = files.reading.record(key)?.path ?? files.path(key.recordName)
      guard let fields = plan.cv[key]?.fields, texts[path] != nil,
        reading.record(key)?.entry.fields != fields
      else { continue }
      texts[path] = nil
      isRefused = true
      refusals.append(
        EditRefusal(
          "\(quoted(key.description)) cannot be written as a record",
          hint: "a record holds at most 1 MiB"))
    }
    if isRefused { reading = files.reading(changing: texts) }
  }

  /// The same import without the records that are written already.
  func skippingWritten(_ records: RecordFiles) -> ImportRun {
    var run = self
    for (path, bytes) in texts where records.bytes(of: path) == bytes { run.texts[path] = nil }
    return run
  }

  // MARK: Writing

  /// Writes the records with one sync, and then the copies of the files with which nothing is left
  /// open.
  ///
  /// - Returns: the paths of the copies that are new.
  func write() throws -> [String] {
    let batch = FileBatch(in: top)
    try batch.write(
      texts.sorted { $0.key < $1.key }.map { path, bytes in
        FileBatch.Change(path: path, bytes: bytes, expected: files.bytes(of: path))
      })
    var changes: [FileBatch.Change] = []
    for (input, base) in zip(inputs, bases) where isSettled(input) {
      changes += try copies.changes(to: input, from: base)
    }
    try batch.write(changes)
    return changes.filter { $0.bytes != nil }.map(\.path)
  }

  private func isSettled(_ input: ImportInput) -> Bool {
    let isRead = !input.files.isEmpty && refusals.isEmpty
    return isRead && plan.isSettled(input.name) && !unreadable.contains(input.name)
  }

  /// True if something has to be decided or corrected.
  var isOpen: Bool {
    !refusals.isEmpty || !inputs.allSatisfy { plan.isSettled($0.name) }
      || findings.contains { $0.severity == .error }
  }
}
