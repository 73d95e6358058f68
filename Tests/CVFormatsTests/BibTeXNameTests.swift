import CVModel
import Testing

@testable import CVFormats

/// Names as BibTeX splits them: given | particle | family | suffix.
struct BibTeXNameTests {
  @Test(arguments: [
    ("Ada Byron", "Ada||Byron|"), ("Byron, Ada", "Ada||Byron|"), ("Byron", "||Byron|"),
    ("Ludwig van Beethoven", "Ludwig|van|Beethoven|"),
    ("van Beethoven, Ludwig", "Ludwig|van|Beethoven|"),
    ("Jean de La Fontaine", "Jean|de|La Fontaine|"),
    ("de La Fontaine, Jean", "Jean|de|La Fontaine|"),
    (
      "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
      "Charles Louis Xavier Joseph|de la|Vallée Poussin|"
    ),
    ("King, Jr., Martin Luther", "Martin Luther||King|Jr."),
    ("O'Neil, Jr., Sam", "Sam||O'Neil|Jr."),
    ("{von Neumann}, John", "John||von Neumann|"), ("Jan G {de Gooijer}", "Jan G||de Gooijer|"),
    ("Le Guin, Ursula K.", "Ursula K.||Le Guin|"),
    ("Garc{\\'\\i}a M{\\'a}rquez, Gabriel", "Gabriel||García Márquez|"),
    ("{\\'E}mile Zola", "Émile||Zola|"), ("Per {\\\"o}st Berg", "Per|öst|Berg|"),
    ("J.~R. Doe", "J. R.||Doe|"),
    ("Smith,", "||Smith|"), ("{\\O}yvind {\\O}stby", "Øyvind||Østby|"),
    ("Émile Ølsen", "Émile||Ølsen|"),
    ("jean de la fontaine", "|jean de la|fontaine|"),
  ])
  func `a name has parts`(_ written: String, _ parts: String) {
    let name = BibTeXNames(Array(written.utf8)[...]).names.first ?? nil
    let found = name.map { "\($0.given)|\($0.particle)|\($0.family)|\($0.suffix)" }
    #expect(found == parts)
  }

  @Test(arguments: [
    ("Ada Byron and Charles Babbage", ["Ada Byron", "Charles Babbage"]),
    ("Byron, Ada AND Babbage, Charles", ["Ada Byron", "Charles Babbage"]),
    ("Ada Byron and others", ["Ada Byron", "..."]), ("{Barnes and Noble}", ["Barnes and Noble"]),
    ("{ATLAS Collaboration} and Ada Byron", ["ATLAS Collaboration", "Ada Byron"]),
    ("Ada Byron\n and\tCharles Babbage", ["Ada Byron", "Charles Babbage"]),
    ("Andrea Sand and Anders And", ["Andrea Sand", "Anders And"]),
    ("O'Neil, Jr., Sam", ["Sam O'Neil Jr."]),
    ("Byron, Ada and and Babbage, C.", ["Ada Byron", "C. Babbage"]), ("{{NASA}}", ["NASA"]),
    ("", []),
    ("Ada Byron and et al.", ["Ada Byron", "et al."]),
  ])
  func `a list has names`(_ written: String, _ names: [String]) {
    #expect(
      BibTeXNames(Array(written.utf8)[...]).plain.items.compactMap(\.spokenPersonName) == names)
  }

  @Test func `a name in braces is a group`() {
    let names = BibTeXNames(Array("{ATLAS Collaboration} and {\\'E}mile".utf8)[...]).names
    #expect(names.map { $0?.isGroup } == [true, false])
  }

  @Test func `a name with too many commas is reported`() {
    let names = BibTeXNames(Array("a, b, c, d and Ada Byron".utf8)[...])
    #expect(names.invalid == ["a, b, c, d"])
    #expect(names.plain.items.compactMap(\.spokenPersonName) == ["c d a b", "Ada Byron"])
  }
}
