import CVModel
import CVRendering
import Foundation

/// CVs for documents.
enum SampleCV {
  private static let top = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The CV of this repository.
  static func own() throws -> CV {
    CVReader(root: "cv").read(try files(in: top.appending(path: "cv"), prefix: "cv/")).cv
  }

  /// One complete record of every kind, with every field.
  static func complete() throws -> CV {
    let folder = top.appending(path: "Tests/CVModelTests/Records")
    let files = try self.files(in: folder, prefix: "").map { file in
      let name = file.path.dropLast(5)
      let path =
        switch name {
        case "cv", "profile": file.path
        case "kinds": "kinds/exhibitions.yaml"
        default: "\(name)/example.yaml"
        }
      return SourceFile(path: path, content: file.content)
    }
    return CVReader(root: "").read(files).cv
  }

  /// A CV of records as text, by path.
  static func of(_ records: [String: String]) -> CV {
    CVReader(root: "").read(records.map { SourceFile(path: $0.key, text: $0.value) }).cv
  }

  private static func files(in folder: URL, prefix: String) throws -> [SourceFile] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.map { path in
        SourceFile(
          path: prefix + path,
          content: .bytes(Array(try Data(contentsOf: folder.appending(path: path)))))
      }
  }
}

extension CV {
  /// The document in a format.
  func rendered(_ format: DocumentFormat, theme: Theme = .classic) throws -> String {
    try PublicCV.everything(self).rendered(format, theme: theme)
  }
}

extension PublicCV {
  func rendered(_ format: DocumentFormat, theme: Theme = .classic) throws -> String {
    try format.render(CVDocument(self), of: self, theme: theme)
  }
}

/// The text of a rendering as a reader sees it: its words in order, without markup.
struct ReadersText {
  let text: String

  init(_ rendered: String, _ format: DocumentFormat) {
    var text = rendered
    switch format {
    case .html:
      text = text.replacing(/(?s)<style>.*?<\/style>/, with: "")
      text = text.replacing(
        /<\/?(strong|em|a|i|code|sup|sub|bdi|svg|path|circle|rect|span)\b[^>]*>/, with: "")
      text = text.replacing(/<[^>]+>/, with: " ")
      for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
        text = text.replacing(entity, with: sign)
      }
    case .markdown:
      text = text.replacing(/\]\([^)]*\)/, with: "")
      text = text.replacing(/\\\n/, with: "\n")
      text = text.replacing(/\\([\\`*_\[\]<>|~$#+=.&-])/, with: { String($0.output.1) })
      text = text.replacing(#/[*\[$`]|^#+ /#.anchorsMatchLineEndings(), with: "")
    case .typst:
      text = Self.unescaped(text, format).replacing(/#raw\("([^"]*)"\)/) { String($0.output.1) }
      text = text.replacing(/#[a-z-]+(\((style: )?"[^"]*"\))?/, with: "")
      text = text.replacing(/[\[\]]/, with: "")
    case .latex: text = Self.withoutMacros(text)
    default: text = text.replacing("*", with: "")
    }
    self.text = Self.folded(text)
  }

  /// The body of a LaTeX document, without its macros.
  private static func withoutMacros(_ text: String) -> String {
    var text = text
    if let start = text.range(of: "\\begin{document}") { text = String(text[start.upperBound...]) }
    text = text.replacing(/\\cvlink<[^>]*>/, with: "")
    text = text.replacing(/\\[a-zA-Z]+(\{\}| )?/, with: "")
    return text.replacing(/\$([^$]*)\$/) { String($0.output.1) }
      .filter { !"{}*".contains($0) }.replacing("\\", with: "")
  }

  /// With each sign as itself, in Typst; in LaTeX, those of addresses.
  static func unescaped(_ text: String, _ format: DocumentFormat) -> String {
    if format == .latex {
      return text.replacing("\\_", with: "_").replacing("\\&", with: "&")
        .replacing("\\#", with: "#").replacing("\\%", with: "%")
    }
    guard format == .typst else { return text }
    return text.replacing(/\\u\{([0-9a-f]+)\}/) { match in
      UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? "?"
    }
  }

  /// Without case, white space, and differences between dashes.
  static func folded(_ text: String) -> String {
    text.lowercased().replacing("–", with: "-").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
