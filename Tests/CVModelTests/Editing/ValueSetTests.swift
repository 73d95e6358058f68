import CVModel
import Fixtures
import Testing
import YAML

/// Records that are written, or changed, from values.
struct ValueSetTests {
  @Test func `a new record is read as the fields that it was made of`() {
    for generated in GeneratedCase.all.prefix(Cases.count(1_000)) {
      for entry in generated.new.asRead.entries.values {
        let kind = generated.new.schema[entry.key.kind]
        guard !entry.fields.isEmpty else { continue }
        // White space is that of the type, as an import makes it.
        let foreign = ForeignEntry(
          entry: entry, path: "", span: Span(at: .start), spans: ["status": Span(at: .start)],
          text: [])
        let recorded = RecordedEntry(foreign, kind: kind).entry
        let file = SourceFile(
          path: "cv/x.yaml", content: .bytes(Kind.newRecord(recorded.fields, kind: kind)))
        let read = RecordReader(schema: generated.new.schema).read(file, as: entry.key)
        guard case .success(let record) = read else {
          Issue.record("seed \(generated.seed), \(entry.key): \(read)")
          return
        }
        let expected = recorded.fields
        var found = record.entry.fields
        if found["visibility"] == "" { found["visibility"] = expected["visibility"] }
        guard found == expected else {
          Issue.record("seed \(generated.seed), \(entry.key):\n\(expected)\n\(found)")
          return
        }
      }
    }
  }

  @Test func `a record is changed into another, and what is equal in both stays byte for byte`() {
    for generated in GeneratedCase.all.prefix(Cases.count(1_000)) {
      var emitter = YAMLEmitter(random: SplitMix64(seed: UInt64(generated.seed)))
      for file in emitter.files(of: generated.old.asRead) {
        guard case .bytes(let bytes) = file.content,
          let key = CVReader(root: "cv").key(of: file.path),
          let kind = generated.new.asRead.schema[key.kind],
          let wanted = generated.new.asRead[key]?.fields, !wanted.isEmpty,
          var editor = try? RecordEditor(bytes, key: key, kind: kind)
        else { continue }
        guard (try? editor.set(wanted)) != nil else { continue }
        let read = RecordReader(schema: generated.new.asRead.schema).read(
          SourceFile(path: file.path, content: .bytes(editor.bytes)), as: key)
        guard case .success(let record) = read, record.entry.fields == wanted else {
          Issue.record("seed \(generated.seed), \(key): \(wanted)\n\(read)")
          return
        }
        let comments = Self.comments(bytes)
        guard comments.allSatisfy(Self.comments(editor.bytes).contains) else {
          Issue.record(
            """
            seed \(generated.seed), \(key): a comment is gone:
            \(String(decoding: bytes, as: UTF8.self))→
            \(String(decoding: editor.bytes, as: UTF8.self))
            """
          )
          return
        }
      }
    }
  }

  private static func comments(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).replacing("\u{FEFF}", with: "").split(
      whereSeparator: \.isNewline
    ).map(String.init)
      .filter { $0.hasPrefix("# ") || $0.hasPrefix("  # ") }
  }

  @Test func `items are added, changed and removed where they are`() throws {
    let text = """
      title: "A"
      authors:
        # first
        - 'Ada'
        - Bob   # second
        - Cid
      links: {Code: https://a.org, Data: "https://d.org"}

      """
    let kind = try #require(Schema.builtIn["publications"])
    var editor = try RecordEditor(
      Array(text.utf8), key: EntryKey(kind: "publications", id: "a"), kind: kind)
    try editor.set([
      "title": "A", "authors": ["Zoe", "Ada L.", "Bob", "Dan"],
      "links": ["Code": "https://b.org", "Data": "https://d.org"],
    ])
    #expect(
      String(decoding: editor.bytes, as: UTF8.self) == """
        title: "A"
        authors:
          # first
          - 'Zoe'
          - Ada L.
          - Bob   # second
          - Dan
        links: {Code: https://b.org, Data: "https://d.org"}

        """)
  }
}
