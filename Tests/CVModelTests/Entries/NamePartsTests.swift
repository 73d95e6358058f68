import CVModel
import Testing

/// Names and their parts: given | particle | family | suffix, with `group` for a group.
struct NamePartsTests {
  private static func text(_ parts: NameParts) -> String {
    if parts.isGroup { return "group \(parts.family)" }
    return [parts.given, parts.particle, parts.family, parts.suffix].joined(separator: "|")
  }

  @Test(arguments: [
    ("Ada Byron", "Ada||Byron|"), ("Byron, Ada", "Ada||Byron|"), ("Suharto", "||Suharto|"),
    ("王小明", "||王小明|"), ("bell hooks", "bell||hooks|"),
    ("Guy L. Roe Jr.", "Guy L.||Roe|Jr."), ("Guy L. Roe, Jr.", "Guy L.||Roe|Jr."),
    ("Roe, Jr., Guy L.", "Guy L.||Roe|Jr."), ("Roe, Guy L., Jr.", "Guy L.||Roe|Jr."),
    ("Henry F. Poe III", "Henry F.||Poe|III"), ("Sam Roe sr", "Sam||Roe|sr"),
    ("Vincent van der Berg", "Vincent|van der|Berg|"),
    ("van der Berg, Vincent", "Vincent|van der|Berg|"),
    ("Beethoven, Ludwig van", "Ludwig|van|Beethoven|"), ("de la Cruz", "|de la|Cruz|"),
    ("Miguel de Cervantes Saavedra", "Miguel|de|Cervantes Saavedra|"),
    ("José Ortega y Gasset", "José||Ortega y Gasset|"),
    ("Le Guin, Ursula K.", "Ursula K.||Le Guin|"),
    ("García Márquez, Gabriel", "Gabriel||García Márquez|"), ("Smith, M. D.", "M. D.||Smith|"),
    ("ATLAS Collaboration", "group ATLAS Collaboration"),
    ("The LIGO Scientific Collaboration", "group The LIGO Scientific Collaboration"),
    ("Robert (Bob) Roe", "Robert (Bob)||Roe|"), ("Li Wei (李伟)", "Li||Wei (李伟)|"), ("", "|||"),
  ])
  func `a name is split`(_ written: String, _ parts: String) {
    #expect(Self.text(NameParts(written)) == parts)
    #expect(NameReader(written).additions == [])
  }

  @Test(
    arguments: [
      ("Mara Quill*", [.mark("*")]), ("Mara Quill*,†", [.mark("*,†")]),
      ("†Mara Quill", [.mark("†")]),
      ("Mara Quill¹", [.mark("¹")]), ("Mara Quill1,2", [.mark("1,2")]),
      ("Mara Quill (first author)", [.remark("first author")]),
      ("Mara Quill [PI]*", [.mark("*"), .remark("PI")]), ("**Mara Quill**", [.markup]),
      ("*Mara Quill*", [.markup]), ("Mara Quill, PhD", [.degree("PhD")]),
      ("Mara Quill Ph.D.", [.degree("Ph.D.")]),
      ("Mara Quill, MD, PhD", [.degree("PhD"), .degree("MD")]),
      ("Prof. Dr. Mara Quill", [.title("Prof."), .title("Dr.")]),
      ("Mara Quill et al.", [.others]), ("Mara Quill, et al.", [.others]),
    ] as [(String, [NameReader.Addition])])
  func `what is no part of a name is left out of its parts`(
    _ written: String, _ additions: [NameReader.Addition]
  ) {
    let reader = NameReader(written)
    #expect(reader.additions == additions)
    #expect(Self.text(reader.parts) == "Mara||Quill|")
  }

  @Test(arguments: [
    #"Zo{\"e} Roe"#, #"Zo\"{e} Roe"#, #"{\O}yvind Roe"#, #"Ren\'e Roe"#, #"\textbf{Mara Quill}"#,
  ])
  func `TeX in a name is found`(_ written: String) {
    #expect(NameReader(written).additions == [.tex])
  }

  @Test(arguments: [
    "Ada Byron", "Le Guin, Ursula K.", "Roe, Jr., Guy L.", "van der Berg, Vincent", "de la Cruz",
    "Ortega y Gasset, José", "Suharto", "ATLAS Collaboration", "王小明",
  ])
  func `each order of a name reads as the same parts`(_ written: String) {
    let parts = NameParts(written)
    #expect(NameParts(parts.sorted) == parts)
    let plain = parts.plain
    guard case .people(let people)? = FieldType.people.meaning(of: .list([plain])),
      case .named(let person)? = people.first
    else {
      Issue.record("\(plain) is not a person")
      return
    }
    #expect(person.parts == parts)
  }

  @Test func `a record gives parts that no text has`() {
    let list: Plain = [
      ["given": "Ursula K.", "family": "Le Guin"], ["group": "Barnes and Noble"],
      ["given": "Guy", "family": "van der Roe", "suffix": "Jr."],
    ]
    guard case .people(let people)? = FieldType.people.meaning(of: list) else {
      Issue.record("the list is refused")
      return
    }
    let parts = people.map { person in
      if case .named(let named) = person { Self.text(named.parts) } else { "" }
    }
    #expect(parts == ["Ursula K.||Le Guin|", "group Barnes and Noble", "Guy|van der|Roe|Jr."])
    #expect(list.items.compactMap(\.spokenPersonName).first == "Ursula K. Le Guin")
  }

  @Test func `the record of a person gives the family name of a list`() {
    let cv = CVReader(root: "").read([
      SourceFile(
        path: "people/a.yaml",
        text: "name: Ursula K. Le Guin\nfamily: Le Guin\naliases: [U. Le Guin]\n")
    ]).cv
    let directory = PeopleDirectory([cv])
    for (name, parts) in [
      ("Ursula K. Le Guin", "Ursula K.||Le Guin|"), ("U. Le Guin", "U.||Le Guin|"),
      ("Gabriel García Márquez", "Gabriel García||Márquez|"),
    ] {
      #expect(Self.text(directory.parts(of: Person.Named(name: name))) == parts)
    }
  }
}
