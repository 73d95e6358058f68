import CVModel
import Testing

/// Addresses that are made from values: they follow RFC 3986 and RFC 3966.
struct AddressTests {
  @Test(
    arguments: [
      ("+49 (0)30 1234567 ext. 12", "tel:+49301234567;ext=12"),
      ("+1 617-555-0199", "tel:+16175550199"),
      ("+1 (617) 555 0199 x5", "tel:+16175550199;ext=5"), ("0049 30 1234567", "tel:+49301234567"),
      ("030/1234567", "tel:0301234567"), ("+44.20.7946.0000, ext 7", "tel:+442079460000;ext=7"),
      ("+41 44 632 11 11", "tel:+41446321111"), ("1-800-FLOWERS", nil),
      ("+49 30 123456 / +49 30 654321", nil), ("112", nil), ("on request", nil),
    ] as [(String, String?)])
  func `a telephone number is dialled`(_ written: String, _ url: String?) {
    #expect(TelephoneNumber(written)?.url == url)
  }

  @Test(arguments: [
    ("10.1000/xyz_1", "https://doi.org/10.1000/xyz_1"),
    ("http://dx.doi.org/10.1000/xyz_1", "https://doi.org/10.1000/xyz_1"),
    ("10.1000/456#789", "https://doi.org/10.1000/456%23789"),
    ("https://doi.org/10.1000/456%23789", "https://doi.org/10.1000/456%23789"),
    (
      "10.1002/(SICI)1096(1996)23+<91::aid>3.0.co;2-c",
      "https://doi.org/10.1002/(SICI)1096(1996)23+%3C91::aid%3E3.0.co;2-c"
    ),
    ("10.1577/1548(2002)022[0208:T]2.0", "https://doi.org/10.1577/1548(2002)022%5B0208:T%5D2.0"),
    ("10.1000/größe?", "https://doi.org/10.1000/gr%C3%B6%C3%9Fe%3F"),
  ])
  func `a DOI is one address, however it is written`(_ written: String, _ url: String) {
    let scheme = IdentifierScheme.doi
    #expect(scheme.url(for: scheme.bare(written)) == url)
    #expect(FieldType.identifier(.doi).meaning(of: .scalar(written)) != nil)
    // The address is read as the same DOI.
    #expect(scheme.bare(url) == scheme.bare(written))
  }

  @Test(
    arguments: [
      ("github", "mara", "https://github.com/mara"), ("x", "@mara", "https://x.com/mara"),
      ("linkedin", "in/mara", "https://www.linkedin.com/in/mara"),
      ("linkedin", "/in/mara/", "https://www.linkedin.com/in/mara"),
      ("linkedin", "linkedin.com/in/mara", "https://www.linkedin.com/in/mara"),
      ("linkedin", "https://de.linkedin.com/in/mara?trk=x", "https://www.linkedin.com/in/mara"),
      ("linkedin", "josé", "https://www.linkedin.com/in/jos%C3%A9"),
      ("google-scholar", "citations?user=AbC", "https://scholar.google.com/citations?user=AbC"),
      (
        "google-scholar", "https://scholar.google.com/citations?user=AbC&hl=en",
        "https://scholar.google.com/citations?user=AbC"
      ),
      ("google-scholar", "Avik Pal", nil),
      ("dblp", "123/4567.html", "https://dblp.org/pid/123/4567.html"),
      ("github", "a(b)[c]<d>", "https://github.com/a%28b%29%5Bc%5D%3Cd%3E"),
      ("mastodon", "@mara@example.org", "https://example.org/@mara"),
    ] as [(String, String, String?)])
  func `an account is one page, however it is written`(
    _ site: String, _ written: String, _ url: String?
  ) throws {
    let known = try #require(AccountSite.known.first { $0.key == site })
    #expect(known.url(of: written) == url)
  }

  @Test func `an account that is an address is named by its name`() {
    let cv = CVReader(root: "").read([
      SourceFile(
        path: "profile.yaml",
        text: """
          name: Mara Quill
          accounts: {github: "https://github.com/mara", linkedin: in/mara-q, x: "@mara"}
          """)
    ]).cv
    let contacts = CVDocument(.everything(cv)).header.contacts
    #expect(contacts.map(\.text) == ["mara", "mara-q", "@mara"])
    #expect(contacts.compactMap(\.url).first == "https://github.com/mara")
  }
}
