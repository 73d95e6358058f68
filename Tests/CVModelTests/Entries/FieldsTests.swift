import CVModel
import Testing

struct FieldsTests {
  @Test func `fields with the same pairs are equal whatever their order`() {
    let fields: Fields = ["b": "1", "a": "2", "c": "3"]
    var other = Fields()
    for name in ["c", "a", "b"] { other[name] = fields[name] }
    #expect(fields == other)
    #expect(fields.sortedNames == ["a", "b", "c"])
  }

  @Test func `the first of two pairs with the same name counts`() {
    #expect(Fields([("a", "1"), ("a", "2")])["a"] == "1")
  }

  @Test func `a field can be replaced, removed or missing`() {
    var fields: Fields = ["a": "1", "b": "2"]
    fields["a"] = "3"
    fields["b"] = nil
    fields["c"] = nil
    #expect(fields == ["a": "3"])
    #expect(fields["b"] == nil)
  }
}
