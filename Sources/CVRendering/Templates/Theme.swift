/// A theme for the document: templates and a style sheet, as files by name.
///
/// Files that a theme lacks are taken from the built-in theme.
package struct Theme: Sendable {
  package let name: String
  /// The theme's own files: `cv.html.mustache`, `block.html.mustache`, `cv.css` …
  private let own: [String: String]

  package init(name: String, files: [String: String]) {
    self.name = name
    own = files.mapValues(Self.withPlainLineEnds)
  }

  /// The text of a file: the theme's own, or the built-in theme's.
  package func text(of file: String) -> String? { own[file] ?? Self.builtInText(of: file) }

  /// Whether a file differs from the built-in theme's.
  func changes(_ file: String) -> Bool {
    own[file].map { $0 != Self.builtInText(of: file) } ?? false
  }

  /// Whether any of its files differs from the built-in theme's.
  package var isOwn: Bool { own.keys.contains(where: changes) }

  /// Removes the CRs that editors on Windows add at the ends of lines.
  private static func withPlainLineEnds(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
    return String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }

  /// The default theme.
  package static let classic = Theme(name: "classic", files: [:])

  package static let builtInNames = ["classic"]

  /// The extensions of a theme's files.
  package static let endings = [".mustache", ".css"]

  /// The style sheet of the HTML document.
  var stylesheet: String? {
    text(of: "cv.css").map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }
  }

  /// The templates of a format by the names under which they are included.
  func templates(_ format: TemplateFormat) -> [(file: String, name: String, text: String)] {
    let ending = ".\(format.ending).mustache"
    let files = Self.builtInFileNames.filter { own[$0] == nil } + own.keys
    return files.filter { $0.hasSuffix(ending) }.sorted().map { file in
      let text = text(of: file) ?? ""
      let name = String(file.dropLast(ending.count))
      // A template of one line is included within lines, so drop the final line break that editors
      // add.
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
