import Cgumbo

/// An HTML text as a browser parses it: its elements, their attributes and its comments.
///
/// libgumbo follows HTML5's own parsing rules, so the checked elements are those that a browser
/// sees.
package struct HTMLDocument: Sendable {
  package struct Element: Hashable, Sendable {
    /// In lower case.
    package let name: String
    /// Whether the element is SVG or MathML.
    package let isForeign: Bool
    package let attributes: [Attribute]
    package let line: Int
    /// The text of an element without child elements, such as `style`.
    package let text: String
  }

  package struct Attribute: Hashable, Sendable {
    /// In lower case.
    package let name: String
    /// With character references resolved.
    package let value: String
  }

  /// In the order of the text, including elements that the parser adds.
  package private(set) var elements: [Element] = []
  package private(set) var comments: [String] = []

  package init(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        var options = kGumboDefaultOptions
        guard
          let output = gumbo_parse_with_options(
            &options, characters.baseAddress, characters.count)
        else { return }
        defer { gumbo_destroy_output(&options, output) }
        read(output.pointee.document)
      }
    }
  }

  /// Walks the tree without recursion.
  private mutating func read(_ document: UnsafeMutablePointer<GumboNode>) {
    var nodes = [document]
    while let node = nodes.popLast() {
      let children: GumboVector
      switch node.pointee.type {
      case GUMBO_NODE_DOCUMENT: children = node.pointee.v.document.children
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        elements.append(Element(node.pointee.v.element))
        children = node.pointee.v.element.children
      case GUMBO_NODE_COMMENT:
        comments.append(String(cString: node.pointee.v.text.text))
        continue
      default: continue
      }
      for index in (0..<Int(children.length)).reversed() {
        if let child = children.data[index] {
          nodes.append(child.assumingMemoryBound(to: GumboNode.self))
        }
      }
    }
  }
}

extension HTMLDocument.Element {
  fileprivate init(_ element: GumboElement) {
    isForeign = element.tag_namespace != GUMBO_NAMESPACE_HTML
    name = Self.name(element)
    line = Int(element.start_pos.line)
    attributes = (0..<Int(element.attributes.length)).compactMap { index in
      element.attributes.data[index].map { pointer in
        let attribute = pointer.assumingMemoryBound(to: GumboAttribute.self).pointee
        return HTMLDocument.Attribute(
          name: String(cString: attribute.name).lowercased(),
          value: String(cString: attribute.value))
      }
    }
    text = (0..<Int(element.children.length)).compactMap { index -> String? in
      guard let node = element.children.data[index]?.assumingMemoryBound(to: GumboNode.self),
        [GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA].contains(node.pointee.type)
      else { return nil }
      return String(cString: node.pointee.v.text.text)
    }.joined()
  }

  /// The library's name for HTML elements; other names as written.
  private static func name(_ element: GumboElement) -> String {
    if element.tag != GUMBO_TAG_UNKNOWN {
      return String(cString: gumbo_normalized_tagname(element.tag)).lowercased()
    }
    var piece = element.original_tag
    gumbo_tag_from_original_text(&piece)
    guard let start = piece.data else { return "" }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(piece.length))
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }
}
