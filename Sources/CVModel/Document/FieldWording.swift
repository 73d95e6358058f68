internal import Text

/// Converts the values of fields to the document's text, by their types.
struct FieldWording {
  let cv: CV
  let kind: Kind

  /// A value as one run of text.
  ///
  /// - Parameter separator: separates the items of a list.
  func inlines(_ value: Plain, _ type: FieldType, separator: String = ", ") -> [Inline] {
    switch type {
    case .date: return [.text(date(value))]
    case .end: return [.text(date(value))]
    case .status(let lifecycle):
      let written = value.text ?? ""
      return [.text(lifecycle.shown(written).terminalSafe)]
    case .reference(let kind): return reference(value, kind: kind)
    case .counts, .links, .named, .metrics: return pairs(value)
    case .url: return link(value, to: value.text)
    case .email: return link(value, to: value.text.map { "mailto:\($0)" })
    case .emails:
      let items = value.items.map { link($0, to: $0.text.map { "mailto:\($0)" }) }
      return Array(items.joined(separator: [.text(separator)]))
    case .lines: return DocumentText.inlines((value.text ?? "").inOneLine)
    case .bullets:
      let items = value.items.compactMap(Bullet.init).map { bullet in
        ([bullet.text] + bullet.nested).map(DocumentText.inlines)
      }
      return Array(items.joined().joined(separator: [.text(separator)])).joined
    case .identifier(let scheme): return identifier(value, scheme)
    case .paragraphs: return DocumentText.inlines((value.text ?? "").collapsed)
    default: return texts(value, separator: separator)
    }
  }

  private func texts(_ value: Plain, separator: String) -> [Inline] {
    if let text = value.text { return DocumentText.inlines(text) }
    let items = value.items.compactMap(\.text).map(DocumentText.inlines)
    return Array(items.joined(separator: [.text(separator)])).joined
  }

  private func date(_ value: Plain) -> String {
    let text = value.text ?? ""
    if text.lowercased() == "present" { return "Present" }
    if case .end(.unknown)? = FieldType.end.meaning(of: value) { return "?" }
    return PartialDate(text)?.printed ?? text.terminalSafe
  }

  /// The title of the referenced entry; if it does not exist, the reference as written.
  private func reference(_ value: Plain, kind: String?) -> [Inline] {
    guard case .reference(let key)? = FieldType.reference(kind: kind).meaning(of: value),
      let entry = cv[key], let target = cv.schema[key.kind]
    else { return texts(value, separator: ", ") }
    return [.text(target.title(of: entry).terminalSafe)]
  }

  private func pairs(_ value: Plain) -> [Inline] {
    guard case .map(let pairs) = value else { return texts(value, separator: ", ") }
    let words = pairs.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.text ?? "")" }
    return [.text(words.joined(separator: ", ").terminalSafe)]
  }

  private func link(_ value: Plain, to url: String?) -> [Inline] {
    let text = (value.text ?? "").terminalSafe
    guard let url, DocumentText.isSafe(url) else { return [.text(text)] }
    return [.link([.text(text)], url: url)]
  }

  private func identifier(_ value: Plain, _ scheme: IdentifierScheme) -> [Inline] {
    let link = DocumentLink(scheme, value.text ?? "")
    return link.url.map { [.link([.text(link.text)], url: $0)] } ?? [.text(link.text)]
  }
}

extension DocumentLink {
  /// An identifier as papers print it, with the URL that resolves it.
  init(_ scheme: IdentifierScheme, _ written: String) {
    let bare = scheme.bare(written).terminalSafe
    let isRight = FieldType.identifier(scheme).meaning(of: .scalar(written)) != nil
    let text =
      switch scheme {
      case .doi: "doi:\(bare)"
      case .arxiv: "arXiv:\(bare)"
      case .isbn: "ISBN \(bare)"
      case .issn: "ISSN \(bare)"
      case .pmid: "PMID \(bare)"
      case .orcid: "ORCID \(bare)"
      }
    let url = isRight ? scheme.url(for: bare) : nil
    self.init(
      text: text, url: url.flatMap { DocumentText.isSafe($0) ? $0 : nil }, isIdentifier: true)
  }
}

extension Kind {
  /// The label before a field's value: `Advisors`, `First Author`; singular for one item.
  func label(of field: Field, count: Int) -> String {
    var words = field.name.split(separator: "-").joined(separator: " ")
    if field.type == .people, count == 1 { words = words.withoutPlural }
    return words.capitalizedFirst
  }

  /// The field with the label of another one: `thesis-label`, `supervisor-label`.
  func labelField(of field: Field) -> Field? {
    labelFields.isEmpty ? nil : labelFields[field.name] ?? labelFields[field.name.withoutPlural]
  }
}

extension String {
  /// Without a final `s`.
  fileprivate var withoutPlural: String { hasSuffix("s") ? String(dropLast()) : self }
}
