/// Builds the top of the document from the profile.
struct HeaderBuilder {
  let cv: CV

  init(_ cv: CV) { self.cv = cv }

  var header: DocumentHeader {
    var header = DocumentHeader()
    guard let profile = cv.profile else { return header }
    header.name = Inline.parse((profile["name"]?.text ?? "").terminalSafe).plainText
    header.headline = (profile["headline"]?.items ?? []).compactMap(\.text)
      .map(DocumentText.inlines)
    header.contacts = contacts(profile) + accounts(profile) + links(profile)
    for field in ["summary", "note"] {
      header.summary += DocumentText.paragraphs(profile[field]?.text ?? "")
    }
    return header
  }

  private func contacts(_ profile: Entry) -> [DocumentContact] {
    func text(_ field: String) -> String? { profile[field]?.text?.terminalSafe }
    func safe(_ url: String) -> String? { DocumentText.isSafe(url) ? url : nil }
    return [
      text("email").map {
        DocumentContact(medium: "email", label: "E-mail", text: $0, url: safe("mailto:\($0)"))
      },
      text("phone").map {
        DocumentContact(medium: "phone", label: "Phone", text: $0, url: Self.telephone($0))
      },
      text("url").map { DocumentContact(medium: "web", label: "Web", text: $0, url: safe($0)) },
      text("location").map { DocumentContact(medium: "location", label: "Location", text: $0) },
      text("address").map { DocumentContact(medium: "address", label: "Address", text: $0) },
      text("orcid").map {
        let bare = IdentifierScheme.orcid.bare($0)
        return DocumentContact(
          medium: "orcid", label: "ORCID", text: bare,
          url: DocumentLink(.orcid, $0).url)
      },
    ].compactMap(\.self)
  }

  /// `tel:` with digits only; nil if there are too few or too many of them.
  private static func telephone(_ text: String) -> String? {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    guard (5...15).contains(digits.count) else { return nil }
    return "tel:\(text.hasPrefix("+") ? "+" : "")\(digits)"
  }

  /// Known sites in the order of the table, then the others by name.
  private func accounts(_ profile: Entry) -> [DocumentContact] {
    guard case .map(let accounts)? = profile["accounts"] else { return [] }
    let rank = Dictionary(uniqueKeysWithValues: AccountSite.known.enumerated().map { ($1.key, $0) })
    let sorted = accounts.sorted { left, right in
      (rank[left.key] ?? rank.count, left.key) < (rank[right.key] ?? rank.count, right.key)
    }
    return sorted.compactMap { key, value in
      guard let name = value.text else { return nil }
      let site = AccountSite.known.first { $0.key == key }
      let url = DocumentText.isSafe(name) ? name : site?.url(of: name)
      return DocumentContact(
        medium: site?.key ?? "account",
        label: site?.label
          ?? key.split(separator: "-").map { String($0).capitalizedFirst }
          .joined(separator: " ").terminalSafe,
        text: name.terminalSafe, url: url.flatMap { DocumentText.isSafe($0) ? $0 : nil })
    }
  }

  private func links(_ profile: Entry) -> [DocumentContact] {
    guard case .map(let links)? = profile["links"] else { return [] }
    return links.sorted { $0.key < $1.key }.compactMap { label, value in
      guard let url = value.text?.terminalSafe else { return nil }
      let isSafe = DocumentText.isSafe(url)
      return DocumentContact(
        medium: "link", label: label.terminalSafe, text: url, url: isSafe ? url : nil)
    }
  }
}

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

  /// The page of an account; nil if its name is not part of a URL, such as a person's name at
  /// Google Scholar.
  package func url(of name: String) -> String? {
    let name = name.hasPrefix("@") ? String(name.dropFirst()) : name
    let isPlain =
      !name.isEmpty
      && name.unicodeScalars.allSatisfy { scalar in
        scalar.isASCIIDigit || ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar)
          || "-_./".unicodeScalars.contains(scalar)
      }
    if key == "mastodon" {
      let parts = name.split(separator: "@")
      return parts.count == 2 ? "https://\(parts[1])/@\(parts[0])" : nil
    }
    guard isPlain, let prefix else { return nil }
    return prefix + name + suffix
  }
}
