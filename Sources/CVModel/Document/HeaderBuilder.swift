internal import Text

/// Builds the top of the document from the profile.
struct HeaderBuilder {
  let cv: CV

  init(_ cv: CV) { self.cv = cv }

  var header: DocumentHeader {
    var header = DocumentHeader()
    guard let profile = cv.profile else { return header }
    let owner = Person.Named(name: profile["name"]?.text ?? "")
    header.name = Inline.parse(owner.shownName.terminalSafe).plainText
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
    let emails = (profile["email"]?.items ?? []).compactMap(\.text?.terminalSafe)
    return emails.map {
      DocumentContact(medium: "email", label: "E-mail", text: $0, url: safe("mailto:\($0)"))
    }
      + [
        text("phone").map {
          DocumentContact(
            medium: "phone", label: "Phone", text: $0, url: TelephoneNumber($0).map(\.url))
        },
        text("url").map { DocumentContact(medium: "web", label: "Web", text: $0, url: safe($0)) },
        text("location").map { DocumentContact(medium: "location", label: "Location", text: $0) },
        profile["address"]?.text.map {
          DocumentContact(medium: "address", label: "Address", text: $0.inOneLine.terminalSafe)
        },
        text("birth").map {
          DocumentContact(
            medium: "birth", label: "Born", text: PartialDate($0)?.printed ?? $0)
        },
        profile["nationality"].map {
          DocumentContact(
            medium: "nationality", label: "Nationality",
            text: $0.items.compactMap(\.text).joined(separator: ", ").terminalSafe)
        },
        text("orcid").map {
          let bare = IdentifierScheme.orcid.bare($0)
          return DocumentContact(
            medium: "orcid", label: "ORCID", text: bare,
            url: DocumentLink(.orcid, $0).url)
        },
      ].compactMap(\.self)
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
        text: shownName(name, at: site).terminalSafe,
        url: url.flatMap { DocumentText.isSafe($0) ? $0 : nil })
    }
  }

  /// The account as written; of an address or a path, the account that it names.
  private func shownName(_ written: String, at site: AccountSite?) -> String {
    guard let name = site?.name(in: written), written != "@" + name else { return written }
    return name
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

extension String {
  /// The lines of an address with commas between them.
  var inOneLine: String {
    split(separator: "\n").map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
      .joined(separator: ", ")
  }
}
