/// A document class that CVs are written with: its macros, and what their arguments say.
enum LaTeXClass: Hashable, CaseIterable {
  case awesomeCV, moderncv

  /// The class by the name in `\documentclass`; folders before it do not count.
  init?(named name: String) {
    let name = (name.split(separator: "/").last ?? "").lowercased().filter {
      $0 != "-" && $0 != "_"
    }
    switch name {
    case "moderncv", "moderncvmodified", "mymoderncv": self = .moderncv
    case _ where name.hasPrefix("awesomecv"): self = .awesomeCV
    default: return nil
    }
  }

  /// What an argument of a macro says.
  enum Role: String {
    case dates, position, organization, location, grade, items, label, text, level, comment, years
    /// A label and a text beside another pair.
    case label2, text2
  }

  /// The macros that make entries, with what their arguments say, in their order.
  var entries: [String: [Role]] {
    switch self {
    case .awesomeCV:
      [
        "cventry": [.position, .organization, .location, .dates, .items],
        "cvsubentry": [.position, .organization, .dates, .items],
        "cvhonor": [.position, .organization, .location, .dates],
        "cvskill": [.label, .text],
        "cvproject": [.position, .organization, .location, .dates, .items],
        "cvreference": [.label, .text, .comment],
        "cvpub": [.position, .text, .organization, .dates],
      ]
    case .moderncv:
      [
        "cventry": [.dates, .position, .organization, .location, .grade, .items],
        "cvitem": [.label, .text], "cvline": [.label, .text],
        "cvitemwithcomment": [.label, .level, .comment], "cvlanguage": [.label, .level, .comment],
        "cvdoubleitem": [.label, .text, .label2, .text2],
        "cvcomputer": [.label, .text, .label2, .text2],
        "cvlistitem": [.text], "cvlistdoubleitem": [.text, .text2],
        "cvcolumn": [.label, .text],
        "cvskillentry": [.level, .label, .years, .comment],
        "cvskillplainentry": [.level, .label, .years, .comment],
      ]
    }
  }

  /// True if a `\cventry` says first what somebody did, and then for which project.
  var namesProjectsSecond: Bool { self == .awesomeCV }

  /// The macros that begin a section, with their depth.
  static let headings = [
    "section": 1, "cvsection": 1, "chapter": 1, "part": 1, "sectiontitle": 1,
    "subsection": 2, "cvsubsection": 2, "subsubsection": 3, "cvsubsubsection": 3,
  ]

  /// The macros of the profile, with how many arguments they have.
  static let profile = [
    "name": 2, "firstname": 1, "familyname": 1, "lastname": 1, "position": 1, "title": 1,
    "address": 3, "mobile": 1, "phone": 1, "fax": 1, "email": 1, "homepage": 1, "github": 1,
    "gitlab": 1, "linkedin": 1, "orcid": 1, "googlescholar": 2, "twitter": 1, "x": 1,
    "stackoverflow": 2, "skype": 1, "reddit": 1, "medium": 2, "kaggle": 1, "hackerrank": 1,
    "telegram": 1, "whatsapp": 1, "mastodon": 1, "bluesky": 1, "xing": 1, "researchgate": 1,
    "social": 1, "extrainfo": 1, "quote": 1, "dateofbirth": 1, "born": 1, "nationality": 1,
  ]

  /// Every macro whose meaning is known: a document that defines one anew changes its look alone.
  var known: Set<String> {
    Set(entries.keys).union(Self.headings.keys).union(Self.profile.keys)
      .union(LaTeXLayout.knownMacros)
  }
}
