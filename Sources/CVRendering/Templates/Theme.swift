/// A way to set the document: templates and a style, as files by name.
///
/// A theme need not hold every file: what it lacks is the built-in theme's.
package struct Theme: Sendable {
  package let name: String
  /// The files that are its own: `cv.html.mustache`, `block.html.mustache`, `cv.css` … with their text.
  private let own: [String: String]

  package init(name: String, files: [String: String]) {
    self.name = name
    own = files.mapValues(Self.withPlainLineEnds)
  }

  /// The text of a file: its own, or else the built-in theme's.
  package func text(of file: String) -> String? { own[file] ?? Self.builtInText(of: file) }

  /// Whether a file says something else than the built-in theme's.
  func changes(_ file: String) -> Bool {
    own[file].map { $0 != Self.builtInText(of: file) } ?? false
  }

  /// Whether any of its files says something else than the built-in theme's.
  package var isOwn: Bool { own.keys.contains(where: changes) }

  /// Editors on Windows end lines with a carriage return as well, which is none of the template.
  private static func withPlainLineEnds(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
    return String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }

  /// The theme that is used where none is asked for.
  package static let classic = Theme(name: "classic", files: [:])

  package static let builtInNames = ["classic"]

  /// The endings of the files that a theme is made of.
  package static let endings = [".mustache", ".css"]

  /// The style of the HTML document.
  var stylesheet: String? {
    text(of: "cv.css").map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }
  }

  /// The templates of a format by the names they are used under.
  func templates(_ format: TemplateFormat) -> [(file: String, name: String, text: String)] {
    let ending = ".\(format.ending).mustache"
    let files = Self.builtInFileNames.filter { own[$0] == nil } + own.keys
    return files.filter { $0.hasSuffix(ending) }.sorted().map { file in
      let text = text(of: file) ?? ""
      let name = String(file.dropLast(ending.count))
      // A template of one line is used within lines: the line break that an editor ends it with is none of it.
      let isWithinLine = text.hasSuffix("\n") && text.count { $0 == "\n" } == 1
      return (file, name, isWithinLine ? String(text.dropLast()) : text)
    }
  }
}

/// What is wrong with a theme.
package struct ThemeFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let theme: String
  package let file: String
  package let line: Int
  package let reason: String
  package let hint: String?

  package var description: String {
    "the theme \"\(theme)\" cannot be used: \(file):\(line): \(reason)"
  }
}
