internal import CVModel

/// The document's text for formats without markup.
enum PlainText {
  /// What to do with the URL of a link.
  enum Addresses {
    /// In brackets after the text.
    case shown
    case dropped
  }

  static func text(_ inlines: [Inline], _ addresses: Addresses = .shown) -> String {
    inlines.map { text($0, addresses) }.joined()
  }

  private static func text(_ inline: Inline, _ addresses: Addresses) -> String {
    switch inline {
    case .text(let text), .code(let text): return text
    case .math(let source): return MathText(source)?.plain ?? source
    case .strong(let inner), .emphasis(let inner): return text(inner, addresses)
    case .link(let label, let url):
      let words = text(label, addresses)
      let isShown = addresses == .dropped || url == words || url == "mailto:\(words)"
      return isShown ? words : "\(words) (\(url))"
    }
  }

  /// Names on one line.
  ///
  /// - Parameter owner: how to mark the owner's name.
  static func text(_ people: [DocumentPerson], owner: (String) -> String = { $0 }) -> String {
    people.map { person in
      let name = person.isOwner ? owner(person.name) : person.name
      return person.separator + name + (person.remark.map { " (\($0))" } ?? "")
    }.joined()
  }
}

extension DocumentContact {
  /// Whether the text needs no label, such as an email or web address.
  var isPlain: Bool { ["email", "web", "phone", "location", "address"].contains(medium) }

  /// `GitHub: avik-pal`.
  var labelledText: String { isPlain ? text : "\(label): \(text)" }
}
