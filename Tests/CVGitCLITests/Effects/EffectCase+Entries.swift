extension EffectCase {
  /// Every effect on whole entries and on the CV's own records.
  static let entries: [EffectCase] = wholes + identities + unreadable + own

  private static let notes =
    "title: Notes on the Engine\ntype: journal\nauthors: [Ada Lovelace]\ndate: 1843\n"
    + "venue: Scientific Memoirs\nstatus: Published"
  private static let medal = "title: Royal Medal\nissuer: Royal Society\ndate: 1844"

  private static let wholes: [EffectCase] = [
    EffectCase("entry-added", before: [:], after: ["publications/notes.yaml": notes]),
    EffectCase("entry-removed", before: ["publications/notes.yaml": notes], after: [:]),
    EffectCase(
      "entry-added-private", before: [:],
      after: ["publications/notes.yaml": notes + "\nvisibility: private"]),
    EffectCase(
      "entry-of-unknown-kind", before: [:], after: ["hobbies/riding.yaml": "name: Riding"]),
    EffectCase(
      "formatting-alone", "awards/medal.yaml", medal,
      "# Given in November.\ndate: '1844'\nissuer: \"Royal Society\"\ntitle: Royal\n  Medal"),
    EffectCase("nothing", "awards/medal.yaml", medal, medal),
  ]

  private static let identities: [EffectCase] = [
    EffectCase(
      "renamed", before: ["publications/notes.yaml": notes],
      after: ["publications/engine.yaml": notes.replacing("Published", with: "Retracted")]),
    EffectCase(
      "renamed-alone", before: ["publications/notes.yaml": notes],
      after: ["publications/engine.yaml": notes]),
    EffectCase(
      "renamed-with-reference",
      before: [
        "publications/notes.yaml": notes, "awards/medal.yaml": medal + "\npublication: notes",
      ],
      after: [
        "publications/engine.yaml": notes, "awards/medal.yaml": medal + "\npublication: engine",
      ]),
    EffectCase(
      "reference-changed",
      before: [
        "publications/notes.yaml": notes, "awards/medal.yaml": medal + "\npublication: notes",
      ],
      after: [
        "publications/notes.yaml": notes, "awards/medal.yaml": medal + "\npublication: other",
      ]),
    EffectCase(
      "moved-to-another-kind",
      before: ["projects/engine.yaml": "name: Engine\nsummary: Weaves numbers.\nstart: 1842"],
      after: ["software/engine.yaml": "name: Engine\nsummary: Weaves numbers.\nstart: 1842"]),
    EffectCase(
      "two-files-of-one-id", before: ["awards/medal.yaml": medal],
      after: ["awards/medal.yaml": medal, "awards/1844/medal.yaml": medal + "\nlocation: London"]),
  ]

  private static let unreadable: [EffectCase] = [
    EffectCase("unreadable-now", "awards/medal.yaml", medal, "title: Medal: Royal"),
    EffectCase("unreadable-before", "awards/medal.yaml", "title: [Medal", medal),
    EffectCase("unreadable-on-both-sides", "awards/medal.yaml", "title: [Medal", "title: [A Medal"),
    EffectCase("unreadable-document", "cv.yaml", "sections: [{kind: awards}]", "sections: ["),
  ]

  private static let own: [EffectCase] = [
    .profile(
      "profile-headline", "headline: [Student, Poet]", "headline: [Countess, Poet, Analyst]"),
    .profile(
      "profile-accounts", "accounts: {github: ada, x: \"@ada\"}",
      "accounts: {github: lovelace, google-scholar: Ada Lovelace}"),
    .profile("profile-address", "email: ada@example.org", "email: ada@example.com\nphone: \"1\""),
    .profile(
      "profile-private-phone", "phone: +44 20 7946 0018",
      "phone: +44 20 7946 0018\nprivate: [phone]"),
    .profile(
      "profile-new-private-phone", "email: ada@example.org",
      "email: ada@example.org\nphone: +44 20 7946 0018\nprivate: [phone]"),
    .profile("profile-links", "links: {Blog: https://a.org}", "links: {Blog: https://b.org}"),
    .document(
      "document-headings", "sections:\n  - kind: publications\n  - {kind: awards, heading: Prizes}",
      "sections:\n  - {kind: publications, heading: Papers, intro: All of them., limit: 5}\n"
        + "  - {kind: awards, heading: Honours}"),
    .document(
      "document-groups",
      """
      sections:
        - kind: publications
          groups:
            - {heading: Journal Papers, where: {type: journal}}
            - {heading: Pre-prints, where: {type: preprint}}
            - {heading: Books, where: {type: book}}
      """,
      """
      sections:
        - kind: publications
          groups:
            - {heading: Journal Papers, where: {type: [journal, editorial]}}
            - {heading: Manuscripts, where: {type: preprint}}
            - {heading: Theses, where: {type: thesis}}
      """),
    .document(
      "document-sections", "sections: [{kind: publications}, {kind: awards}, {kind: projects}]",
      "sections: [{kind: awards}, {kind: publications}, {kind: software, heading: Programs, "
        + "intro: See below., sort: -stars}]"),
    .document(
      "document-changelog", "sections: [{kind: awards}]",
      "sections: [{kind: awards}]\nchangelog: {tags: \"v*\"}"),
    EffectCase(
      "person-changed", "people/babbage.yaml", "name: Charles Babbage",
      "name: Charles Babbage\nhonorific: Prof.\naliases: [C. Babbage]"),
    EffectCase(
      "kind-changed", "kinds/letters.yaml",
      "label: {one: letter, many: letters}\nname: [title]\nfields:\n  title: {type: text}",
      "label: {one: letter, many: letters}\nname: [title]\nfields:\n  title: {type: text}\n"
        + "  to: {type: people}"),
  ]
}
