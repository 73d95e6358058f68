internal import Text

/// A site with user accounts.
package struct AccountSite {
  package let key: String
  let label: String
  /// The parts of an account's URL before and after its name; nil if the name does not determine
  /// the URL.
  private let prefix: String?
  private let suffix: String

  private init(_ key: String, _ label: String, _ prefix: String?, suffix: String = "") {
    (self.key, self.label, self.prefix, self.suffix) = (key, label, prefix, suffix)
  }

  /// In the order of a CV's contact line: code, then people, then papers.
  package static let known: [AccountSite] = [
    AccountSite("github", "GitHub", "https://github.com/"),
    AccountSite("gitlab", "GitLab", "https://gitlab.com/"),
    AccountSite("codeberg", "Codeberg", "https://codeberg.org/"),
    AccountSite("huggingface", "Hugging Face", "https://huggingface.co/"),
    AccountSite("linkedin", "LinkedIn", "https://www.linkedin.com/in/"),
    AccountSite("x", "X", "https://x.com/"),
    AccountSite("twitter", "Twitter", "https://twitter.com/"),
    AccountSite("bluesky", "Bluesky", "https://bsky.app/profile/"),
    AccountSite("mastodon", "Mastodon", nil),
    AccountSite("youtube", "YouTube", "https://www.youtube.com/@"),
    AccountSite("google-scholar", "Google Scholar", "https://scholar.google.com/citations?user="),
    AccountSite("semantic-scholar", "Semantic Scholar", "https://www.semanticscholar.org/author/"),
    AccountSite("dblp", "DBLP", "https://dblp.org/pid/", suffix: ".html"),
    AccountSite("researchgate", "ResearchGate", "https://www.researchgate.net/profile/"),
  ]

  /// The account that a text names: a name, `@name`, a path such as `in/name`, or an address on
  /// this site.
  package func name(in written: String) -> String {
    guard let prefix else { return written }
    var rest = Substring(written)
    for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    let place = prefix.dropFirst("https://".count)
    let host = place.prefix { $0 != "/" }.replacing("www.", with: "")
    let first = rest.prefix { $0 != "/" && $0 != "?" }
    if first.lowercased() == host || first.lowercased().hasSuffix("." + host) {
      rest = rest.dropFirst(first.count)
    } else if rest.count < written.count {
      return written
    }
    let path = place.drop { $0 != "/" }.dropFirst()
    if rest.hasPrefix("/") { rest = rest.dropFirst() }
    if !path.isEmpty, rest.hasPrefix(path) { rest = rest.dropFirst(path.count) }
    rest = rest.prefix { $0 != "?" && $0 != "#" && $0 != "&" }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    if !suffix.isEmpty, rest.hasSuffix(suffix) { rest = rest.dropLast(suffix.count) }
    if rest.hasPrefix("@") { rest = rest.dropFirst() }
    return rest.isEmpty ? written : String(rest)
  }

  /// The page of an account; nil if its name is not part of a URL, such as a person's name at
  /// Google Scholar.
  package func url(of written: String) -> String? {
    if key == "mastodon" {
      let parts = (written.hasPrefix("@") ? written.dropFirst() : Substring(written))
        .split(separator: "@", omittingEmptySubsequences: false)
      return parts.count == 2
        ? "https://\(parts[1])/@\(URIText.encoded(String(parts[0]), keeping: ""))" : nil
    }
    let name = name(in: written)
    let isName =
      !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && $0.value >= 32 && !$0.isUnsafeInTerminal
      }
    guard isName, let prefix else { return nil }
    return prefix + URIText.encoded(name, keeping: "/") + suffix
  }
}
