import CVModel
import CVRendering
import Testing

/// Hiding is monotonic: no change to a key that hides makes any output show more than without the
/// key.
@Suite struct HidingTests {
  /// The values of records that a document shows.
  private func shown(_ cv: PublicCV) -> Set<String> {
    let document = CVDocument(cv)
    let records =
      document.sections.flatMap(\.entries).map(\.record) + [cv.cv.profile].compactMap(\.self)
    return Set(
      records.flatMap { record in record.fields.map { "\(record.key) \($0.0) \(text(of: $0.1))" } })
  }

  /// A value as text, in a fixed order.
  private func text(of value: Plain) -> String {
    switch value {
    case .scalar(let text): text
    case .list(let items): items.map(text).joined(separator: ", ")
    case .map(let pairs):
      pairs.sorted { $0.key < $1.key }.map { "\($0.key): \(text(of: $0.value))" }
        .joined(separator: "; ")
    }
  }

  private static let keys: [(String, Plain)] = [
    ("visibility", "private"), ("visibility", "Private"), ("visibility", ""),
    ("visibility", "publik"),
    ("visibility", "PUBLIC"), ("visibility", ["public"]), ("visibility", ["public": "yes"]),
    ("Visibility", "private"), ("visibilty", "private"), ("vizibility", "private"),
    ("visible", "no"), ("hidden", "yes"), ("private", "true"), ("private", ""),
    ("private", "nothing"),
    ("private", ["title"]), ("private", ["name", "title"]), ("private", ["sections"]),
    ("private", ["metrics", "email"]), ("privat", ["title"]), ("Private", "all"),
    ("private-fields", ["title"]), ("private", ["title": "yes"]),
  ]

  @Test func `a key that hides never shows more in any record`() {
    var checks = 0
    for seed in 0..<60 {
      var generator = CVGenerator(seed: seed)
      var cv = generator.cv()
      let kinds = Set(cv.entries.keys.map(\.kind)).intersection(cv.schema.entryKinds.map(\.name))
      if generator.random.percent(70) {
        cv[.document, default: Entry(key: .document)]["sections"] = .list(
          kinds.sorted().prefix(4).map { kind in
            generator.random.percent(50)
              ? ["kind": .scalar(kind), "limit": "1", "heading": "H"] : ["kind": .scalar(kind)]
          })
      }
      let whole = shown(PublicCV(cv))
      for entry in cv.entries.values.sorted(by: { $0.key < $1.key }) {
        // Another key that hides would be replaced.
        guard cv.schema.privacy(of: entry).fields.isEmpty, !cv.schema.isPrivate(entry) else {
          continue
        }
        let (name, value) = Self.keys[generator.random.int(0...Self.keys.count - 1)]
        var hidden = cv
        hidden[entry.key]?[name] = value
        let less = shown(PublicCV(hidden))
        // A key that is a field of its kind hides nothing.
        let isField =
          cv.schema[entry.key.kind]?.field(named: name) != nil && name != "visibility"
          && name != "private"
        #expect(
          isField || less.isSubset(of: whole),
          "\(entry.key) with \(name): \(value) shows \(less.subtracting(whole))")
        checks += 1
      }
    }
    #expect(checks > 200, "\(checks) checks")
  }

  @Test(arguments: [
    "visibility: public\nvisibility: private", "visibility: private\nvisibility: public",
    "visibility:", "visibility: \"\"", "visibility: # private", "visibility: []", "visibility: {}",
    "private: # all of it", "private:", "x-d: &d {visibility: private}\n<<: *d",
    "x-k: &k visibility\n*k : private", "x-v: &v private\nvisibility: *v",
    "? [visibility]\n: private",
    "VISIBILITY: private", "visibilty: private", "Private: true", "privat: [title]",
    "private: [titel]", "\"visibility\": private", "hidden: true",
  ])
  func `a record whose privacy is unclear is hidden`(_ lines: String) {
    let file = SourceFile(
      path: "cv/awards/a.yaml", content: .bytes(Array("title: SECRETX\n\(lines)\n".utf8)))
    let reading = CVReader(root: "cv").read([file])
    let shown = PublicCV(reading.cv)
    #expect(!"\(CVDocument(shown))".contains("SECRETX"), "\(shown.cv.entries)")
  }

  @Test(arguments: [
    "visibility: public", "note: private", "x-private: true", "x-visibility: private",
  ])
  func `a record without a privacy key is shown`(_ lines: String) {
    let file = SourceFile(
      path: "cv/awards/a.yaml", content: .bytes(Array("title: SECRETX\n\(lines)\n".utf8)))
    #expect(CVDocument(PublicCV(CVReader(root: "cv").read([file]).cv)).sections.count == 1)
  }

  @Test(arguments: [
    "sections: publications", "sectoins: [{kind: awards}]", "Sections: [{kind: awards}]",
    "sections: [awards, talks]", "sections: [{kind: awards, wehre: {title: B}}]",
    "sections: [{kind: awards, limit: none}]", "sections: [{kind: awards, since: 2030-13}]",
  ])
  func `sections that cannot be read show nothing`(_ line: String) {
    let files = [
      SourceFile(path: "cv/awards/a.yaml", content: .bytes(Array("title: SECRETX\n".utf8))),
      SourceFile(path: "cv/cv.yaml", content: .bytes(Array((line + "\n").utf8))),
    ]
    let cv = CVReader(root: "cv").read(files).cv
    #expect(CVDocument(PublicCV(cv)).sections.isEmpty)
    #expect(cv.narrowingFault() != nil)
  }

  @Test(arguments: [
    "olny: [industry]", "only: {industry: x}", "sectoins: [{kind: awards}]", "since: 2030-13",
    "sections: awards", "without: {a: b}",
  ])
  func `a variant that cannot be read shows nothing`(_ line: String) {
    let files = [
      SourceFile(path: "cv/awards/a.yaml", content: .bytes(Array("title: SECRETX\n".utf8))),
      SourceFile(path: "cv/variants/v.yaml", content: .bytes(Array((line + "\n").utf8))),
    ]
    let cv = CVReader(root: "cv").read(files).cv
    #expect(CVDocument(PublicCV(cv, variant: "v")).sections.isEmpty)
    #expect(cv.narrowingFault(of: "v") != nil)
  }

  @Test func `a hidden entry does not make room for another in a limit`() {
    var cv = CV(entries: [
      Entry(key: .document, fields: ["sections": [["kind": "awards", "limit": "1"]]]),
      Entry(key: EntryKey(kind: "awards", id: "new"), fields: ["title": "New", "date": "2024"]),
      Entry(key: EntryKey(kind: "awards", id: "old"), fields: ["title": "Old", "date": "2020"]),
    ])
    #expect(CVDocument(PublicCV(cv)).sections.flatMap(\.entries).map(\.record.key.id) == ["new"])
    cv[EntryKey(kind: "awards", id: "new")]?["visibility"] = "private"
    #expect(CVDocument(PublicCV(cv)).sections.isEmpty)
  }

  @Test func `no custom key is left`() {
    let key = EntryKey(kind: "awards", id: "a")
    let cv = CV(entries: [
      Entry(
        key: key,
        fields: ["title": "A", "x-pay": "SECRETX", "links": ["x-in": "SECRETX", "b": "c"]])
    ])
    #expect(PublicCV(cv).cv[key]?.fields == ["title": "A", "links": ["b": "c"]])
  }

  @Test func `no section mentions a private entry`() {
    let cv = CV(entries: [
      Entry(
        key: .document,
        fields: [
          "sections": [
            ["kind": "awards", "entries": ["open", "secretx"]],
            ["kind": "talks", "where": ["award": "secretx"]],
          ]
        ]),
      Entry(key: EntryKey(kind: "awards", id: "open"), fields: ["title": "A"]),
      Entry(
        key: EntryKey(kind: "awards", id: "secretx"),
        fields: ["title": "B", "visibility": "private"]),
      Entry(
        key: EntryKey(kind: "talks", id: "t"),
        fields: ["title": "T", "links": ["awards/secretx": "https://example.org"]]),
    ])
    #expect(!"\(cv.public.entries)".contains("secretx"))
  }
}

extension CV {
  fileprivate subscript(key: EntryKey, default entry: Entry) -> Entry {
    get { self[key] ?? entry }
    set { self[key] = newValue }
  }
}
