import CVModel
import Testing

struct PageNumbersTests {
  @Test(arguments: [
    ("101–120", "pp. 101–120", "101--120"), ("5-15", "pp. 5–15", "5--15"),
    ("5--15", "pp. 5–15", "5--15"), ("101-20", "pp. 101–20", "101--20"),
    ("16-1–16-4", "pp. 16-1–16-4", "16-1--16-4"), ("16-1", "p. 16-1", "16-1"),
    ("14:1–14:27", "pp. 14:1–14:27", "14:1--14:27"), ("S5-S9", "pp. S5–S9", "S5--S9"),
    ("ix-xii", "pp. ix–xii", "ix--xii"), ("1, 5-7", "pp. 1, 5–7", "1, 5--7"),
    ("pp. 5 – 15", "pp. 5–15", "5--15"), ("7", "p. 7", "7"), ("L23", "p. L23", "L23"),
    ("e1002", "e1002", "e1002"), ("105678", "art. 105678", "105678"),
    ("012345", "art. 012345", "012345"), ("Article 7", "Article 7", "Article 7"),
    ("in press", "in press", "in press"),
  ])
  func `pages are printed as what they are`(_ written: String, _ printed: String, _ tex: String) {
    let pages = PageNumbers(written)
    #expect(pages.printed == printed)
    #expect(pages.tex == tex)
  }

  @Test func `a range has two ends, and a page one`() {
    #expect(PageNumbers("5-15").bounds == ("5", "15"))
    #expect(PageNumbers("e1002").bounds == ("e1002", nil))
  }
}
