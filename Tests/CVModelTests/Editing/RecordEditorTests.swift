import CVModel
import Testing

/// Edits: the text before, the assignment, the text after.
struct RecordEditorTests {
  private static let paper = """
    # the engine
    title: "Notes: on an Engine"   # quoted
    status:   'Submitted'
    authors: [Ada Lovelace,  Charles Babbage] # both
    awards:
    - First
    # a comment inside
    - Second   # why
    links:
        Code: https://example.org/a
    note: |  # long
      One.

      Two.

    tags: [engine]

    """

  private func edited(_ text: String, _ arguments: [String]) throws -> String {
    let kind = try #require(Schema.builtIn["publications"])
    let key = EntryKey(kind: "publications", id: "a")
    var editor = try RecordEditor(Array(text.utf8), key: key, kind: kind)
    for argument in arguments { _ = try editor.apply(try #require(FieldAssignment(argument))) }
    return String(decoding: editor.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("status=under review", "    status:   'Submitted'", "    status:   'Under Review'"),
    ("title=It's \"so\"", "title: \"Notes: on an Engine\"   #", "title: \"It's \\\"so\\\"\"   #"),
    ("authors+=A, B", "Charles Babbage] #", "Charles Babbage, \"A, B\"] #"),
    (
      "authors+={name: Z, role: editor}", "Charles Babbage] #",
      "Charles Babbage, {name: Z, role: editor}] #"
    ),
    ("authors-=Ada Lovelace", "[Ada Lovelace,  Charles Babbage]", "[Charles Babbage]"),
    ("authors-=Charles Babbage", "[Ada Lovelace,  Charles Babbage]", "[Ada Lovelace]"),
    ("authors=[X, Y]", "[Ada Lovelace,  Charles Babbage]", "[X, Y]"),
    ("awards+=Third: one", "- Second   # why\n", "- Second   # why\n- \"Third: one\"\n"),
    ("awards-=Second", "- Second   # why\n", ""),
    ("awards-=First", "- First\n", ""),
    ("links.Page=https://example.org/b", "org/a\n", "org/a\n    Page: https://example.org/b\n"),
    ("links.Code=https://example.org/b", "org/a\n", "org/b\n"),
    ("links.Code=", "links:\n    Code: https://example.org/a\n", ""),
    ("links=", "links:\n    Code: https://example.org/a\n", ""),
    ("note=Three.", "|  # long\n  One.\n\n  Two.\n", "Three. # long\n"),
    ("note=A\n\nB", "|  # long\n  One.\n\n  Two.\n", "| # long\n  A\n\n  B\n"),
    ("date=1843", "awards:\n", "date: 1843\nawards:\n"),
    ("type=journal", "status:   'S", "type: journal\nstatus:   'S"),
    ("x-mine=a b", "tags: [engine]\n", "tags: [engine]\nx-mine: a b\n"),
    ("tags=", "tags: [engine]\n", ""),
    (
      "doi=https://doi.org/10.1145/3377811.3380366", "links:",
      "doi: 10.1145/3377811.3380366\nlinks:"
    ),
  ])
  func `an edit changes only its target`(argument: String, old: String, new: String) throws {
    let lead = old.drop { $0 == " " }
    let expected = Self.paper.replacing(lead, with: new.drop { $0 == " " }, maxReplacements: 1)
    #expect(try edited(Self.paper, [argument]) == expected)
    let windows = Self.paper.replacing("\n", with: "\r\n")
    #expect(try edited(windows, [argument]) == expected.replacing("\n", with: "\r\n"))
  }

  @Test(arguments: [
    ("titel=x", "publications have no field \"titel\"", "did you mean \"title\"?"),
    ("title+=x", "\"+=\" is for lists, and \"title\" is not one", "write \"title=…\""),
    ("title.a=x", "\"title\" has no key \"a\": it is a text", nil),
    ("tags-=engin", "\"tags\" has no item \"engin\"", "did you mean \"engine\"?"),
    (
      "links=x",
      "expected labels with addresses such as {Code: https://example.org}, found the text \"x\"",
      "set one of them, such as \"links.Code=https://example.org\""
    ),
  ])
  func `an invalid value of a field is rejected`(argument: String, message: String, hint: String?) {
    #expect(throws: EditRefusal(message, hint: hint)) { try edited(Self.paper, [argument]) }
  }

  @Test func `one address becomes several, and one again`() throws {
    let kind = try #require(Schema.builtIn["profile"])
    var editor = try RecordEditor(
      Array("name: Ada\nemail: a@b.org\n".utf8), key: .profile, kind: kind)
    _ = try editor.apply(try #require(FieldAssignment("email=[a@b.org, c@d.org]")))
    #expect(
      String(decoding: editor.bytes, as: UTF8.self) == "name: Ada\nemail: [a@b.org, c@d.org]\n")
    _ = try editor.apply(try #require(FieldAssignment("email=c@d.org")))
    #expect(String(decoding: editor.bytes, as: UTF8.self) == "name: Ada\nemail: c@d.org\n")
  }

  @Test func `a record in braces is edited in them`() throws {
    #expect(
      try edited("{title: A, tags: [x]}\n", ["date=1843", "title=B, C"])
        == "{title: \"B, C\", date: 1843, tags: [x]}\n")
  }

  @Test func `a text without a last line break is edited`() throws {
    #expect(try edited("title: A", ["date=1843"]) == "title: A\ndate: 1843")
  }

  @Test func `a record with faults must be corrected in an editor`() {
    #expect(
      throws: EditRefusal(
        "the record \"publications/a\" cannot be read on line 1: unquoted value contains \": \"",
        hint: "correct it in an editor, or try \"cvgit fmt\"")
    ) { try edited("title: A: B\n", ["date=1843"]) }
  }
}
