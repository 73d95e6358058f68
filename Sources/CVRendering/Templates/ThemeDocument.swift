internal import Gumbo

/// Checks a theme's HTML output: elements, attributes and addresses that run no code and load
/// nothing.
///
/// A theme is a program that somebody else may have written. Whatever its templates do, their
/// output is parsed, and rejected if it contains anything else.
package enum ThemeDocument {
  /// The first thing that is not allowed.
  package struct Fault: Hashable, Sendable {
    package let line: Int
    package let reason: String
  }

  /// The first fault of a document; nil if everything in it is allowed.
  package static func fault(in html: String) -> Fault? {
    if html.utf8.contains(0) { return Fault(line: 1, reason: "the document contains a NUL") }
    let depth = NestingDepth(html, limit: deepest)
    guard depth.deepest <= deepest, depth.mostAttributes <= mostAttributes else {
      return Fault(
        line: 1,
        reason: "elements are nested more than \(deepest) deep, or have more than "
          + "\(mostAttributes) attributes")
    }
    let document = HTMLDocument(html)
    if document.comments.contains(where: { $0.utf8.contains { $0 == 60 || $0 == 62 } }) {
      return Fault(line: 1, reason: "a comment contains \"<\" or \">\"")
    }
    for element in document.elements {
      if let reason = reason(element) { return Fault(line: element.line, reason: reason) }
    }
    return nil
  }

  static let deepest = 256
  static let mostAttributes = 100

  private static func reason(_ element: HTMLDocument.Element) -> String? {
    let known = element.isForeign ? foreignElements : elements
    guard known.contains(element.name) else {
      return "the element <\(element.name)> is not allowed"
    }
    for attribute in element.attributes where !allows(attribute, of: element) {
      return "the attribute \"\(attribute.name)\" of <\(element.name)> is not allowed"
        + (addresses.contains(attribute.name) ? " with this address" : "")
    }
    if element.name == "style", !Stylesheet.loadsNothing(element.text) {
      return "a style that loads from elsewhere is not allowed"
    }
    return nil
  }

  private static func allows(
    _ attribute: HTMLDocument.Attribute, of element: HTMLDocument.Element
  ) -> Bool {
    let (name, value) = (attribute.name, attribute.value)
    if name.hasPrefix("aria-") || name.hasPrefix("data-") { return true }
    switch name {
    case "href": return !element.isForeign && element.name == "a" && isLink(value)
    case "cite": return isLink(value)
    case "src": return element.name == "img" && isImage(value)
    case "style": return Stylesheet.loadsNothing(value)
    case "content", "charset", "name":
      return element.name == "meta"
        && (name != "name" || metaNames.contains(value.lowercased()))
    case "target": return ["_blank", "_self"].contains(value.lowercased())
    case "rel": return element.name == "a"
    case "open": return element.name == "details"
    default:
      if element.isForeign {
        return foreignAttributes.contains(name) && Stylesheet.loadsNothing(value)
      }
      return attributes.contains(name)
    }
  }

  private static let addresses: Set<String> = ["href", "src", "cite"]

  /// Whether readers may follow an address. Browsers drop white space and control characters before
  /// they look for a scheme.
  static func isLink(_ address: String) -> Bool {
    let bytes = address.utf8.filter { $0 > 32 && $0 != 127 }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let scheme = bytes[..<colon]
    // Anything but letters, digits and `+-.` is part of a path, not of a scheme.
    guard scheme.allSatisfy({ isSchemeByte($0) }) else { return true }
    return schemes.contains(String(decoding: scheme, as: UTF8.self).lowercased())
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 43, 45, 46: true
    default: false
    }
  }

  /// Whether this is an image in a data URL. SVG is excluded: it can contain more than a picture.
  private static func isImage(_ address: String) -> Bool {
    let start = address.lowercased()
    return ["png", "jpeg", "gif", "webp", "avif"].contains {
      start.hasPrefix("data:image/\($0);base64,")
    }
  }

  private static let schemes: Set<String> = [
    "doi", "ftp", "ftps", "geo", "http", "https", "irc", "ircs", "mailto", "matrix", "news", "sip",
    "sips", "sms", "tel", "urn", "webcal", "xmpp",
  ]

  private static let metaNames: Set<String> = [
    "author", "color-scheme", "date", "description", "generator", "keywords", "robots",
    "theme-color", "viewport",
  ]

  private static let elements: Set<String> = [
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "blockquote", "body", "br",
    "caption", "cite", "code", "col", "colgroup", "data", "dd", "del", "details", "dfn", "div",
    "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hgroup", "hr", "html", "i", "img", "ins", "kbd", "li", "main", "mark", "meta",
    "nav", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span",
    "strong", "style", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
    "time", "title", "tr", "u", "ul", "var", "wbr",
  ]

  private static let attributes: Set<String> = [
    "abbr", "align", "alt", "class", "colspan", "datetime", "decoding", "dir", "headers", "height",
    "hidden", "hreflang", "id", "itemprop", "itemscope", "itemtype", "lang", "loading", "reversed",
    "role", "rowspan", "scope", "span", "start", "tabindex", "title", "translate", "type", "value",
    "width",
  ]

  private static let foreignElements: Set<String> = [
    "circle", "clippath", "defs", "desc", "ellipse", "g", "line", "lineargradient", "path",
    "polygon", "polyline", "radialgradient", "rect", "stop", "svg", "text", "title", "tspan",
  ]

  private static let foreignAttributes: Set<String> = [
    "class", "clip-path", "clip-rule", "cx", "cy", "d", "dx", "dy", "fill", "fill-opacity",
    "fill-rule", "focusable", "font-size", "fx", "fy", "gradienttransform", "gradientunits",
    "height", "id", "lang", "offset", "opacity", "points", "preserveaspectratio", "r", "role",
    "rx", "ry", "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor",
    "title", "transform", "version", "viewbox", "width", "x", "x1", "x2", "xmlns", "y", "y1", "y2",
  ]
}

/// Checks that CSS loads nothing.
enum Stylesheet {
  /// False if the CSS names an external address, in any spelling.
  static func loadsNothing(_ css: String) -> Bool {
    let text = plain(css)
    if functions.contains(where: text.contains) { return false }
    var rest = text[...]
    while let range = rest.firstRange(of: "url(") {
      rest = rest[range.upperBound...]
      let address = rest.drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
      guard starts.contains(where: address.hasPrefix) else { return false }
    }
    return true
  }

  private static let starts = ["#", "data:image/", "data:font/"]

  /// Functions that take a URL as a string, and old ways to run code.
  private static let functions = [
    "@import", "image(", "image-set(", "cross-fade(", "src(", "expression(", "-moz-binding",
    "behavior:", "element(", "javascript:",
  ]

  /// The CSS in lower case, without comments and with escapes resolved: to a browser, `u\72l(` is
  /// `url(`.
  private static func plain(_ css: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = css.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "/", rest.first == "*" {
        while let next = rest.popFirst(), next != "*" || rest.first != "/" {}
        rest = rest.dropFirst()
      } else if scalar == "\\" {
        let digits = rest.prefix(6).prefix { $0.properties.isASCIIHexDigit }
        if let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16) {
          rest = rest[digits.endIndex...]
          if let space = rest.first, space.properties.isWhitespace { rest.removeFirst() }
          result.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        } else if let next = rest.popFirst() {
          result.append(next)
        }
      } else {
        result.append(scalar)
      }
    }
    return String(result).lowercased()
  }
}
