import Testing

@testable import CVModel

struct IdentifierSchemeTests {
  @Test(arguments: [
    (IdentifierScheme.doi, "10.1145/3377811.3380366", "10.1145/3377811.3380366"),
    (.doi, "https://doi.org/10.1145/ABC", "10.1145/abc"),
    (.doi, "http://dx.doi.org/10.1145/abc", "10.1145/abc"),
    (.doi, "doi: 10.1000.5/a(b)c", "10.1000.5/a(b)c"),
    (.arxiv, "2303.02262", "2303.02262"), (.arxiv, "arXiv:2303.02262v3", "2303.02262"),
    (.arxiv, "https://arxiv.org/pdf/2303.02262.pdf", "2303.02262"),
    (.arxiv, "https://arxiv.org/abs/math.GT/0309136", "math.gt/0309136"),
    (.arxiv, "cond-mat/9901001", "cond-mat/9901001"),
    (.isbn, "978-0-306-40615-7", "9780306406157"), (.isbn, "0-306-40615-2", "9780306406157"),
    (.isbn, "ISBN 0-8044-2957-X", "9780804429573"), (.issn, "2049-3630", "2049-3630"),
    (.issn, "2434561x", "2434-561X"),
    (.pmid, "33116299", "33116299"),
    (.pmid, "https://pubmed.ncbi.nlm.nih.gov/33116299/", "33116299"),
    (.orcid, "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
    (.orcid, "0000-0002-1694-233x", "0000-0002-1694-233X"),
  ])
  func `an identifier is read in all its forms`(
    _ scheme: IdentifierScheme, _ text: String, _ canonical: String
  ) throws {
    #expect(try scheme.canonical(text) == canonical)
  }

  @Test(arguments: [
    (IdentifierScheme.isbn, "978-0-306-40615-8"), (.isbn, "0-306-40615-3"), (.issn, "2049-3631"),
    (.orcid, "0000-0002-1825-0098"),
  ])
  func `a check digit is checked`(_ scheme: IdentifierScheme, _ text: String) {
    #expect(throws: IdentifierScheme.Fault.checksum) { try scheme.canonical(text) }
  }

  @Test(arguments: [
    (IdentifierScheme.doi, "10.1145"), (.doi, "10.1145/"), (.doi, "11.1145/abc"),
    (.doi, "10.1/abc"),
    (.doi, "10.1145/a b"), (.doi, ""), (.arxiv, "2313.02262"), (.arxiv, "2303.022"),
    (.arxiv, "2303.022622"),
    (.arxiv, "v1"), (.arxiv, "v"), (.arxiv, "/0309136"), (.isbn, "978-0-306-40615-X"),
    (.isbn, "123"), (.isbn, ""),
    (.issn, "2049-36300"), (.pmid, "0x12"), (.pmid, ""), (.pmid, "1234567890"),
    (.orcid, "0000-0002-1825"),
    (.orcid, "0000000218250097"), (.orcid, "X000-0002-1825-0097"), (.isbn, "９７８０３０６４０６１５７"),
  ])
  func `another shape is rejected`(_ scheme: IdentifierScheme, _ text: String) {
    #expect(throws: IdentifierScheme.Fault.shape) { try scheme.canonical(text) }
  }

  @Test func `16 bytes that are fewer letters are not an ORCID iD without hyphens`() {
    let value = Plain.scalar("日本日本日a")
    #expect(FieldType.identifier(.orcid).misreads(in: value).count == 1)
  }

  @Test func `the examples of hints are valid, and their URLs read back`() throws {
    for scheme in IdentifierScheme.allCases {
      let canonical = try scheme.canonical(scheme.example)
      if let url = scheme.url(for: scheme.bare(scheme.example)) {
        #expect(try scheme.canonical(url) == canonical)
      }
    }
  }
}
