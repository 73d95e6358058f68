internal import CVModel
internal import Text
internal import YAML

/// The macros of the profile, which mostly stand before the document begins.
extension LaTeXReader {
  mutating func readProfile(
    _ name: String, _ arguments: [Range<Int>], _ options: [Range<Int>], at index: Int
  ) {
    let values = arguments.map { words($0) }
    guard let place = arguments.first, values.contains(where: { !$0.isEmpty }) else { return }
    let span = span(place)
    let pair = { (text: String) in
      Pair(
        key: name, keySpan: Span(at: span.start),
        value: Node(.scalar(text, .doubleQuoted), at: span))
    }
    let all = values.filter { !$0.isEmpty }
    switch name {
    case "name", "firstname", "familyname", "lastname":
      profile.append(
        all.joined(separator: " "), to: "name", by: " ", from: pair(all.joined(separator: " ")))
    case "position", "title":
      let parts = values[0].split { "·|•".contains($0) }.map { String($0).trimmed }
        .filter { !$0.isEmpty }
      let present = profile["headline"]?.items ?? []
      profile.set(
        "headline", .list(present + parts.map { .scalar($0) }), from: pair(values[0]))
    case "address": readAddress(all, pair)
    case "mobile", "phone", "fax": readPhone(name, values[0], pair)
    case "email":
      let email = values[0].hasPrefix("mailto:") ? String(values[0].dropFirst(7)) : values[0]
      if profile["email"] == nil {
        profile.set("email", to: pair(email))
      } else {
        profile.append(email, to: "x-email", by: ", ", from: pair(email))
      }
    case "homepage": readHomepage(address(place), pair)
    case "orcid", "github", "gitlab", "linkedin", "twitter", "x", "skype", "reddit", "kaggle",
      "hackerrank", "telegram", "whatsapp", "mastodon", "bluesky", "xing", "researchgate":
      readAccount(name, address(place), pair)
    case "googlescholar":
      readAccount("Google Scholar", address(place), pair, called: values.dropFirst().first)
    case "stackoverflow", "medium":
      readAccount(name, address(place), pair, called: values.dropFirst().first)
    case "social":
      let site = options.first.map { braces.text($0).trimmed } ?? "account"
      readAccount(site, address(place), pair)
    case "extrainfo", "quote":
      profile.append(
        all.joined(separator: " "), to: "note", by: "\n\n", from: pair(all.joined(separator: " ")))
    default:
      profile.append(
        all.joined(separator: ", "), to: "x-" + name, by: ", ",
        from: pair(all.joined(separator: ", ")))
    }
  }

  /// An address or an account's name, in which TeX's signs stand for themselves.
  private func address(_ range: Range<Int>) -> String {
    let bytes = LaTeXLayout.words(Array(braces.bytes[range]))
    return TeXText.address(bytes[...]).trimmed
  }

  private mutating func readAddress(_ values: [String], _ pair: (String) -> Pair) {
    if values.count > 1 {
      // Street, town and country.
      profile.append(values[0], to: "address", by: ", ", from: pair(values[0]))
      let town = values.dropFirst().joined(separator: ", ")
      profile.append(town, to: "location", by: ", ", from: pair(town))
    } else {
      profile.append(values[0], to: "address", by: ", ", from: pair(values[0]))
    }
  }

  private mutating func readPhone(_ name: String, _ text: String, _ pair: (String) -> Pair) {
    if name != "fax", profile["phone"] == nil {
      profile.set("phone", to: pair(text))
    } else {
      profile.append(text, to: name == "fax" ? "x-fax" : "x-phone", by: ", ", from: pair(text))
    }
  }

  private mutating func readHomepage(_ text: String, _ pair: (String) -> Pair) {
    if profile["url"] == nil {
      if let url = EntryDraft.url(text) {
        profile.set("url", .scalar(url), from: pair(text))
      } else {
        profile.refuse(pair(text), "\(quoted(text)) is not an http or https address", rule: "url")
      }
    } else if let url = EntryDraft.url(text) {
      profile.add(url, to: "links", as: "Web", from: pair(text))
    } else {
      profile.append(text, to: "x-homepage", by: ", ", from: pair(text))
    }
  }

  private mutating func readAccount(
    _ site: String, _ text: String, _ pair: (String) -> Pair, called name: String? = nil
  ) {
    guard !text.isEmpty else { return }
    profile.addAccount(on: site, name: text, url: nil, from: pair(text))
    if let name, !name.isEmpty, name != text {
      profile.append(name, to: "x-" + site.slug, by: ", ", from: pair(name))
    }
  }
}
