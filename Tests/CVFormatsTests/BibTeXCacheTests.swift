import CVFormats
import CVModel
import Fixtures
import Testing

/// The cache reuses unchanged entries without changing the result.
struct BibTeXCacheTests {
  @Test func `a reading with a cache is the reading without one`() {
    var generator = BibTeXGenerator(seed: 5)
    var random = SeededGenerator(seed: 6)
    var entries = generator.file(40)
    entries.insert(["@string{pub = {Press}}"], at: 0)
    entries.append(["@book{macro, title={M}, publisher=pub}"])
    entries.append(["@inproceedings{child, title={C}, crossref={parent}}"])
    entries.append(["@proceedings{parent, title={P}, year=2001}"])
    entries.append(["@comment{", "@book{hidden, title={H}}", "}"])
    var cache = SourceCache()
    for round in 0..<60 {
      switch round % 6 {
      case 0: entries.swapAt(5, entries.count - 1)
      case 1: entries[0] = ["@string{pub = {Press \(round)}}"]
      case 2: entries.remove(at: Int.random(in: 1..<20, using: &random))
      case 3: entries.insert(generator.entry(100 + round), at: 7)
      case 4: entries.shuffle(using: &random)
      default: entries[3] = entries[3].map { $0.replacing("= {", with: "={") }
      }
      let file = FormatFile(path: "a.bib", text: BibTeXGenerator.text(entries))
      let cached = SourceFormat.bibtex.read([file], reusing: &cache)
      #expect(cached == SourceFormat.bibtex.read([file]), "round \(round)")
    }
  }

  @Test(arguments: [
    "@misc{a, title={", "@", "@@@@", "@misc{", "@misc{a, b={", "@comment{", "@comment{ @misc{a,\n",
    "{", "}", "@string{a=a#",
    "@misc{a, b=c d\n", "@misc{a,\n b={\n", "\n\n\n", "@misc{a, b=\"", "article{a,\n", "@misc{a,}",
    "@misc{(", "(((", "<<<<<<< \n",
    "@misc{a, author={and and, }}\n", "@misc{a, author={{{{{", "%\n", "@misc{a, % \n", " ",
    "@misc{a, \n ,\n ,", "@misc{a b c d",
    "@misc{a, x, y, z", "@a{b}\n", "\r", "@misc{a,b={c}}@misc{a,b={c}} ",
  ])
  func `hostile files are read in linear time`(_ piece: String) {
    func time(_ count: Int) -> Duration {
      let file = FormatFile(path: "a.bib", text: String(repeating: piece, count: count))
      return ContinuousClock().measure { _ = SourceFormat.bibtex.read([file]) }
    }
    let first = time(250)
    let second = time(8_000)
    // 32 times the text; a quadratic step would take a thousand times as long.
    #expect(second < first * 300 + .milliseconds(200), "\(first) and \(second)")
  }

  @Test func `macros that use each other do not fill the memory`() {
    var text = "@string{m0 = {xxxxxxxxxx}}\n"
    for number in 1..<60 { text += "@string{m\(number) = m\(number - 1) # m\(number - 1)}\n" }
    text += String(repeating: "@misc{a, title = m59}\n", count: 1_000)
    let reading = readBibTeX(text)
    #expect(reading.entries.count == 1_000)
  }
}
