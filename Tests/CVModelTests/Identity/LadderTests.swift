import CVModel
import Testing

/// Typical histories, and entries that must never be matched.
struct LadderTests {
  @Test func `a paper gets the year into its id as it is accepted`() {
    let old = entry("publications/lux", Papers.lux.with(["status": "Under Review"]))
    let new = entry(
      "publications/2024-lux", Papers.lux.with(["status": "Accepted", "date": "2024"]))
    #expect(
      story([old], [new]) == [
        "publications/lux → publications/2024-lux by identifier: status date"
      ])
    let (before, after) = (old.fields.without("arxiv"), new.fields.without("arxiv"))
    #expect(
      story([entry("publications/lux", before)], [entry("publications/2024-lux", after)]) == [
        "publications/lux → publications/2024-lux by title: status date"
      ])
  }

  @Test func `a preprint becomes a paper with a completely new title`() {
    let old = entry(
      "publications/skip-deqs",
      [
        "title":
          "Mixing Implicit and Explicit Deep Learning with Skip DEQs and Infinite Time Neural ODEs (Continuous DEQs)",
        "type": "preprint", "status": "Submitted", "date": "2022", "arxiv": "2201.12240",
        "authors": ["Avik Pal", "Alan Edelman", "Chris Rackauckas"],
      ])
    let new = entry(
      "publications/continuous-deqs",
      [
        "title":
          "Continuous Deep Equilibrium Models: Training Neural ODEs Faster by Integrating Them to Infinity",
        "type": "conference", "status": "Accepted", "date": "2023", "venue": "IEEE HPEC",
        "authors": ["Avik Pal", "Alan Edelman", "Chris Rackauckas"],
      ])
    let profile = entry("profile/profile", ["name": "Avik Pal"])
    // By the same three people in the same year.
    let other = entry(
      "publications/black-boxes",
      new.fields.with([
        "title":
          "Locally Regularized Neural Differential Equations: Some Black Boxes Were Meant to Remain Closed!"
      ]))
    let line =
      "publications/skip-deqs → publications/continuous-deqs by similarity: title type status date venue arxiv"
    #expect(story([profile, old], [profile, new]) == [line])
    #expect(story([profile, old], [profile, new, other]) == ["+ publications/black-boxes", line])
    #expect(story([old], [other]) == ["+ publications/black-boxes", "- publications/skip-deqs"])
  }

  @Test func `positions and terms in different places are never matched by guessing`() {
    let linear = entry(
      "teaching/a",
      ["course": "Linear Algebra", "institution": "MIT", "role": "TA", "date": "Fall 2024"])
    let compilers = entry(
      "teaching/b",
      ["course": "Compilers", "institution": "MIT", "role": "TA", "date": "Fall 2024"])
    #expect(story([linear], [compilers]) == ["- teaching/a", "+ teaching/b"])
  }

  @Test func `the same ID and name in another kind is a move, however little else is the same`() {
    let project = entry(
      "projects/driving",
      [
        "name": "Social driving", "summary": "Agents in traffic.", "start": "2020",
        "role": "Author",
      ])
    let software = entry(
      "software/driving", ["name": "Social driving", "technologies": "Pytorch", "order": "70"])
    #expect(
      story([project], [software]) == [
        "projects/driving → software/driving by move: summary technologies role period order"
      ])
  }

  @Test func `a whole folder is renamed`() {
    let papers = [Papers.lux, Papers.solvers, Papers.kan]
    let old = papers.enumerated().map { entry("publications/p\($0)", $1) }
    let new = papers.enumerated().map { entry("publications/2025-\($0)", $1) }
    let lines = story(old, new)
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.hasSuffix("by identifier") || $0.hasSuffix("by content") })
    // A custom kind is renamed: every entry moves to another kind.
    let moved = story(
      [
        entry("projects/a", ["name": "A", "summary": "S"]),
        entry("projects/b", ["name": "B", "summary": "S"]),
      ],
      [
        entry("software/a", ["name": "A", "summary": "S"]),
        entry("software/b", ["name": "B", "summary": "S"]),
      ])
    #expect(moved == ["projects/a → software/a by move", "projects/b → software/b by move"])
  }

  @Test func `a title that was copied by mistake matches nothing by itself`() {
    let (lux, solvers) = (Papers.lux.without("arxiv"), Papers.solvers.without("doi"))
    let mistaken = solvers.with(["title": lux["title"] ?? ""])
    let old = [entry("publications/a", lux), entry("publications/b", mistaken)]
    let new = [entry("publications/c", lux.with(["note": "N"])), entry("publications/d", solvers)]
    #expect(
      story(old, new) == [
        "- publications/b", "publications/a → publications/c by similarity: note",
        "+ publications/d",
      ])
  }

  @Test func `a person is respelled in every record`() {
    func papers(_ name: Plain) -> [Entry] {
      [
        entry("publications/a", Papers.lux.with(["authors": [name, "Avik Pal"]])),
        entry("publications/b", Papers.kan.with(["authors": ["Ann A", name]])),
      ]
    }
    let changes = CVDiff(
      from: CV(entries: papers("M. C. Jones")), to: CV(entries: papers("Mathew C. Jones"))
    ).changes
    #expect(
      changes.map { $0.fieldChanges.map(\.words) } == [
        ["respelled cosmetic"], ["respelled cosmetic"],
      ])
    #expect(changes.map(\.matchedBy) == [.id, .id])
  }

  @Test func `a retitled position is distinguished from another one at the same employer`() {
    func position(_ id: String, _ title: String) -> Entry {
      entry(
        "experience/\(id)",
        ["organization": "MIT CSAIL", "position": .scalar(title), "start": "2020-09"])
    }
    let old = [position("ra", "Research Assistant"), position("ta", "Teaching Assistant")]
    let new = [
      position("gra", "Graduate Research Assistant"), position("gta", "Teaching Assistant"),
    ]
    #expect(
      story(old, new) == [
        "experience/ra → experience/gra by similarity: position",
        "experience/ta → experience/gta by content",
      ])
  }

  @Test func `two terms of a course are different`() {
    func term(_ id: String, _ date: String) -> Entry {
      entry(
        "teaching/\(id)",
        ["course": "Numerical Methods", "institution": "MIT", "role": "TA", "date": .scalar(date)])
    }
    #expect(
      story([term("a", "Spring 2023")], [term("b", "Fall 2023")]) == [
        "- teaching/a", "+ teaching/b",
      ])
    let terms = (2015...2024).map { term("t\($0)", "Spring \($0)") }
    let renamed = (2016...2025).map { term("u\($0)", "Spring \($0)") }
    let lines = story(terms, renamed)
    #expect(lines.count { $0.contains("by content") } == 9)
    #expect(lines.contains("- teaching/t2015") && lines.contains("+ teaching/u2025"))
  }

  @Test func `talks in two cities are different`() {
    func talk(_ id: String, _ location: String) -> Entry {
      entry(
        "presentations/\(id)",
        ["title": "Lux.jl", "event": ["Seminar"], "date": "2024", "location": .scalar(location)])
    }
    #expect(
      story([talk("a", "Paris")], [talk("b", "Lyon")]) == [
        "- presentations/a", "+ presentations/b",
      ])
    #expect(
      story([talk("a", "Paris")], [talk("b", "Paris, France")]) == [
        "presentations/a → presentations/b by title: location"
      ])
  }

  @Test func `two years of a service are different`() {
    func year(_ year: String) -> Entry {
      entry(
        "service/icml-\(year)",
        ["organization": "ICML", "role": "Reviewer", "start": .scalar(year), "end": .scalar(year)])
    }
    #expect(
      story([year("2023")], [year("2024")]) == ["- service/icml-2023", "+ service/icml-2024"])
  }

  @Test func `accidental duplicates are removed`() {
    let originals = (0..<94).map { index in
      entry(
        "publications/p\(index)",
        Papers.lux.with(["title": .scalar("Paper number \(index)")]).without("arxiv"))
    }
    let copies = originals.map { entry("publications/\($0.key.id)-copy", $0.fields) }
    let added = story(originals, originals + copies)
    #expect(added.count == 94 && added.allSatisfy { $0.hasPrefix("+ ") })
    let removed = story(originals + copies, originals)
    #expect(removed.count == 94 && removed.allSatisfy { $0.hasPrefix("- ") })
  }

  @Test func `an ISBN that chapters share matches none of them`() {
    func chapter(_ id: String, _ title: String, _ author: String) -> Entry {
      entry(
        "publications/\(id)",
        [
          "title": .scalar(title), "type": "chapter", "authors": [.scalar(author)],
          "isbn": "978-0-306-40615-7", "date": "2024",
        ])
    }
    let old = chapter("one", "Stiff Systems", "Ann A")
    let new = chapter("two", "Graph Kernels", "Bob B")
    #expect(story([old], [new]) == ["- publications/one", "+ publications/two"])
    let book = old.fields.with(["type": "book"])
    #expect(
      story(
        [entry("publications/one", book)],
        [entry("publications/two", book.with(["title": "Stiff"]))]) == [
          "publications/one → publications/two by identifier: title"
        ])
  }

  @Test func `a repository that two programs share matches neither`() {
    func program(_ id: String, _ name: String) -> Entry {
      entry("software/\(id)", ["name": .scalar(name), "repository": "https://github.com/a/mono"])
    }
    #expect(
      story(
        [program("a", "Alpha"), program("b", "Beta")],
        [program("c", "Gamma"), program("d", "Delta")])
        == ["- software/a", "- software/b", "+ software/c", "+ software/d"])
    #expect(
      story([program("a", "Alpha")], [program("c", "Gamma")]) == [
        "software/a → software/c by identifier: name"
      ])
  }

  @Test func `an identifier that an edited entry shares matches nothing`() {
    let shared: Fields = ["name": "Alpha", "repository": "https://github.com/a/mono"]
    let old = [entry("software/a", shared), entry("software/b", shared.with(["name": "Beta"]))]
    let new = [
      entry("software/a", shared.with(["role": "R"])),
      entry("software/c", shared.with(["name": "Gamma"])),
    ]
    #expect(story(old, new) == ["software/a by id: role", "- software/b", "+ software/c"])
  }

  @Test func `a skill with another ID is the same skill`() {
    let old = entry("skills/julia", ["name": "Julia", "level": "good"])
    let new = entry("skills/julia-lang", ["name": "Julia", "level": "expert"])
    #expect(story([old], [new]) == ["skills/julia → skills/julia-lang by title: level"])
  }

  @Test func `a guess is marked as one`() {
    #expect(Rung.allCases.filter(\.isGuess) == [.similarity, .idWord])
  }

  @Test func `the two sides of a rejected ID are not matched by guessing`() {
    let old = entry(
      "publications/a", Papers.lux.with(["title": "Alpha Beta Gamma Delta", "arxiv": "2201.00001"]))
    let new = entry(
      "publications/a",
      [
        "title": "Delta Gamma Beta Alpha", "authors": ["Cid C"], "date": "2030", "venue": "ICML",
        "arxiv": "2501.00001",
      ])
    #expect(story([old], [new]) == ["+ publications/a", "- publications/a"])
  }
}
