internal import CVModel
internal import YAML

/// Reads accounts on other sites, which are part of a profile.
extension EntryDraft {
  /// Adds an account to `accounts`, or an ORCID iD to `orcid`. A URL that does not follow from the
  /// account's name is also added as a link.
  mutating func addAccount(
    on network: String, name: String?, url: String?, from member: Pair
  ) {
    let key = Self.site(network)
    let orcid = FieldType.identifier(.orcid)
    if key == "orcid", fields["orcid"] == nil, let iD = name ?? url,
      orcid.meaning(of: .scalar(iD)) != nil
    {
      set("orcid", .scalar(IdentifierScheme.orcid.bare(iD)), from: member)
      if let url, !url.contains(IdentifierScheme.orcid.bare(iD)) {
        add(url, to: "links", as: network, from: member)
      }
      return
    }
    guard let account = name ?? url else { return }
    let label = key.isEmpty ? "account" : key
    add(account, to: "accounts", as: label, from: member)
    guard let url, name != nil else { return }
    let ownURL = AccountSite.known.first { $0.key == key }?.url(of: account)
    if ownURL.map({ Self.isSameAddress($0, url) }) != true {
      add(url, to: "links", as: network, from: member)
    }
  }

  /// Adds a text under a label of a mapping; a label that is taken gets a number.
  mutating func add(_ text: String, to field: String, as label: String, from member: Pair) {
    var pairs: [String: Plain] = if case .map(let pairs)? = fields[field] { pairs } else { [:] }
    var free = label
    var number = 1
    while let present = pairs[free], present.text != text {
      number += 1
      free = "\(label)-\(number)"
    }
    pairs[free] = .scalar(text)
    set(field, .map(pairs), from: member)
  }

  /// The key of a site, given its usual name: `Google Scholar`, `LinkedIn`.
  private static func site(_ network: String) -> String {
    let slug = network.slug
    let known = AccountSite.known.map(\.key) + ["orcid"]
    return known.first { $0.filter { $0 != "-" } == slug.filter { $0 != "-" } } ?? slug
  }

  /// Whether two URLs differ at most in their scheme, `www.`, case, or a final slash.
  private static func isSameAddress(_ left: String, _ right: String) -> Bool {
    func bare(_ url: String) -> String {
      var rest = url.lowercased()[...]
      for start in ["https://", "http://", "www."] where rest.hasPrefix(start) {
        rest = rest.dropFirst(start.count)
      }
      return rest.hasSuffix("/") ? String(rest.dropLast()) : String(rest)
    }
    return bare(left) == bare(right)
  }
}
