import CVModel
import Testing

struct PersonNameTests {
  @Test(arguments: [
    ("Avik Pal", "pal", ["avik"]), ("Pal, Avik", "pal", ["avik"]),
    ("M. C. Jones", "jones", ["m", "c"]),
    ("Jean-Pierre Serre", "serre", ["jean", "pierre"]), ("José García", "garcia", ["jose"]),
    ("Ludwig van Beethoven", "van beethoven", ["ludwig"]),
    ("van der Berg, Jan", "van der berg", ["jan"]),
    ("Jan van der Berg", "van der berg", ["jan"]), ("Björk", "bjork", []), ("李 明", "明", ["李"]),
    ("", "", []),
    ("bell hooks", "hooks", ["bell"]),
  ])
  func `a name is split`(_ written: String, _ family: String, _ given: [String]) {
    #expect(PersonName(written).family == family)
    #expect(PersonName(written).given == given)
  }

  @Test(arguments: [
    ("M. C. Jones", "Mathew C. Jones", true), ("M. Jones", "Mathew C. Jones", true),
    ("Mathew Jones", "Mary Jones", false), ("M. C. Jones", "Mathew D. Jones", false),
    ("Jones", "M. Jones", false),
    ("A. Pal", "A. Paul", false), ("Björk", "Björk", false),
    ("Guy Roe Jr.", "G. Roe", true), ("Guy Roe Jr.", "Guy Roe Sr.", false),
  ])
  func `initials match their names`(_ left: String, _ right: String, _ fits: Bool) {
    #expect(PersonName(left).isCompatible(with: PersonName(right)) == fits)
    #expect(PersonName(right).isCompatible(with: PersonName(left)) == fits)
  }
}
