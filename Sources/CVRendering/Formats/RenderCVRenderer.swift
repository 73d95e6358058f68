package import CVModel
internal import Text

/// The document as a RenderCV 2 file: its sections with their headings, in their order.
///
/// Source: the JSON schema of https://docs.rendercv.com. An entry holds what RenderCV has no key
/// for under `cvgit`, which RenderCV ignores.
package struct RenderCVRenderer {
  private let cv: CV

  package init(_ shown: PublicCV) { cv = shown.cv }

  package func render(_ document: CVDocument) -> String {
    var sections: [(String, JSONValue?)] = []
    var headings: Set<String> = []
    if !document.header.summary.isEmpty {
      // RenderCV has a section for it.
      let paragraphs = document.header.summary.map { PlainText.text($0) }
      sections.append((Self.free("Summary", &headings), JSONValue(paragraphs)))
    }
    for section in document.sections {
      guard let kind = cv.schema[section.kind] else { continue }
      let written = PlainText.text(section.heading, .dropped)
      let heading = Self.free(written.isEmpty ? kind.heading : written, &headings)
      let isNamed = heading != kind.heading || Schema.builtIn[kind.name] == nil
      let entries = section.entries.map { entry in
        RenderCVItem(entry, kind: kind, isNamed: isNamed).value
      }
      sections.append((heading, .list(entries)))
    }
    let profile = RenderCVProfile(document.header, cv.profile).members
    let root = JSONValue.object([
      (
        "cv",
        .object(profile + [("sections", sections.isEmpty ? nil : .object(sections))])
      )
    ])
    return root.writtenAsYAML()
  }

  /// A heading that no other section has: it is the key of the section.
  private static func free(_ heading: String, _ taken: inout Set<String>) -> String {
    var result = heading
    var number = 2
    while !taken.insert(result).inserted {
      result = "\(heading) (\(number))"
      number += 1
    }
    return result
  }
}

/// The top of a RenderCV file, whose keys are fixed.
private struct RenderCVProfile {
  private(set) var members: [(String, JSONValue?)] = []

  init(_ header: DocumentHeader, _ profile: Entry?) {
    func text(_ field: String) -> String? { profile?[field]?.text?.terminalSafe }
    let emails = (profile?["email"]?.items ?? []).compactMap(\.text?.terminalSafe)
    let email = emails.count > 1 ? JSONValue(emails) : JSONValue(emails.first)
    let headline = header.headline.map { PlainText.text($0) }.joined(separator: ", ")
    members = [
      ("name", JSONValue(header.name)), ("headline", JSONValue(headline)),
      ("location", JSONValue(text("location"))), ("email", email),
      ("phone", JSONValue(text("phone").flatMap(Self.phone))),
      ("website", JSONValue(header.contacts.first { $0.medium == "web" }?.url)),
    ]
    var networks: [JSONValue] = []
    var links: [JSONValue] = []
    for contact in header.contacts where !Self.ownKeys.contains(contact.medium) {
      if let network = Self.network(contact) {
        networks.append(
          .object([("network", .text(network)), ("username", .text(contact.text))]))
      } else if let url = contact.url {
        links.append(
          .object([
            ("placeholder", .text(contact.isPlain ? contact.text : contact.label)),
            ("url", .text(url)), ("fontawesome_icon", .text("link")),
          ]))
      }
    }
    members.append(("social_networks", networks.isEmpty ? nil : .list(networks)))
    members.append(("custom_connections", links.isEmpty ? nil : .list(links)))
  }

  private static let ownKeys = ["email", "phone", "web", "location", "address"]

  /// RenderCV takes international numbers alone.
  private static func phone(_ text: String) -> String? {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    return text.hasPrefix("+") && (8...15).contains(digits.count) ? text : nil
  }

  /// The name that RenderCV has for a site, if it takes the account's name.
  private static func network(_ contact: DocumentContact) -> String? {
    let name = contact.text
    let isPlain = name.allSatisfy { $0.isASCII && !$0.isWhitespace && $0 != "/" }
    guard isPlain, contact.url != nil else { return nil }
    switch contact.medium {
    case "orcid": return "ORCID"
    case "github", "gitlab", "linkedin", "x", "researchgate", "google-scholar":
      return contact.label
    case "youtube": return name.hasPrefix("@") ? nil : contact.label
    case "mastodon": return name.hasPrefix("@") ? contact.label : nil
    case "bluesky": return name.contains(".") && !name.hasPrefix("@") ? contact.label : nil
    default: return nil
    }
  }
}
