import Foundation

/// The words that a reader of a set CV sees, counted without any code of the reader: by patterns,
/// from the source.
///
/// It knows nothing of what the macros mean, so that it finds what the reader passes over.
struct LaTeXVisibleText {
  let words: [String]

  init(_ files: [String]) {
    var text = files.map(Self.shown).joined(separator: "\n")
    text = Self.withoutDefinitions(text)
    let macros = [
      "input", "include", "begin", "end", "nocite", "bibliographystyle", "printbibliography",
      "bibliography", "addbibresource", "moderncvstyle", "moderncvtheme", "moderncvcolor",
      "makecvheader", "geometry", "setbool", "colorlet", "fontdir", "usepackage", "documentclass",
      "photo",
    ]
    // With their arguments, which nobody sees.
    for macro in macros {
      text = text.replacing(/\\([a-zA-Z]+)(\[[^\]]*\]|\{[^{}]*\})*/) { match in
        match.output.1 == macro ? " " : String(match.output.0)
      }
    }
    text = text.replacing(/\\makecvfooter(\{[^{}]*\}){3}/, with: " ")
    text = text.replacing(/\\(ss|ae|oe|o|l|L|O|LaTeX)(\{\}|\s|(?![a-zA-Z]))/) { match in
      ["ss": "ss", "ae": "ae", "oe": "oe", "o": "o", "l": "l", "L": "L", "O": "O"][
        String(match.output.1)] ?? "LaTeX"
    }
    text = text.replacing(/\\(['`^"~=.]|c(?=[{ ])|c\s)\s*\{?\\?([A-Za-z])\}?/) {
      String($0.output.2)
    }
    text = text.replacing(/\\[a-zA-Z]+\*?(\[[^\]]*\])?/, with: " ")
    text = text.replacing(/\\\\(\[[^\]]*\])?/, with: " ")
    text = text.replacing(/\\./, with: " ")
    words = Self.words(text)
  }

  /// The share of the words' letters that are also in other words, each as often as it is there.
  func share(in others: [String]) -> (share: Double, missing: [String]) {
    var counts: [String: Int] = [:]
    for word in others { counts[word, default: 0] += 1 }
    var missing: [String] = []
    for word in words {
      if let count = counts[word], count > 0 {
        counts[word] = count - 1
      } else {
        missing.append(word)
      }
    }
    let all = words.map(\.count).reduce(0, +)
    let lost = missing.map(\.count).reduce(0, +)
    return (all == 0 ? 1 : 1 - Double(lost) / Double(all), missing)
  }

  /// Words and numbers without their marks, in lower case; those that date fields write in another
  /// way are left out.
  static func words(_ text: String) -> [String] {
    let folded = text.replacing("ß", with: "ss").replacing("ł", with: "l").replacing("ø", with: "o")
      .replacing("æ", with: "ae").replacing("œ", with: "oe")
      .folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    return folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { !dates.contains($0) && !["https", "http"].contains($0) }
      .map { $0.count == 1 && $0.first?.isNumber == true ? "0" + $0 : $0 }
  }

  private static let dates: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "present", "now", "seit", "depuis", "summer", "mai",
  ]

  /// What of a file is set: no comments, nothing behind the end, and of the preamble only what the
  /// header prints.
  private static func shown(_ file: String) -> String {
    var text = file.replacing(/(?s)\\begin\{comment\}.*?\\end\{comment\}/, with: "")
    text = text.replacing(/(?s)\\iffalse.*?\\fi/, with: "")
    text = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var result = ""
      for character in line {
        if character == "%", !result.hasSuffix("\\") { break }
        result.append(character)
      }
      return result
    }.joined(separator: "\n")
    guard let start = text.range(of: "\\begin{document}") else { return text }
    let end = text.range(of: "\\end{document}")?.lowerBound ?? text.endIndex
    let kept = text[..<start.lowerBound].split(separator: "\n").filter { line in
      header.contains { line.hasPrefix("\\\($0){") || line.hasPrefix("\\\($0)[") }
    }
    return kept.joined(separator: "\n") + "\n" + text[start.upperBound..<end]
  }

  private static let header = [
    "name", "firstname", "familyname", "lastname", "position", "title", "address", "mobile",
    "phone", "email", "homepage", "github", "linkedin", "social", "extrainfo", "quote", "orcid",
    "googlescholar", "stackoverflow", "born",
  ]

  private static func withoutDefinitions(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    let start = /\\(newcommand|renewcommand|def|NewDocumentCommand)(?![a-zA-Z])/
    while let match = rest.firstMatch(of: start) {
      result += rest[..<match.range.lowerBound]
      rest = rest[match.range.upperBound...]
      // Up to the end of the last group of braces in a row.
      var depth = 0
      var index = rest.startIndex
      var isOver = false
      while index < rest.endIndex, !isOver {
        if rest[index] == "{" { depth += 1 }
        if rest[index] == "}" {
          depth -= 1
          let next = rest.index(after: index)
          let follows = rest[next...].first { !" \n".contains($0) || $0 == "\n" }
          isOver = depth == 0 && !"[{(#".contains(follows ?? " ")
        }
        index = rest.index(after: index)
      }
      rest = rest[index...]
    }
    return result + rest
  }
}
