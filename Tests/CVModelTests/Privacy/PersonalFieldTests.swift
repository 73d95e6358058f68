import CVModel
import Testing

/// A date of birth and a nationality are for those alone whom their owner wants to see them.
struct PersonalFieldTests {
  private static func cv(_ more: String) -> CV {
    CVReader(root: "").read([
      SourceFile(
        path: "profile.yaml",
        text: "name: Mara Quill\nbirth: 1990-01-02\nnationality: [Swedish, Swiss]\n\(more)")
    ]).cv
  }

  private static func words(_ cv: PublicCV) -> [String] {
    CVDocument(cv).header.contacts.map { "\($0.label): \($0.text)" }
  }

  @Test func `personal fields are private unless they are shown`() {
    let cv = Self.cv("")
    #expect(cv.public.profile?.fields.sortedNames == ["name"])
    #expect(Self.words(PublicCV(cv)) == [])
    #expect(
      Self.words(.everything(cv)) == ["Born: 2 Jan. 1990", "Nationality: Swedish, Swiss"])
    #expect(!cv.isPlain)
  }

  @Test(
    arguments: [
      ("show: [birth]\n", ["Born: 2 Jan. 1990"]),
      ("show: nationality\n", ["Nationality: Swedish, Swiss"]),
      ("show: [birth, nationality]\nprivate: [birth]\n", ["Nationality: Swedish, Swiss"]),
      ("shwo: [birth]\n", []), ("show: [brith]\n", []),
    ] as [(String, [String])])
  func `show lists what is for others`(_ more: String, _ words: [String]) {
    #expect(Self.words(PublicCV(Self.cv(more))) == words)
  }
}
