internal import CVModel

/// The document as templates see it.
extension TemplateView {
  init(_ document: CVDocument, stylesheet: String?) {
    self.init()
    let header = document.header
    set("name", header.name)
    set("stylesheet", stylesheet)
    set("headline", header.headline.map(Self.line).marked)
    set("hasHeadline", !header.headline.isEmpty)
    set("contacts", header.contacts.map(Self.contact).marked)
    set("hasContacts", !header.contacts.isEmpty)
    set("summary", header.summary.map(Self.line))
    var ids: Set<String> = []
    set(
      "sections",
      document.sections.map { section in
        var id = section.kind
        var number = 2
        while !ids.insert(id).inserted {
          id = "\(section.kind)-\(number)"
          number += 1
        }
        return Self.section(section, id: id)
      })
  }

  private static func line(_ inlines: [Inline]) -> TemplateView {
    var view = TemplateView()
    view.set("inlines", self.inlines(inlines))
    view.set("isRightToLeft", inlines.beginsRightToLeft)
    return view
  }

  private static func contact(_ contact: DocumentContact) -> TemplateView {
    var view = TemplateView()
    view.set("icon-\(contact.icon)", true)
    view.set("medium", contact.medium)
    view.set("label", contact.label)
    view.set("isPlain", contact.isPlain)
    view.set("text", contact.text)
    view.set("url", contact.url)
    return view
  }

  private static func section(_ section: DocumentSection, id: String) -> TemplateView {
    var view = TemplateView()
    view.set("id", id)
    view.set("heading", inlines(section.heading))
    view.set("hasIntro", !section.intro.isEmpty)
    view.set("intro", inlines(section.intro))
    view.set("groups", section.groups.map(group))
    return view
  }

  private static func group(_ group: DocumentGroup) -> TemplateView {
    var view = TemplateView()
    let isGrouped = !group.heading.isEmpty
    view.set("hasHeading", isGrouped)
    view.set("heading", inlines(group.heading))
    view.set("hasIntro", !group.intro.isEmpty)
    view.set("intro", inlines(group.intro))
    let blocks = group.entries.filter { $0.shape == .block }
    let rows = group.entries.filter { $0.shape == .row }
    view.set("blocks", entries(blocks, isGrouped: isGrouped))
    view.set("hasRows", !rows.isEmpty)
    view.set("hasDates", rows.contains { $0.date != nil })
    view.set("rows", entries(rows, isGrouped: isGrouped))
    return view
  }

  /// Entries with the same layout; each knows whether any of them has a date.
  private static func entries(_ entries: [DocumentEntry], isGrouped: Bool) -> [TemplateView] {
    let hasDates = entries.contains { $0.date != nil }
    return entries.map { entry in
      var view = self.entry(entry, isGrouped: isGrouped)
      view.set("hasDates", hasDates)
      return view
    }
  }
}

// MARK: - Entries

extension TemplateView {
  private static func entry(_ entry: DocumentEntry, isGrouped: Bool) -> TemplateView {
    var view = TemplateView()
    view.set("isGrouped", isGrouped)
    view.set("title", inlines(entry.title.withoutStrong))
    view.set("hasTitle", !entry.title.isEmpty || !entry.beside.isEmpty)
    view.set("isRightToLeft", entry.title.beginsRightToLeft)
    view.set("url", entry.url)
    view.set("beside", inlines(entry.beside))
    view.set("hasBeside", !entry.beside.isEmpty)
    view.set("corner", inlines(entry.corner))
    view.set("hasCorner", !entry.corner.isEmpty)
    view.set("date", entry.date)
    view.set("byline", inlines(entry.byline))
    view.set("label", entry.people?.label)
    view.set("members", people(entry.people?.members ?? []))
    let hasByline = !entry.byline.isEmpty || entry.people != nil
    view.set("hasPeople", entry.people != nil)
    view.set("hasByline", !entry.byline.isEmpty)
    view.set("hasSecondLine", hasByline || entry.date != nil)
    view.set("venue", inlines(entry.venue))
    view.set("hasVenue", !entry.venue.isEmpty)
    let lines = lines(entry)
    view.set("lines", lines)
    view.set("hasLines", !lines.isEmpty)
    view.set("paragraphs", entry.paragraphs.map(line))
    view.set("facts", entry.facts.map(fact).marked)
    view.set("highlights", entry.bullets.map(bullet))
    view.set(
      "pointsAreRightToLeft",
      entry.facts.isEmpty && entry.bullets.allSatisfy(\.text.beginsRightToLeft))
    view.set("hasPoints", !entry.facts.isEmpty || !entry.bullets.isEmpty)
    view.set("hasHighlights", !entry.bullets.isEmpty)
    view.set("links", entry.links.map(link).marked)
    view.set("hasLinks", !entry.links.isEmpty)
    let details = details(entry)
    view.set("details", details)
    view.set("hasDetails", !details.isEmpty)
    return view
  }

  private static func bullet(_ bullet: DocumentBullet) -> TemplateView {
    var view = line(bullet.text)
    view.set("hasNested", !bullet.nested.isEmpty)
    view.set("nested", bullet.nested.map(line))
    return view
  }

  private static func fact(_ fact: DocumentFact) -> TemplateView {
    var view = TemplateView()
    view.set("label", fact.label)
    view.set("inlines", inlines(fact.text))
    view.set("members", people(fact.people))
    return view
  }

  private static func link(_ link: DocumentLink) -> TemplateView {
    var view = TemplateView()
    view.set("text", link.text)
    view.set("url", link.url)
    return view
  }

  /// The lines between the heading and the bullets, each a list of parts.
  private static func lines(_ entry: DocumentEntry) -> [TemplateView] {
    var parts: [TemplateView] = []
    if !entry.byline.isEmpty { parts.append(line(entry.byline)) }
    if let people = entry.people { parts.append(self.people(people)) }
    if let date = entry.date { parts.append(line([.text(date)])) }
    let corner = entry.corner.isEmpty ? [] : [line(entry.corner)]
    let venue = entry.venue.isEmpty ? [] : [line(entry.venue)]
    return [corner, parts, venue].filter { !$0.isEmpty }.map { parts in
      var view = TemplateView()
      view.set("parts", parts.marked)
      return view
    }.marked
  }

  private static func people(_ people: DocumentPeople) -> TemplateView {
    var view = TemplateView()
    view.set("label", people.label)
    view.set("members", self.people(people.members))
    return view
  }

  /// The line below a row: people, facts, links.
  private static func details(_ entry: DocumentEntry) -> [TemplateView] {
    let byline = entry.byline.isEmpty ? [] : [line(entry.byline)]
    let people = entry.people.map { [self.people($0)] } ?? []
    let links = entry.links.map { link -> TemplateView in
      line([link.url.map { .link([.text(link.text)], url: $0) } ?? .text(link.text)])
    }
    return (byline + people + entry.facts.map(fact) + links).marked
  }
}

extension DocumentContact {
  /// The icon for this contact, if a theme shows icons.
  fileprivate var icon: String {
    switch medium {
    case "email", "phone", "web": medium
    case "location", "address": "place"
    case "github", "gitlab", "codeberg", "huggingface": "code"
    case "linkedin", "researchgate": "people"
    case "x", "twitter", "bluesky", "mastodon", "youtube": "speech"
    case "google-scholar", "semantic-scholar", "dblp", "orcid": "scholar"
    default: "link"
    }
  }
}
