internal import CVModel
internal import Text

/// The entry types of BibTeX and biblatex, with our types of publications.
enum BibTeXTypes {
  /// By the type in lower case.
  private static let types: [String: String] = [
    "article": "journal", "periodical": "journal", "suppperiodical": "journal",
    "inproceedings": "conference", "conference": "conference",
    "book": "book", "mvbook": "book", "collection": "book", "mvcollection": "book",
    "proceedings": "book", "mvproceedings": "book", "reference": "book", "mvreference": "book",
    "inbook": "chapter", "incollection": "chapter", "bookinbook": "chapter",
    "suppbook": "chapter", "suppcollection": "chapter", "inreference": "chapter",
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
    "techreport": "report", "report": "report",
    "unpublished": "preprint", "preprint": "preprint",
    "dataset": "dataset", "software": "software", "patent": "patent", "poster": "poster",
    "misc": "other", "online": "other", "electronic": "other", "www": "other",
    "manual": "other", "booklet": "other", "artwork": "other", "audio": "other",
    "video": "other", "movie": "other", "music": "other", "image": "other",
    "performance": "other", "review": "other", "standard": "other", "letter": "other",
    "legislation": "other", "legal": "other", "jurisdiction": "other", "commentary": "other",
    "presentation": "other", "talk": "other", "webpage": "other",
  ]

  /// Entries that are not works: data for others, and settings of styles.
  private static let containers: Set<String> = [
    "xdata", "set", "control", "ieeetranbstctl", "bibnote",
  ]

  /// Our type for one in lower case; nil if it is unknown.
  static func type(_ name: String) -> String? { types[name] }

  static func isKnown(_ name: String) -> Bool { types[name] != nil }

  static func isContainer(_ name: String) -> Bool { containers.contains(name) }

  /// The type that was most likely meant.
  static func meant(by name: String) -> String? {
    suggestion(for: name, among: types.keys.sorted())
  }
}
