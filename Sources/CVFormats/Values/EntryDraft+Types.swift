internal import CVModel
internal import Text
internal import YAML

/// Reads values by the types of fields.
extension EntryDraft {
  /// The text of a member that must be one; nil if it is an object, which is invalid.
  ///
  /// A list is joined and a number is taken as written; both are findings.
  mutating func text(of member: Pair, as type: FieldType = .text) -> String? {
    switch member.value.content {
    case .scalar(let text, let style):
      if self.style.isJSON, style == .plain, !member.value.isNull {
        report("expected a text, found \(member.value.shape)", at: member.value)
      }
      return type == .paragraphs ? text.decodedParagraphs : text.decodedText
    case .sequence(let items):
      let texts = items.compactMap { $0.isEmpty ? nil : $0.text?.decodedText }
      guard texts.count == items.count(where: { !$0.isEmpty }), !texts.isEmpty else {
        refuse(member, "expected a text, found a list")
        return nil
      }
      report("expected a text, found a list", at: member.value)
      return texts.joined(separator: type == .paragraphs ? "\n\n" : ", ")
    case .mapping:
      refuse(member, "expected a text, found an object")
      return nil
    }
  }

  /// Sets a field that is written as a single text.
  mutating func setText(_ field: String, _ type: FieldType, to member: Pair) {
    guard let text = text(of: member, as: type), !text.isEmpty else { return }
    switch type {
    case .url:
      guard let url = Self.url(text) else {
        return refuse(member, "\(quoted(text)) is not an http or https address", rule: "url")
      }
      if url.utf8.count > text.trimmed.utf8.count {
        report(
          "\(quoted(text)) is an address without its scheme", hint: "write \(quoted(url))",
          rule: "url", at: member.value)
      }
      set(field, .scalar(url), from: member)
    case .identifier(let scheme):
      guard type.meaning(of: .scalar(text)) != nil else {
        return refuse(member, "\(quoted(text)) is not \(type.phrase)", rule: type.name)
      }
      set(field, .scalar(scheme.bare(text)), from: member)
    case .email:
      let bare = text.hasPrefix("mailto:") ? String(text.dropFirst(7)) : text
      guard type.meaning(of: .scalar(bare)) != nil else {
        return refuse(member, "\(quoted(text)) is not \(type.phrase)", rule: type.name)
      }
      set(field, .scalar(bare), from: member)
    case .count, .integer, .money, .choice, .status, .reference:
      guard type.meaning(of: .scalar(text)) != nil else {
        return refuse(member, "\(quoted(text)) is not \(type.phrase)", rule: type.name)
      }
      set(field, .scalar(text), from: member)
    default: set(field, .scalar(text), from: member)
    }
  }

  /// A valid URL: `www.example.org` gets `https://`; nil if it is not a web address.
  static func url(_ text: String) -> String? {
    let text = text.trimmed
    if FieldType.url.meaning(of: .scalar(text)) != nil { return text }
    let host = text.prefix { $0 != "/" }
    let ending = host.split(separator: ".").last?.lowercased() ?? ""
    if text.contains("://") || text.contains("@") || !host.contains(".")
      || fileEndings.contains(ending)
    {
      return nil
    }
    let whole = "https://" + text
    return FieldType.url.meaning(of: .scalar(whole)) == nil ? nil : whole
  }

  /// File extensions, which are not the end of a host name: `video.mp4`.
  private static let fileEndings: Set<String> = [
    "pdf", "mp4", "html", "htm", "png", "jpg", "jpeg", "svg", "zip", "md", "bib", "ipynb", "pptx",
    "txt", "json", "csv", "docx",
  ]

  /// Sets a list of texts. An item that is not a text is a finding, and is kept under `x-`.
  mutating func setTexts(_ field: String, _ type: FieldType, to member: Pair) {
    var texts: [Plain] = []
    var odd: [Node] = []
    switch member.value.content {
    case .sequence(let items):
      for item in items where !item.isEmpty {
        if let text = item.text {
          if style.isJSON, case .scalar(_, .plain) = item.content {
            report("expected a text, found \(item.shape)", at: item)
          }
          texts.append(.scalar(type == .tags ? text.asTag : text.decodedText))
        } else {
          report("expected a text, found \(item.shape)", at: item)
          odd.append(item)
        }
      }
    case .scalar(let text, _):
      report("expected a list of texts, found \(member.value.shape)", at: member.value)
      texts = [.scalar(type == .tags ? text.asTag : text.decodedText)]
    case .mapping: return refuse(member, "expected a list of texts, found an object")
    }
    if !texts.isEmpty { set(field, .list(texts), from: member) }
    if !odd.isEmpty {
      keep(
        Pair(
          key: member.key, keySpan: member.keySpan,
          value: Node(.sequence(odd), at: member.value.span)))
    }
  }

  /// Sets a list of people from names or objects with names.
  mutating func setPeople(_ field: String, to member: Pair) {
    let items = member.value.listItems.filter { !$0.isEmpty }
    var people: [Plain] = []
    for item in items {
      if let name = item.text?.decodedText {
        let names = item.span == member.value.span ? name.separateNames : [name]
        people += names.map { .scalar($0.withoutEmphasis) }
      } else if let name = PersonObject(item)?.plain {
        people.append(name)
      } else {
        return refuse(member, "expected a list of names, found \(item.shape)")
      }
    }
    if !people.isEmpty { set(field, .list(people), from: member) }
  }
}

/// A person written as an object: `{"family": …, "given": …}` as in CSL, or `{"name": …}`.
struct PersonObject {
  var plain: Plain

  /// Nil for an object without a name.
  init?(_ node: Node) {
    guard case .mapping(let pairs) = node.content else { return nil }
    func text(_ names: String...) -> String? {
      names.lazy.compactMap { node[$0]?.text?.decodedText }.first
    }
    // In Quarto, `name` is an object with the parts of the name.
    let parts = node["name"].flatMap { PersonObject($0)?.plain.spokenPersonName }
    if let name = parts ?? text("literal", "name", "full_name", "display_name") {
      plain = .scalar(name)
      let keys: Set<String> = ["literal", "name"]
      if pairs.contains(where: { !keys.contains($0.key) && $0.value.kept != nil }) {
        let rest = pairs.filter { !keys.contains($0.key) }
          .compactMap { pair in pair.value.kept.map { ("x-" + pair.key, $0) } }
        plain = .map(Dictionary([("name", .scalar(name))] + rest) { first, _ in first })
      }
      return
    }
    let suffix = text("suffix")
    let words = [
      text("given", "first", "firstName", "given_name"), text("dropping-particle"),
      text("non-dropping-particle"), text("family", "last", "lastName", "family_name"),
    ].compactMap(\.self)
    guard !words.isEmpty else { return nil }
    let name = words.joined(separator: " ") + (suffix.map { ", \($0)" } ?? "")
    let own = NameParts(
      given: text("given", "first", "firstName", "given_name") ?? "",
      particle: [text("dropping-particle"), text("non-dropping-particle")].compactMap(\.self)
        .joined(separator: " "),
      family: text("family", "last", "lastName", "family_name") ?? "", suffix: suffix ?? "")
    plain = own.family.isEmpty ? .scalar(name) : own.plain(as: name)
    let known: Set<String> = [
      "given", "first", "firstName", "given_name", "dropping-particle", "non-dropping-particle",
      "family", "last", "lastName", "family_name", "suffix",
      // How a program formats the parts is not about the person.
      "comma-suffix", "static-ordering", "parse-names",
      // Where Crossref lists the person, and who says that the ORCID iD is theirs.
      "sequence", "authenticated-orcid",
    ]
    let rest = pairs.filter { !known.contains($0.key) }
      .compactMap { pair in pair.value.kept.map { ("x-" + pair.key, $0) } }
    guard !rest.isEmpty else { return }
    if case .map(let pairs) = plain {
      plain = .map(pairs.merging(rest) { first, _ in first })
    } else {
      plain = .map(Dictionary([("name", .scalar(name))] + rest) { first, _ in first })
    }
  }
}

extension String {
  /// The text for a text field: HTML tags and entities decoded, white space collapsed.
  var decodedText: String { decodingTags.decodingEntities.collapsed }

  /// The text for a field of paragraphs.
  var decodedParagraphs: String { decodingTags.decodingEntities.collapsedParagraphs }

  /// A name without the asterisks that mark the owner: `**Ada Berg**`.
  var withoutEmphasis: String {
    let inner = drop { $0 == "*" }
    let stars = utf8.count - inner.utf8.count
    return stars > 0 && inner.hasSuffix(String(repeating: "*", count: stars))
      ? String(inner.dropLast(stars)) : self
  }

  /// The text as a tag: spaces become hyphens.
  var asTag: String {
    decodedText.split(whereSeparator: \.isWhitespace).joined(separator: "-")
  }

  /// The names in a text with several, separated by semicolons, ` and `, or commas between full
  /// names.
  var separateNames: [String] {
    func parts(between separator: String) -> [String] {
      split(separator: separator).map(\.trimmed).filter { !$0.isEmpty }
    }
    if contains(";") { return parts(between: ";") }
    if contains(" and ") {
      return parts(between: " and ").flatMap { part in
        let names = part.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
        return names.allSatisfy { $0.contains(" ") } ? names : [part]
      }
    }
    let names = parts(between: ",")
    return names.count > 1 && names.allSatisfy { $0.contains(" ") } ? names : [self]
  }
}
