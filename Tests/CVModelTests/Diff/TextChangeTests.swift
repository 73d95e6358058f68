import CVModel
import Testing

/// When two texts have the same meaning, and how other single values change.
struct TextChangeTests {
  @Test(arguments: [
    ("TOMS", "**TOMS**"), ("TOMS", "toms"), ("TOMS", "TOMS."), ("a, b", "a b"),
    ("pre-print", "preprint"), ("Don't", "Don’t"), ("`code` here", "*code* here"),
    ("naïve", "naive"), ("$x^2$ norm", "x^2 norm"),
    ("see [A](https://a.org)", "See [A](https://a.org)."),
  ])
  func `markup, case and punctuation are cosmetic`(_ old: String, _ new: String) throws {
    #expect(try words(old, new) == "restated cosmetic")
    #expect(try words(new, old) == "restated cosmetic")
  }

  @Test(arguments: [
    ("C++", "C"), ("C#", "C"), ("50%", "50"), ("1.5 M", "15 M"), ("v1.10", "v11.0"),
    ("-1 degree", "1 degree"), ("a < b", "a > b"), ("🎉", "🎊"), ("€5", "$5"), ("x → y", "x ← y"),
    ("good 👍", "good 👎"), ("日本", "日本語"), ("[A](https://a.org)", "[A](https://b.org)"),
    ("$x^2$", "$x_2$"), ("A B", "A C"),
  ])
  func `another word, sign, number or address is a change`(_ old: String, _ new: String) throws {
    #expect(try words(old, new) == "changed detail")
    #expect(try words(new, old) == "changed detail")
  }

  private func words(_ old: String, _ new: String) throws -> String {
    try fieldChange("media", ["outlet": .scalar(old)], ["outlet": .scalar(new)]).words
  }

  @Test(arguments: [
    ("doi", "10.1145/ABC", "https://doi.org/10.1145/abc", "restated cosmetic"),
    ("doi", "10.1145/abc", "10.1145/abd", "changed detail"),
    ("arxiv", "2303.02262v1", "arXiv:2303.02262", "restated cosmetic"),
    ("isbn", "978-0-306-40615-7", "9780306406157", "restated cosmetic"),
    ("isbn", "0-306-40615-2", "9780306406157", "restated cosmetic"),
    ("url", "https://a.org", "https://b.org", "changed detail"),
    ("type", "preprint", "journal", "changed detail"),
    ("order", "1", "2", "changed cosmetic"),
    ("key", "Hyndman99", "fan10", "changed cosmetic"),
    ("title", "A paper", "A **paper**", "restated cosmetic"),
    ("pages", "1–9", "1-9", "restated cosmetic"),
    ("x-own", "a", "**a**", "changed detail"),
    ("unknown", "a", "b", "changed detail"),
  ])
  func `a value changes by its type`(
    _ field: String, _ old: String, _ new: String, _ words: String
  ) throws {
    let change = try fieldChange(
      "publications", [field: .scalar(old)], [field: .scalar(new)])
    #expect(change.words == words)
  }

  @Test func `setting an order is cosmetic too`() throws {
    #expect(
      try fieldChange("media", ["outlet": "A"], ["outlet": "A", "order": "1"]).words
        == "set cosmetic")
  }

  @Test func `a value that is invalid for its type is a detail`() throws {
    let change = try fieldChange("publications", ["doi": "soon"], ["doi": "10.1145/abc"])
    #expect(change.words == "changed detail")
    #expect(change.isUnread == true)
  }

  @Test func `a field whose type differs between the sides is compared as text`() {
    func cv(_ type: String, _ value: Plain) -> CV {
      let kind = Entry(
        key: EntryKey(kind: "kinds", id: "shows"),
        fields: [
          "label": ["one": "show"], "name": ["title"],
          "fields": ["title": ["type": "text"], "visitors": ["type": .scalar(type)]],
        ])
      let show = Entry(
        key: EntryKey(kind: "shows", id: "a"), fields: ["title": "A", "visitors": value])
      return CV(
        entries: [kind, show],
        schema: Schema.builtIn.adding([kind].compactMap(Kind.init(definedBy:))))
    }
    let changes = CVDiff(from: cv("count", "400"), to: cv("text", "550")).changes
    #expect(changes.last?.fieldChange("visitors")?.words == "changed detail")
    #expect(changes.last?.fieldChange("visitors")?.isUnread == nil)
    let typed = CVDiff(from: cv("count", "400"), to: cv("count", "550")).changes
    #expect(typed.last?.fieldChange("visitors")?.words == "increased detail +150")
  }

  @Test func `links change label by label`() throws {
    let change = try fieldChange(
      "media", ["outlet": "A", "links": ["Code": "https://a.org", "Talk": "https://t.org"]],
      ["outlet": "A", "links": ["Code": "https://b.org", "Paper": "https://p.org"]])
    #expect(
      change.itemWords == [
        "changed Code https://a.org https://b.org", "added Paper https://p.org",
        "removed Talk https://t.org",
      ])
  }
}
