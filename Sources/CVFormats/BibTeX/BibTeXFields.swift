internal import CVModel
internal import Text

/// The fields of BibTeX and biblatex that the reader knows, and how it treats them.
enum BibTeXFields {
  /// Read into our fields.
  private static let mapped: Set<String> = [
    "title", "subtitle", "author", "editor", "journal", "journaltitle", "booktitle", "school",
    "institution", "organization", "howpublished", "eventtitle", "venue", "publisher", "series",
    "edition", "volume", "number", "issue", "pages", "year", "month", "day", "date", "type",
    "language", "langid", "note", "addendum", "pubstate", "status", "doi", "eprint",
    "eprinttype", "archiveprefix", "isbn", "issn", "pmid", "arxiv", "url", "repository",
    "abstract", "awards", "award", "degree", "visibility", "private", "keywords",
  ]

  /// Kept as `x-…`.
  private static let kept: Set<String> = [
    "address", "location", "annote", "annotation", "annotator", "chapter", "crossref",
    "eprintclass", "primaryclass", "primaryclass", "key", "keyword", "shorthand", "titleaddon",
    "maintitle", "mainsubtitle", "booksubtitle", "booktitleaddon", "journalsubtitle",
    "shortjournal", "shorttitle", "shortauthor", "issuetitle", "eventdate", "urldate",
    "origdate", "origtitle", "origlanguage", "pagetotal", "bookpagination", "pagination", "part",
    "volumes", "version", "holder", "translator", "bookauthor", "afterword", "foreword",
    "introduction", "commentator", "editora", "editorb", "editorc", "editortype", "isan", "ismn",
    "isrn", "iswc", "eid", "pmcid", "file", "library", "label", "options", "ids", "xref",
    "xdata", "related", "relatedtype", "comment", "review", "owner", "timestamp", "groups",
    "abbr", "code", "pdf", "html", "slides", "poster", "video", "website", "supp", "preview",
    "selected", "bibtex_show", "copyright", "contents", "price", "size", "lccn", "mrnumber",
    "mrreviewer", "zblnumber", "coden", "fjournal", "affiliation", "authors", "conference",
    "details", "publication", "source", "rights", "hal_id", "hal_version", "biburl", "bibsource",
    "adsurl", "adsnote", "articleno", "article-number", "numpages", "issue_date", "acmid",
    "day", "nationality", "yearfiled", "assignee", "category", "ee", "img", "image", "project",
    "projects", "media", "tags", "topic", "topics", "blog", "arxivid", "archive", "hash", "venues",
    "dimensions", "altmetric", "google_scholar_id", "inspirehep_id", "additional_info",
  ]

  /// Verbatim: URLs and identifiers are not TeX.
  private static let verbatim: Set<String> = [
    "doi", "eprint", "url", "file", "pdf", "html", "code", "isbn", "issn", "pmid", "pmcid",
    "arxiv", "repository", "owner", "timestamp", "groups", "crossref", "xdata", "xref", "ids",
    "options", "biburl", "bibsource", "adsurl", "ee", "hash", "code", "website", "slides", "video",
    "poster", "preview", "img", "image", "comment",
  ]

  /// The fields that an entry inherits through `crossref`, if it lacks them.
  ///
  /// The identifiers, titles and people of the parent belong only to the parent.
  static let inherited: Set<String> = [
    "booktitle", "editor", "publisher", "year", "date", "month", "series", "volume", "edition",
    "address", "location", "isbn", "issn", "organization", "institution", "school", "journal",
    "journaltitle", "eventtitle", "eventdate", "venue", "language", "langid", "number",
  ]

  /// Fields that may contain a venue and a status.
  static let venues: Set<String> = [
    "journal", "journaltitle", "booktitle", "venue", "publication", "conference", "details",
    "institution", "school", "howpublished", "publisher", "organization", "series", "type", "abbr",
    "eventtitle",
  ]

  /// Fields whose whole value, or a segment of it, may be a status.
  static let remarks: Set<String> = [
    "note", "addendum", "notes", "pubstate", "status", "year", "date", "volume", "number", "issue",
    "pages", "month",
  ]

  static func isKnown(_ name: String) -> Bool { known.contains(name) }

  private static let known = mapped.union(kept)

  static func isVerbatim(_ name: String) -> Bool {
    verbatim.contains(name) || name.hasPrefix("bdsk-") || name.hasPrefix("mendeley-")
      || name.hasSuffix("url") || name.hasPrefix("date-") || name.hasPrefix("jabref")
  }

  /// The field that was most likely meant by an unknown name; nil for a custom name.
  static func meant(by name: String) -> String? {
    guard name.utf8.count > 3, !name.utf8.contains(UInt8(ascii: "+")) else { return nil }
    return suggestion(for: name, among: mapped.sorted())
  }

  /// Whether a name may be a misspelled `visibility` or `private`, which hides the entry, as in
  /// records.
  static func mayHide(_ name: String) -> Bool {
    !isKnown(name) && suggestion(for: name, among: ["visibility", "private"]) != nil
  }
}
