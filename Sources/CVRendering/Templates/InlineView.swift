internal import CVModel

/// Inline markup as templates see it: a list of nodes, each `text`, or one of the marks with its
/// `inlines`. `isMarked` separates the two, so that plain text, which is by far the most common,
/// needs two lookups instead of all.
extension TemplateView {
  static func inlines(_ inlines: [Inline]) -> [TemplateView] { inlines.map(inline) }

  private static func inline(_ inline: Inline) -> TemplateView {
    var view = TemplateView()
    switch inline {
    case .text(let text):
      view.set("text", text)
      return view
    case .code(let text): view.set("code", text)
    case .strong(let inner):
      view.set("strong", true)
      view.set("inlines", inlines(inner))
    case .emphasis(let inner):
      view.set("emphasis", true)
      view.set("inlines", inlines(inner))
    case .link(let label, let url):
      view.set("link", true)
      view.set("url", url)
      view.set("inlines", inlines(label))
    case .math(let source):
      guard let math = MathText(source) else {
        view.set("code", source)
        break
      }
      view.set("math", true)
      view.set("tex", math.markupTeX)
      view.set("pieces", math.pieces.map(piece))
    }
    view.set("isMarked", true)
    return view
  }

  private static func piece(_ piece: MathText.Piece) -> TemplateView {
    var view = TemplateView()
    switch piece {
    case .letters(let text): view.set("letters", text)
    case .plain(let text): view.set("plain", text)
    case .superscript(let inner):
      view.set("superscript", true)
      view.set("pieces", inner.map(self.piece))
    case .subscript(let inner):
      view.set("subscript", true)
      view.set("pieces", inner.map(self.piece))
    }
    return view
  }

  static func people(_ people: [DocumentPerson]) -> [TemplateView] {
    people.map { person in
      var view = TemplateView()
      view.set("separator", person.separator)
      view.set("name", person.name)
      view.set("isOwner", person.isOwner)
      view.set("isElision", person.isElision)
      view.set("isRightToLeft", person.name.isRightToLeft)
      view.set("url", person.url)
      view.set("remark", person.remark)
      return view
    }
  }
}

extension [Inline] {
  /// True if its first letter is written from right to left: a browser sets such a paragraph in
  /// that direction.
  var beginsRightToLeft: Bool {
    for scalar in plainText.unicodeScalars where scalar.properties.isAlphabetic {
      return String(scalar).isRightToLeft
    }
    return false
  }
}

extension String {
  /// Whether it contains letters written from right to left (Hebrew to Arabic Extended, and their
  /// forms).
  var isRightToLeft: Bool {
    unicodeScalars.contains { scalar in
      (0x590...0x8FF).contains(scalar.value) || (0xFB1D...0xFDFF).contains(scalar.value)
        || (0xFE70...0xFEFF).contains(scalar.value) || (0x10800...0x10FFF).contains(scalar.value)
        || (0x1E800...0x1EFFF).contains(scalar.value)
    }
  }
}

extension [Inline] {
  /// Without the outermost bold, for text that is bold as a whole.
  var withoutStrong: [Inline] {
    flatMap { inline -> [Inline] in
      if case .strong(let inner) = inline { return inner.withoutStrong }
      return [inline]
    }
  }
}
