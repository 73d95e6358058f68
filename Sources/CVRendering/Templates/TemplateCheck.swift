/// Finds in a template what could let a value of a record out unescaped.
///
/// A value is escaped for the place that its content type names; a template that puts it elsewhere is refused. The
/// built-in templates are checked by a test, a user's before each use.
package struct TemplateCheck {
  /// What is wrong, and where.
  package struct Flaw: Hashable, Sendable {
    package let line: Int
    package let reason: String
    package let hint: String
  }

  /// The most bytes of a template, and the most sections in each other.
  static let largest = 64 << 10
  static let mostSections = 16

  private let format: TemplateFormat
  private var line = 1
  private var place = Place.text
  /// True inside of `<style>`, where only a style's own escaping counts.
  private var isInStyle = false
  /// The name of the attribute that is being written.
  private var attribute = ""
  /// How far it is written.
  private var part = AttributePart.name
  /// The content types in force, the innermost last: one of a section ends with it.
  private var contentTypes: [String] = []
  /// Where each open section began.
  private var sections: [Position] = []
  /// The white space before the tag that is read.
  private var indentation = 0
  /// The first flaw, nil for a template that is safe.
  package private(set) var flaw: Flaw?

  /// Where in HTML a tag of the template stands.
  private enum Place: Equatable {
    case text
    case tag
    case quoted(Character)
    case comment
  }

  /// A place in HTML, with all that decides how a value is read there.
  private struct Position: Equatable {
    let place: Place
    let isInStyle: Bool
    let attribute: String
    let part: AttributePart
  }

  /// What is left of the last tag counts in tags alone.
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
          refuse("a theme for Markdown holds HTML", hint: "leave it out")
        }
        if rest.first == "\n" { line += 1 }
        rest = rest.dropFirst()
      }
    }
    // A part that ends elsewhere would decide how the template around it is read.
    if flaw == nil, place != .text || isInStyle {
      refuse("the template ends inside of a tag, a comment or a style", hint: "close it")
    }
  }

  /// Packages would come from the network, and not be the same tomorrow.
  private mutating func checkPackages(_ text: String) {
    for (index, content) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    where flaw == nil && content.contains("\"@") {
      flaw = Flaw(
        line: index + 1, reason: "a theme takes no packages",
        hint: "put what you need into the theme itself")
    }
  }

  private mutating func refuse(_ reason: String, hint: String) {
    if flaw == nil { flaw = Flaw(line: line, reason: reason, hint: hint) }
  }

  /// Follows HTML's own marks.
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

  /// A name ends at white space or `/`; only behind its `=` does a quote begin a value.
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
    if name.hasPrefix("script") { refuse("a theme runs no script", hint: "leave it out") }
    if name.hasPrefix("style") { isInStyle = true }
    if name.hasPrefix("/style") { isInStyle = false }
    (place, attribute, part) = (.tag, "", .name)
  }

  private mutating func check(_ tag: Substring) {
    let content = tag.dropFirst(2).dropLast(2).trimmingSpaces
    switch content.first {
    case "{", "&":
      refuse("\(tag) is not escaped", hint: "write {{…}}")
    case "=": refuse("the marks of tags are changed", hint: "keep {{ and }}")
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
      // What follows must be read in the same way whether the section is shown or not.
      if let start = sections.popLast(), start != position {
        refuse(
          "\(tag) closes a section at another place of HTML than it began",
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
        refuse("\(tag) is not between tags", hint: "use parts between tags alone")
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
        "the content type \"\(name)\" is none of this format's",
        hint: "one of: \(known.map(\.rawValue).joined(separator: ", "))")
      return
    }
    contentTypes[contentTypes.count - 1] = String(name)
  }

  /// A value stands between tags, or in double quotes in an attribute that holds no code.
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
        "\(tag) stands where a value is not safe",
        hint: "a value stands between tags, or in an attribute in double quotes")
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
