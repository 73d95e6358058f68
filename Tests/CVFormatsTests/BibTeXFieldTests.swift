import CVFormats
import CVModel
import Testing

/// How the fields of an entry are read.
struct BibTeXFieldTests {
  private func fields(_ text: String) throws -> Fields {
    try #require(readBibTeX(text).entries.first).entry.fields
  }

  @Test(arguments: [
    ("article", "", "journal"), ("inproceedings", "", "conference"),
    ("conference", "", "conference"),
    ("phdthesis", "", "thesis"), ("mastersthesis", "", "thesis"),
    ("techreport", "institution={I}", "report"), ("techreport", "", "report"),
    ("book", "", "book"), ("proceedings", "", "book"), ("incollection", "", "chapter"),
    ("inbook", "", "chapter"), ("unpublished", "", "preprint"), ("misc", "", "other"),
    ("online", "", "other"), ("software", "", "software"), ("dataset", "", "dataset"),
    ("patent", "", "patent"), ("Article", "", "journal"), ("wonder", "", "other"),
    ("article", "journal={arXiv preprint arXiv:2303.02262}", "preprint"),
    ("article", "journal={bioRxiv}", "preprint"), ("article", "journal={{medRxiv}}", "preprint"),
    ("misc", "howpublished={SSRN Electronic Journal}", "preprint"),
    ("misc", "eprint={2303.02262}, archiveprefix={arXiv}", "preprint"),
    ("article", "journal={JASA}, eprint={2303.02262}, archiveprefix={arXiv}", "journal"),
    ("techreport", "type={Working paper}, institution={Monash}", "preprint"),
    ("techreport", "type={Report}, institution={Monash}", "report"),
    ("book", "publisher={arXiv}", "book"),
  ])
  func `a type is that of the entry and its venue`(
    _ word: String, _ more: String, _ type: String
  ) throws {
    let fields = try fields("@\(word){a, title={T}\(more.isEmpty ? "" : ", \(more)")}")
    #expect(fields["type"] == .scalar(type))
    #expect(fields["x-entrytype"] == .scalar(word))
  }

  @Test(arguments: [
    ("article", "journal={J}, booktitle={B}", "J"), ("article", "journaltitle={J}", "J"),
    ("inproceedings", "booktitle={B}, organization={O}", "B"), ("phdthesis", "school={S}", "S"),
    ("techreport", "institution={I}, howpublished={H}", "I"), ("misc", "howpublished={H}", "H"),
    ("book", "publisher={P}", nil), ("misc", "howpublished={\\url{https://a.org}}", nil),
    ("article", "journal={J, to appear}", "J"), ("article", "journal={Submitted to J}", "J"),
    ("unpublished", "note={Submitted to J}", "J"),
    ("article", "journal={K}, note={Submitted to J}", "K"),
  ])
  func `a venue is the first field that names one`(
    _ word: String, _ more: String, _ venue: String?
  ) throws {
    let fields = try fields("@\(word){a, title={T}, \(more)}")
    #expect(fields["venue"]?.text == venue)
  }

  @Test(arguments: [
    ("year=2001", "2001"), ("year={2001}, month=jan", "2001-01"),
    ("year=2001, month={March}", "2001-03"),
    ("year=2001, month=sep # {~5}", "2001-09-05"), ("year=2001, month={12~} # dec", "2001-12-12"),
    ("year=2001, month=7, day=4", "2001-07-04"), ("year=2001, month={07}", "2001-07"),
    ("year=2001, month={Summer}", "Summer 2001"), ("year=2001, month={May/June}", "2001-05"),
    ("year={c. 2001}", "2001"), ("year={2001--2003}", "2001"), ("year={{2001}}", "2001"),
    ("year={in press 2021}", "2021"), ("date={2001-02-03}", "2001-02-03"),
    ("date={2001-02}", "2001-02"),
    ("date={2001-02-03/2001-02-05}", "2001-02-03"), ("date={2001/}", "2001"),
    ("date={/2001}", "2001"),
    ("date={2001~}", "2001"), ("date={2001-05?}", "2001-05"), ("date={2001-21}", "Spring 2001"),
    ("date={2001-24}", "Winter 2001"), ("date={2001-2-3}", "2001-02-03"),
    ("date={2001-02-30}", "2001-02"),
    ("date={20XX}", nil), ("date={2001-XX}", "2001"), ("year={forthcoming}", nil),
    ("year={n.d.}", nil),
    ("date={2001-02-03T10:00:00}", "2001-02-03"), ("date={2001}, year={2001}", "2001"),
  ])
  func `a date is read as precisely as it is written`(_ more: String, _ date: String?) throws {
    #expect(try fields("@book{a, title={T}, \(more)}")["date"]?.text == date)
  }

  @Test(arguments: [
    ("pages={1--5}", "pages", "1–5"), ("pages={12}", "pages", "12"),
    ("pages={e12-e15}", "pages", "e12-e15"),
    ("number={3}", "issue", "3"), ("series={LNCS}", "series", "LNCS"),
    ("edition={2}", "edition", "2"),
    ("langid={german}", "language", "german"), ("doi={10.1000/a\\_b}", "doi", "10.1000/a_b"),
    ("url={www.a.org/\\%7Eb}", "url", "http://www.a.org/%7Eb"),
    ("url={\\url{https://a.org}}", "url", "https://a.org"),
    ("eprint={2303.02262v2}, eprinttype={arxiv}", "arxiv", "2303.02262v2"),
    ("issn={1-2}", "issn", "1-2"),
    ("abstract={One\n\ntwo}", "abstract", "One\n\ntwo"),
    ("award={Best Paper}", "awards", "Best Paper"),
    ("address={Wien}", "x-address", "Wien"), ("bdsk-file-1={QUI=}", "x-bdsk-file-1", "QUI="),
    ("file={:a\\_b.pdf:PDF}", "x-file", ":a_b.pdf:PDF"),
    ("Mendeley-Groups={G}", "x-mendeley-groups", "G"),
    ("subtitle={S}", "title", "T: S"), ("visibility={private}", "visibility", "private"),
    ("keywords={a, Private ,b}", "visibility", "private"),
    ("private={note, doi}", "private", "note | doi"),
    ("keywords={a, b}", "x-keywords", "a, b"), ("addendum={A}", "note", "A"),
    ("copyright={C}", "x-copyright", "C"),
  ])
  func `a field is located by our name`(_ more: String, _ field: String, _ value: String) throws {
    #expect(
      try fields("@article{a, title={T}, \(more)}")[field]?.items.compactMap(\.text).joined(
        separator: " | ") == value)
  }

  @Test(arguments: [
    ("phdthesis", "", "PhD"), ("mastersthesis", "", "Master's"),
    ("thesis", "type={phdthesis}", "PhD"),
    ("thesis", "type={Diploma thesis}", "Diploma thesis"), ("thesis", "", nil),
    ("phdthesis", "type={Habilitation}", "Habilitation"),
  ])
  func `a thesis has a degree`(_ word: String, _ more: String, _ degree: String?) throws {
    let fields = try fields("@\(word){a, title={T}, \(more)}")
    #expect(fields["degree"]?.text == degree)
  }

  @Test(arguments: ["article", "periodical", "review", "misc"])
  func `the number of a work in a journal is its issue`(_ word: String) throws {
    let fields = try fields("@\(word){a, title={T}, journal={J}, number={3}}")
    #expect(fields["issue"] == "3")
    #expect(fields["x-number"] == nil)
  }

  @Test func `a number that is no issue is kept`() throws {
    let fields = try fields("@techreport{a, title={T}, number={17/01}, type={Report}}")
    #expect(fields["issue"] == nil)
    #expect(fields["x-number"] == "17/01")
    #expect(fields["x-type"] == "Report")
  }

  @Test(arguments: [
    ("article", "journal={J}", "Published", nil), ("unpublished", "", nil, nil),
    ("article", "note={To appear}", "Accepted", "note \"To appear\""),
    ("unpublished", "note={Submitted to J}", "Submitted", "note \"Submitted to J\""),
    ("article", "journal={J (in press)}", "In Press", "journal \"in press\""),
    ("article", "year={forthcoming}", "Accepted", "year \"forthcoming\""),
    ("article", "note={Submitted}, pubstate={inpress}", "In Press", "pubstate \"inpress\""),
    ("article", "title={Submitted}", "Published", nil),
    ("article", "abstract={Accepted}", "Published", nil),
  ])
  func `a status is read from words, and its origin is kept`(
    _ word: String, _ more: String, _ status: String?, _ origin: String?
  ) throws {
    let entry = try #require(readBibTeX("@\(word){a, \(more)}").entries.first)
    #expect(entry.entry["status"]?.text == status)
    #expect(entry.statusOrigin?.description == origin)
  }

  @Test(arguments: [
    ("note={To appear}", nil, nil),
    ("note={in press. Accepted 12 June 2020.}", "in press. Accepted 12 June 2020.", nil),
    ("note={Under review. Preprint on bioRxiv.}", "Under review. Preprint on bioRxiv.", nil),
    ("journal={J, to appear 2021}", nil, "J, to appear 2021"),
  ])
  func `words that are only a status are left out, all others are kept`(
    _ more: String, _ note: String?, _ journal: String?
  ) throws {
    let fields = try fields("@article{a, title={T}, \(more)}")
    #expect(fields["note"]?.text == note)
    #expect(fields["x-journal"]?.text == journal)
  }

  @Test func `an entry inherits missing fields from its parent`() throws {
    let text = """
      @inproceedings{child, title={C}, crossref={Parent}, editor={Own Editor}}
      @proceedings{parent, title={P}, editor={E One}, year=2001, publisher={Pub}, doi={10.1000/p}}
      """
    let fields = try #require(readBibTeX(text).entry("child")).entry.fields
    #expect(fields["venue"] == "P")
    #expect(fields["date"] == "2001")
    #expect(fields["publisher"] == "Pub")
    #expect(fields["editors"] == ["Own Editor"])
    #expect(fields["doi"] == nil)
    #expect(fields["x-crossref"] == "Parent")
  }

  @Test func `xdata is inherited, and is not an entry itself`() throws {
    let text = """
      @xdata{pub, publisher={Pub}, xdata={place}}
      @xdata{place, location={Wien}}
      @book{b, title={B}, xdata={pub}}
      """
    let reading = readBibTeX(text)
    #expect(reading.entries.count == 1)
    #expect(reading.entries.first?.entry["publisher"] == "Pub")
    #expect(reading.entries.first?.entry["x-location"] == "Wien")
  }

  @Test func `cyclic parents come to an end`() {
    let reading = readBibTeX("@book{a, title={A}, crossref={b}}\n@book{b, title={B}, crossref={a}}")
    #expect(reading.entries.count == 2)
  }

  @Test func `a misspelled private hides the entry`() throws {
    let reading = readBibTeX("@book{a, title={A}, privat={true}}")
    let entry = try #require(reading.entries.first)
    #expect(Schema.builtIn.isPrivate(entry.entry))
  }
}
