internal import CVModel

/// Words of the document for formats without markup.
enum PlainText {
  /// What to do with the address behind a link's words.
  enum Addresses {
    /// In brackets behind the words.
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
      let isTold = addresses == .dropped || url == words || url == "mailto:\(words)"
      return isTold ? words : "\(words) (\(url))"
    }
  }

  /// Names in a line.
  ///
  /// - Parameter owner: how the owner's name is set apart.
  static func text(_ people: [DocumentPerson], owner: (String) -> String = { $0 }) -> String {
    people.map { person in
      let name = person.isOwner ? owner(person.name) : person.name
      return person.separator + name + (person.remark.map { " (\($0))" } ?? "")
    }.joined()
  }
}

extension DocumentContact {
  /// True where the text alone says what it is: an address of mail or of the web.
  var isPlain: Bool { ["email", "web", "phone", "location", "address"].contains(medium) }

  /// `GitHub: avik-pal`.
  var labelledText: String { isPlain ? text : "\(label): \(text)" }
}
