internal import Text

/// Checks that a template cannot output a value of a record unescaped.
///
/// A value is escaped for the context of its content type; a template that puts it elsewhere is
/// rejected. A test checks the built-in templates; a user's are checked before each use.
package struct TemplateCheck {
  /// What is wrong, and where.
  package struct Flaw: Hashable, Sendable {
    package let line: Int
    package let reason: String
    package let hint: String
  }

  /// The maximum size of a template in bytes, and its maximum nesting of sections.
  static let largest = 64 << 10
  static let mostSections = 16

  private let format: TemplateFormat
  private var line = 1
  private var place = Place.text
  /// Whether the parser is inside `<style>`, where only a style's own escaping is safe.
  private var isInStyle = false
  /// The name of the current attribute.
  private var attribute = ""
  /// The current part of the attribute.
  private var part = AttributePart.name
  /// The content types in force, the innermost last: one set in a section ends with it.
  private var contentTypes: [String] = []
  /// The position at which each open section began.
  private var sections: [Position] = []
  /// The white space before the current tag.
  private var indentation = 0
  /// The first flaw; nil for a safe template.
  package private(set) var flaw: Flaw?

  /// The HTML context of a template tag.
  private enum Place: Equatable {
    case text
    case tag
    case quoted(Character)
    case comment
  }

  /// A position in HTML, with everything that determines how a value is parsed there.
  private struct Position: Equatable {
    let place: Place
    let isInStyle: Bool
    let attribute: String
    let part: AttributePart
  }

  /// The current position. Attribute state only matters inside tags.
  private var position: Position {
    let isInTag = place != .text && place != .comment
    return Position(
      place: place, isInStyle: isInStyle, attribute: isInTag ? attribute : "",
      part: isInTag ? part : .name)
  }

  private enum AttributePart {
    case name
    case afterName
    case value
    case unquoted
  }

  package init(_ text: String, format: TemplateFormat) {
    self.format = format
    let first = format.firstLine
    guard text.hasPrefix(first) else {
      flaw = Flaw(
        line: 1, reason: "the template does not begin with its content type",
        hint: "begin it with \(first)")
      return
    }
    contentTypes = [""]
    if format == .typst { checkPackages(text) }
    read(text)
  }

  private mutating func read(_ text: String) {
    var rest = text[...]
    while !rest.isEmpty, flaw == nil {
      if rest.hasPrefix("{{") {
        guard let tag = rest.tag else {
          refuse("a tag is not closed", hint: "close it with }}")
          return
        }
        check(tag)
        line += tag.count { $0 == "\n" }
        rest = rest.dropFirst(tag.count)
        indentation = 0
      } else {
        indentation = rest.first == " " || rest.first == "\t" ? indentation + 1 : 0
        if format == .html { move(rest) }
        if format == .markdown, rest.first == "<", rest.dropFirst().first != " " {
          refuse("a Markdown template contains HTML", hint: "remove it")
        }
        if rest.first == "\n" { line += 1 }
        rest = rest.dropFirst()
      }
    }
    // A template that ends in another context would change how the template around it is parsed.
    if flaw == nil, place != .text || isInStyle {
      refuse("the template ends inside a tag, a comment or a style", hint: "close it")
    }
  }

  /// Rejects packages: they are downloaded, and could change.
  private mutating func checkPackages(_ text: String) {
    for (index, content) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    where flaw == nil && content.contains("\"@") {
      flaw = Flaw(
        line: index + 1, reason: "a theme cannot use packages",
        hint: "put what you need into the theme itself")
    }
  }

  private mutating func refuse(_ reason: String, hint: String) {
    if flaw == nil { flaw = Flaw(line: line, reason: reason, hint: hint) }
  }

  /// Follows the HTML markup.
  private mutating func move(_ rest: Substring) {
    guard let character = rest.first else { return }
    switch (place, character) {
    case (.text, "<"):
      if rest.hasPrefix("<!--") {
        place = .comment
      } else {
        open(rest.dropFirst().prefix(7).lowercased())
      }
    case (.comment, ">"): place = .text
    case (.tag, ">"): place = .text
    case (.tag, _): followAttribute(character)
    case (.quoted(character), _): (place, attribute, part) = (.tag, "", .name)
    default: break
    }
  }

  /// A name ends at white space or `/`; a quote begins a value only after `=`.
  private mutating func followAttribute(_ character: Character) {
    switch (part, character) {
    case (.value, "\""), (.value, "'"): place = .quoted(character)
    case (.value, _): if !character.isWhitespace { part = .unquoted }
    case (.unquoted, _): if character.isWhitespace { (attribute, part) = ("", .name) }
    case (_, "="): part = .value
    case (_, "/"): (attribute, part) = ("", .name)
    case _ where character.isWhitespace: part = .afterName
    case (.afterName, _): (attribute, part) = (character.lowercased(), .name)
    case (.name, _): attribute += character.lowercased()
    }
  }

  private mutating func open(_ name: String) {
    if name.hasPrefix("script") { refuse("a theme cannot contain scripts", hint: "remove it") }
    if name.hasPrefix("style") { isInStyle = true }
    if name.hasPrefix("/style") { isInStyle = false }
    (place, attribute, part) = (.tag, "", .name)
  }

  private mutating func check(_ tag: Substring) {
    let content = tag.dropFirst(2).dropLast(2).trimmingSpaces
    switch content.first {
    case "{", "&":
      refuse("\(tag) is not escaped", hint: "write {{…}}")
    case "=": refuse("tag delimiters cannot be changed", hint: "keep {{ and }}")
    case "%": checkContentType(content.dropFirst().trimmingSpaces)
    case "#", "^":
      contentTypes.append(contentTypes.last ?? "")
      sections.append(position)
      if sections.count > Self.mostSections {
        refuse(
          "sections are nested more than \(Self.mostSections) deep",
          hint: "move some of them to a part")
      }
    case "/":
      contentTypes.removeLast(contentTypes.count > 1 ? 1 : 0)
      // The following HTML must be parsed the same whether the section is shown or not.
      if let start = sections.popLast(), start != position {
        refuse(
          "\(tag) closes a section in another HTML context than it began",
          hint: "begin and end a section between tags, or in one value")
      }
    case "<", "$": refuse("\(tag) is not supported", hint: "use parts: {{>name}}")
    case ">":
      if content.dropFirst().trimmingSpaces.hasPrefix("*") {
        refuse("\(tag) is not supported", hint: "name the part itself")
      }
      if indentation > 64 {
        refuse("\(tag) is indented by more than 64 columns", hint: "indent it less")
      }
      if format == .html, place != .text || isInStyle {
        refuse("\(tag) is not between tags", hint: "use parts only between tags")
      }
    case "!": break
    case nil: refuse("a tag is empty", hint: "name a value")
    default: checkPlace(tag)
    }
  }

  private mutating func checkContentType(_ text: Substring) {
    let name = text.split(separator: ":").last.map { $0.trimmingSpaces } ?? ""
    let known = [format.contentType] + format.innerContentTypes
    guard text.hasPrefix("CONTENT_TYPE"), known.contains(where: { $0.rawValue == name }) else {
      refuse(
        "the content type \"\(name)\" is not valid for this format",
        hint: "one of: \(known.map(\.rawValue).joined(separator: ", "))")
      return
    }
    contentTypes[contentTypes.count - 1] = String(name)
  }

  /// Values may only be between tags, or in double quotes in an attribute that does not contain
  /// code.
  private mutating func checkPlace(_ tag: Substring) {
    guard format == .html else { return }
    let isStyle = contentTypes.last == TemplateContentType.css.rawValue
    let holdsCode =
      attribute.hasPrefix("on") || attribute.hasPrefix("style")
      || attribute.hasPrefix("srcdoc")
    switch place {
    case .text where isInStyle == isStyle: return
    case .quoted("\"") where !holdsCode && !isStyle: return
    default:
      refuse(
        "\(tag) is where a value is not safe",
        hint: "put values between tags, or in attributes in double quotes")
    }
  }
}

extension Substring {
  /// The mustache tag that begins here.
  fileprivate var tag: Substring? {
    let mark = hasPrefix("{{{") ? "}}}" : "}}"
    guard let end = firstRange(of: mark) else { return nil }
    return self[..<end.upperBound]
  }

  private func firstRange(of mark: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(mark) {
        return index..<self.index(index, offsetBy: mark.count)
      }
      index = self.index(after: index)
    }
    return nil
  }

  fileprivate var trimmingSpaces: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
