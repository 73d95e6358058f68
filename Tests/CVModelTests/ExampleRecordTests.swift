import CVModel
import Testing

/// Every kind has one complete example record, so that everything can be tested on every field.
struct ExampleRecordTests {
  @Test func `a CV of complete records has no findings`() throws {
    let findings = try ExampleRecords.reading().findings
    #expect(findings.isEmpty, "\(findings.map(\.described))")
  }

  @Test func `every kind has an example`() throws {
    let kinds = Set(try ExampleRecords.reading().records.map(\.entry.key.kind))
    #expect(Set(Schema.builtIn.kinds.map(\.name)).subtracting(kinds) == [])
  }

  @Test func `every field of every kind is filled in its example`() throws {
    let reading = try ExampleRecords.reading()
    for kind in reading.cv.schema.kinds {
      let entry = try #require(reading.records.first { $0.entry.key.kind == kind.name }?.entry)
      let missing = kind.fields.map(\.name).filter { entry[$0] == nil }
      // A period cannot have both an end and an expected end.
      #expect(missing == [] || missing == ["end"] || missing == ["expected"], "\(kind.name)")
      #expect(entry["x-source"] != nil, "\(kind.name)")
    }
  }

  @Test func `both forms of a period's end occur`() throws {
    let entries = try ExampleRecords.reading().records.map(\.entry)
    #expect(entries.contains { $0["end"]?.text == "present" })
    #expect(entries.contains { $0["expected"] != nil })
  }

  @Test func `every field type reads its example`() throws {
    let reading = try ExampleRecords.reading()
    for entry in reading.records.map(\.entry) {
      let kind = try #require(reading.cv.schema[entry.key.kind])
      for (name, value) in entry.fields {
        let type = try #require(kind.field(named: name)?.type)
        #expect(type.meaning(of: value) != nil, "\(entry.key) \(name)")
      }
    }
  }

  @Test func `every definable type occurs in the example of a custom kind, or in a built-in one`()
    throws
  {
    let schema = try ExampleRecords.reading().cv.schema
    let used = Set(schema.kinds.flatMap(\.fields).map(\.type.name))
    #expect(Set(FieldType.definableNames).subtracting(used) == [])
  }
}
