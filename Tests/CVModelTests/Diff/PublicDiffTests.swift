import CVModel
import Testing

/// Output for others reveals nothing private.
struct PublicDiffTests {
  /// The whole content of a public diff, as JSON.
  private func told(_ old: DiffSide, _ new: DiffSide) throws -> String {
    let label = RevisionLabel(revision: "a")
    return try DiffDocument(CVDiff.public(from: old, to: new), from: label, to: label).json()
  }

  private func told(_ old: [Entry], _ new: [Entry]) throws -> String {
    try told(DiffSide(CV(entries: old)), DiffSide(CV(entries: new)))
  }

  private func isSilent(_ old: [Entry], _ new: [Entry]) throws -> Bool {
    !(try told(old, new)).lowercased().contains("canary")
  }

  private let offer: Fields = ["organization": "Canary", "position": "Canary", "start": "2025"]

  @Test func `a private entry is never reported`() throws {
    let secret = entry("experience/canary", offer.with(["visibility": "private"]))
    let other = entry("experience/canary", offer.with(["visibility": "private", "note": "canary"]))
    let renamed = entry("experience/canary-2", other.fields)
    for (old, new) in [([], [secret]), ([secret], []), ([secret], [other]), ([secret], [renamed])] {
      #expect(try isSilent(old, new))
      #expect(
        CVDiff.public(from: DiffSide(CV(entries: old)), to: DiffSide(CV(entries: new))).isEmpty)
    }
  }

  @Test func `an entry that became private is not reported as removed`() throws {
    let old = entry("experience/canary", offer)
    #expect(
      try isSilent([old], [entry("experience/canary", offer.with(["visibility": "private"]))]))
    #expect(try isSilent([old], [entry("experience/other", offer.with(["visibility": "private"]))]))
  }

  @Test func `an entry that became public counts as added`() throws {
    let diff = CVDiff.public(
      from: DiffSide(
        CV(entries: [entry("experience/canary", offer.with(["visibility": "private"]))])),
      to: DiffSide(CV(entries: [entry("experience/offer", offer)])))
    #expect(diff.changes.map(\.key.id) == ["offer"])
    #expect(diff.summaryText == "1 added")
    #expect(diff.changes[0].oldKey == nil)
  }

  @Test func `to hide the word that hides shows nothing`() throws {
    let secret = entry("experience/canary", offer.with(["visibility": "private"]))
    let now = entry("experience/canary", offer.with(["private": ["visibility"]]))
    #expect(schemaFields(now).isEmpty)
    #expect(
      CVDiff.public(from: DiffSide(CV(entries: [secret])), to: DiffSide(CV(entries: [now])))
        .changes.allSatisfy { $0.oldKey == nil })
  }

  private func schemaFields(_ entry: Entry) -> Set<String> {
    Schema.builtIn.privacy(of: entry).fields
  }

  @Test func `references to a private entry are not told of on either side`() throws {
    let award = entry(
      "awards/a",
      ["title": "A", "publication": "publications/canary", "x-see": ["publications/canary", "b"]])
    let plain = entry("awards/a", ["title": "A"])
    let paper = entry("publications/canary", Papers.lux)
    let secret = entry("publications/canary", Papers.lux.with(["visibility": "private"]))
    let renamed = entry("publications/canary-2", Papers.lux.with(["visibility": "private"]))
    let cases = [
      ([paper, award], [secret, award]), ([paper, award], [renamed, award]),
      ([secret, award], [award]), ([award], [secret, award]), ([plain], [secret, award]),
      ([secret, award], [plain]), ([paper, award], [renamed, plain]),
    ]
    for (old, new) in cases { #expect(try isSilent(old, new)) }
  }

  @Test func `a private field is not reported`() throws {
    let hidden: Fields = ["name": "A", "phone": "canary", "private": ["phone"]]
    let open: Fields = ["name": "A", "phone": "canary"]
    #expect(try isSilent([entry("profile/profile", open)], [entry("profile/profile", hidden)]))
    #expect(
      try isSilent([entry("profile/profile", hidden)], [entry("profile/profile", ["name": "B"])]))
    #expect(
      try isSilent([entry("profile/profile", ["name": "A"])], [entry("profile/profile", hidden)]))
  }

  @Test func `a field that became public is reported as set`() throws {
    let diff = CVDiff.public(
      from: DiffSide(
        CV(entries: [entry("profile/profile", ["name": "A", "phone": "1", "private": ["phone"]])])),
      to: DiffSide(CV(entries: [entry("profile/profile", ["name": "A", "phone": "2"])])))
    #expect(diff.changes[0].fieldChanges.map(\.words) == ["set detail"])
    #expect(diff.changes[0].fieldChanges.map(\.from) == [nil])
  }

  @Test func `a private title does not appear in the name`() throws {
    let fields: Fields = ["title": "canary", "outlet": "Nature", "private": ["title"]]
    #expect(try isSilent([], [entry("media/a", fields)]))
  }

  @Test func `a typo in the key does not publish an entry`() throws {
    for value in ["privat", "Private", "hidden"] as [Plain] + [["private"]] {
      #expect(try isSilent([], [entry("media/canary", ["title": "canary", "visibility": value])]))
    }
    #expect(
      try !isSilent([], [entry("media/canary", ["title": "canary", "visibility": "public"])]))
  }

  @Test func `fields are private in whatever shape they are named`() throws {
    for value in ["note", ["note"], ["note": "true"], [["note"]]] as [Plain] {
      #expect(
        try isSilent([], [entry("media/a", ["title": "A", "note": "canary", "private": value])]))
    }
  }

  @Test func `two files with the same ID show nothing private`() throws {
    func side(_ text: String) -> DiffSide {
      let files = ["media/canary", "media/x/canary"].map {
        SourceFile(path: "cv/\($0).yaml", text: text)
      }
      return DiffSide(CVReader(root: "cv").read(files))
    }
    let told = try told(
      side("title: canary\nvisibility: private\n"), side("title: canary 2\nvisibility: private\n"))
    #expect(!told.contains("canary"))
    let fields = try self.told(
      side("title: A\nnote: canary 1\nprivate: note\n"),
      side("title: A\nnote: canary 2\nprivate: note\n"))
    #expect(!fields.contains("canary 1") && !fields.contains("canary 2"))
  }

  @Test func `a record unreadable on one side shows nothing private of the other`() throws {
    func side(_ text: String) -> DiffSide {
      DiffSide(CVReader(root: "cv").read([SourceFile(path: "cv/media/canary.yaml", text: text)]))
    }
    let told = try told(
      side("title: A\nvisibility: private\n"),
      side("title: A\nvisibility: private\n  note: canary\n"))
    #expect(!told.contains("canary"))
    let quoting = try self.told(side("title: A\n"), side("title: A\nnote: secret: 4711\n\tx\n"))
    #expect(!quoting.contains("4711"))
  }

  @Test func `no canary appears in any generated case`() {
    expectLaw("a public diff tells nothing private") { generated in
      let old = DiffSide(marked(generated.old))
      let new = DiffSide(marked(generated.new))
      return !(try told(old, new)).contains("canary")
    }
  }

  @Test func `public changes lead from one public CV to the other`() {
    expectLaw("old.public + public changes == new.public, but for what became private") {
      generated in
      let (old, new) = (generated.old, generated.new)
      let whole = CVDiff(from: old, to: new)
      let becamePrivate = whole.changes.contains { change in
        guard let now = new[change.key], let then = old[change.oldKey ?? change.key] else {
          return false
        }
        return new.schema.isPrivate(now) || now["private"] != then["private"]
      }
      if becamePrivate || new.entries.values.contains(where: new.schema.isPrivate) { return true }
      let diff = CVDiff.public(from: DiffSide(old), to: DiffSide(new))
      return old.public.applying(diff.changes.map(ChangeDocument.init)) == new.public
    }
  }

  /// The CV with a canary in every private entry and field.
  private func marked(_ cv: CV) -> CV {
    var result = cv
    for entry in cv.entries.values {
      for name in entry.fields.sortedNames where name != "visibility" && name != "private" {
        guard !cv.schema.privacy(of: entry).shows(name) else { continue }
        result[entry.key]?[name] = ["canary", entry[name] ?? "x"]
      }
    }
    return result
  }
}
