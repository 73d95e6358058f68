@testable import CVFormats
import Testing

struct TextDecodingTests {
  @Test(arguments: [
    ("Tom&aacute;s O&#39;Neil &amp; co&#x2019;s", "Tomás O'Neil & co’s"),
    ("R&D and AT&T; x", "R&D and AT&T; x"), ("a&nbsp;b", "a b"), ("&unknown;", "&unknown;"),
    ("<i>E. coli</i> in <b>rivers</b>", "*E. coli* in **rivers**"),
    ("<span class=\"nocase\">pH</span> < 7", "pH < 7"), ("a <- b", "a <- b"),
    ("&lt;i&gt;", "<i>"), ("H<sub>2</sub>O", "H<sub>2</sub>O"),
  ]) func `entities and tags are decoded`(text: String, expected: String) {
    #expect(text.decodedText == expected)
  }

  @Test func `paragraphs of HTML are paragraphs`() {
    #expect("<p>One.</p><p>Two.</p>".decodedParagraphs == "One.\n\nTwo.")
    #expect("<jats:p>One.</jats:p>".decodedParagraphs == "One.")
  }

  @Test(arguments: [
    ("**Ada Berg**", "Ada Berg"), ("*Ada Berg*", "Ada Berg"), ("Ada Berg*", "Ada Berg*"),
    ("*Ada* Berg", "*Ada* Berg"), ("***", "***"),
  ]) func `a name loses the marks around it`(text: String, name: String) {
    #expect(text.withoutEmphasis == name)
  }

  @Test(arguments: [
    ("Doe, Jane and Roe, Richard", ["Doe, Jane", "Roe, Richard"]),
    ("Jane Doe, Richard Roe", ["Jane Doe", "Richard Roe"]),
    ("Jane Doe, Ann Lee and Richard Roe", ["Jane Doe", "Ann Lee", "Richard Roe"]),
    ("Doe, Jane", ["Doe, Jane"]), ("Jane Doe; Richard Roe", ["Jane Doe", "Richard Roe"]),
  ]) func `names in one text are parted`(text: String, names: [String]) {
    #expect(text.separateNames == names)
  }
}
