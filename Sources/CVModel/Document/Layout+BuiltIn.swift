extension Layout {
  /// The layouts of the built-in kinds, in the style of an academic CV.
  static let builtIn: [String: Layout] = [
    "education": Layout(
      shape: .block, title: ["institution", "unit"], corner: ["location"],
      byline: [
        .part("degrees", separator: " & "), .part("area", joiner: " in ", separator: " & "),
        .part("specialization", joiner: " ", open: "(Track: ", close: ")"),
        .part("score", style: .labelled),
      ],
      emphasized: ["thesis"], labels: ["score": "GPA"]),
    "experience": Layout(
      shape: .block, title: ["organization", "unit"], beside: [.part("position", joiner: " | ")],
      corner: ["location"], people: "supervisors"),
    "publications": Layout(
      shape: .block, title: ["title"], people: "authors",
      peopleMarks: ["editors": PeopleMark(one: "ed.", several: "eds.")],
      venue: [
        "venue", .part("volume", open: "vol. "), .part("issue", open: "no. "),
        .part("pages", style: .pages), "publisher",
      ],
      remarks: [
        .part("type", style: .capitalized, omitted: ["journal", "conference", "other"]),
        .part("awards", style: .strong),
      ]),
    "software": Layout(
      shape: .row, title: ["name"], beside: ["summary"], corner: ["technologies"]),
    "presentations": Layout(
      shape: .row, title: ["title"],
      beside: [
        .part("event", separator: " / "), .part("type", joiner: " ", open: "(", close: ")"),
      ],
      corner: ["location"], people: "presenters", emphasized: ["publication"]),
    "service": Layout(
      shape: .row, title: ["organization"],
      beside: ["role", .part("counts", joiner: " ", style: .tally)]),
    "awards": Layout(
      shape: .row, title: ["title"], beside: ["issuer", "summary"], corner: ["location"],
      emphasized: ["publication"]),
  ].merging(furtherKinds) { mine, _ in mine }

  private static let furtherKinds: [String: Layout] = [
    "teaching": Layout(
      shape: .row, title: ["course"],
      beside: [.part("code", joiner: " ", open: "(", close: ")"), "institution", "role"],
      corner: ["level"]),
    "mentoring": Layout(
      shape: .row, title: ["name"],
      beside: ["level", "institution", .part("project", style: .emphasis), "outcome"]),
    "grants": Layout(
      shape: .block, title: ["title"], corner: ["amount"], people: "investigators",
      venue: ["funder", .part("number", open: "no. ")]),
    "patents": Layout(
      shape: .block, title: ["title"], people: "inventors", venue: ["office", "number"]),
    "projects": Layout(
      shape: .block, title: ["name"], beside: [.part("role", joiner: " | ")],
      corner: ["technologies"], byline: ["organization"]),
    "skills": Layout(
      shape: .row, title: ["name"], beside: [.part("keywords", joiner: ": ")], corner: ["level"]),
    "languages": Layout(shape: .row, title: ["name"], beside: ["fluency"]),
    "certificates": Layout(shape: .row, title: ["name"], beside: ["issuer"], corner: ["number"]),
    "memberships": Layout(shape: .row, title: ["organization"], beside: ["role"]),
    "volunteering": Layout(
      shape: .block, title: ["organization"], beside: [.part("position", joiner: " | ")],
      corner: ["location"]),
    "media": Layout(shape: .row, title: ["title"], beside: ["outlet"]),
    "references": Layout(
      shape: .block, title: ["name"], corner: ["relation"], byline: ["position", "organization"]),
    "interests": Layout(
      shape: .row, title: ["name"], beside: [.part("keywords", joiner: ": ")]),
  ]
}
