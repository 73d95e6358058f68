extension SourceFormat {
  /// The members to skip because they are not about the career: time stamps, data for editors or
  /// sites, and copies of other members.
  package var bookkeeping: [String] {
    switch self {
    case .bibtex: []
    case .jsonResume: ["$schema", "meta"]
    case .rendercv: []
    case .cslJSON:
      [
        "comma-suffix", "static-ordering", "parse-names", "sequence", "authenticated-orcid",
      ]
    case .orcid:
      [
        "preferences", "history", "path", "host", "uri", "created-date", "last-modified-date",
        "source", "display-index", "visibility", "verified", "primary", "external-id-relationship",
        // The name of the field with the identifier.
        "external-id-type",
      ]
    case .pages:
      [
        "layout", "collection", "permalink", "draft", "featured", "weight", "aliases", "slug",
        "header", "format", "execute", "toc", "lastmod", "math", "highlight", "reading_time",
        "share", "profile", "commentable", "editable", "view", "menu", "cms_exclude", "sitemap",
        "page-layout", "listing", "freeze", "jupyter", "selected", "redirect_from", "theme", "css",
        "include-in-header", "bibliography", "csl", "output", "comments", "show_date", "all_day",
      ]
    }
  }
}
