internal import CVModel
internal import Text
internal import YAML

/// Puts a document's files into each other's place, and leaves out comments.
struct LaTeXInclusion {
  private(set) var text = LaTeXText()
  private(set) var findings: [(message: String, hint: String?, origin: LaTeXText.Origin)] = []
  private(set) var fault: LaTeXFault?
  /// The bibliographies that the document names, as they are in the folder.
  private(set) var bibliographies: [FormatFile] = []
  /// The files that are read, in UTF-8.
  let files: [FormatFile]
  private let contents: [[UInt8]]
  private let folder: String
  /// The files that are being read now.
  private var open: [Int] = []

  private static let deepest = 32
  static let largest = 16 << 20

  init(_ files: [FormatFile]) {
    self.files = files
    contents = files.map { SourceEncoding($0.bytes).bytes }
    let parts = (files.first?.path ?? "").split(separator: "/").dropLast()
    folder = parts.map { $0 + "/" }.joined()
    if !files.isEmpty { read(0) }
  }

  /// The files that a file names, as paths from the folder of the document; those outside of it are
  /// left out.
  static func paths(in file: FormatFile) -> [String] {
    let bytes = SourceEncoding(file.bytes).bytes
    let braces = LaTeXBraces(bytes)
    var paths: [String] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case Sign.percent:
        index = bytes[index...].firstIndex(of: 10) ?? bytes.count
      case Sign.backslash:
        let name = braces.name(at: index)
        index = name.upperBound
        let word = braces.text(name)
        if let written = writtenPaths(word, braces, &index) {
          paths += written.flatMap {
            candidates($0, isBibliography: bibliographyMacros.contains(word))
          }
        }
      default: index += 1
      }
    }
    return paths
  }

  private static let inputMacros: Set<String> = [
    "input", "include", "subfile", "import", "subimport",
  ]
  private static let bibliographyMacros: Set<String> = ["bibliography", "addbibresource"]

  /// The paths that a macro names; nil if it includes nothing. The index is moved behind its
  /// arguments.
  private static func writtenPaths(
    _ name: String, _ braces: LaTeXBraces, _ index: inout Int
  ) -> [String]? {
    let isImport = name == "import" || name == "subimport"
    guard inputMacros.contains(name) || bibliographyMacros.contains(name) else { return nil }
    let found = braces.arguments(isImport ? 2 : 1, from: index)
    let words = found.arguments.map {
      braces.text($0).trimmed.filter { $0 != "\"" }
    }
    if isImport {
      guard words.count == 2 else { return nil }
      index = found.end
      return [
        words[0].hasSuffix("/") || words[0].isEmpty
          ? words[0] + words[1] : words[0] + "/" + words[1]
      ]
    }
    if let word = words.first {
      index = found.end
      return bibliographyMacros.contains(name)
        ? word.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty } : [word]
    }
    // `\input name`
    guard name == "input" else { return nil }
    let start = braces.skippingSpace(index)
    var end = start
    while end < braces.bytes.count, !Sign.isSpace(braces.bytes[end]),
      braces.bytes[end] != Sign.backslash
    {
      end += 1
    }
    guard end > start else { return nil }
    index = end
    return [braces.text(start..<end)]
  }

  /// The paths that a written one may mean, from the folder; none if it is outside of it.
  private static func candidates(_ written: String, isBibliography: Bool) -> [String] {
    let parts = written.split(separator: "/").filter { $0 != "." }
    guard !written.hasPrefix("/"), !parts.contains(".."), !parts.isEmpty, !written.contains("\\")
    else { return [] }
    let path = parts.joined(separator: "/")
    let ending = isBibliography ? ".bib" : ".tex"
    return path.hasSuffix(ending)
      ? [path] : isBibliography ? [path + ending] : [path + ending, path]
  }

  // MARK: Reading

  private mutating func read(_ file: Int) {
    let braces = LaTeXBraces(contents[file])
    let bytes = braces.bytes
    open.append(file)
    defer { open.removeLast() }
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var start = index
    func flush(_ inclusion: inout LaTeXInclusion, to end: Int) {
      if start < end {
        inclusion.text.append(
          bytes[start..<end], from: LaTeXText.Origin(file: file, offset: start))
      }
    }
    while index < bytes.count, fault == nil {
      switch bytes[index] {
      case Sign.percent:
        flush(&self, to: index)
        let origin = LaTeXText.Origin(file: file, offset: index)
        index = Self.endOfComment(bytes, index)
        // An empty line behind a comment parts paragraphs.
        if index < bytes.count, bytes[index] == 10 {
          text.append(expanded: [10], at: origin)
        }
        start = index
      case Sign.backslash:
        let name = braces.name(at: index)
        let word = braces.text(name)
        var end = name.upperBound
        if word == "endinput" {
          flush(&self, to: index)
          return
        }
        if let behind = Self.skipped(word, braces, end) {
          flush(&self, to: index)
          index = behind
          start = index
        } else if Self.isIncluding(word), let paths = Self.writtenPaths(word, braces, &end) {
          flush(&self, to: index)
          let origin = LaTeXText.Origin(file: file, offset: index)
          for path in paths {
            include(path, isBibliography: Self.bibliographyMacros.contains(word), at: origin)
          }
          index = end
          start = index
        } else {
          index = end
        }
      default: index += 1
      }
    }
    flush(&self, to: bytes.count)
    if text.count > Self.largest {
      fault = .tooLarge("the document with the files that it includes")
    }
  }

  private static func isIncluding(_ name: String) -> Bool {
    inputMacros.contains(name) || bibliographyMacros.contains(name)
  }

  /// Behind the line end of a comment and the white space of the next line.
  private static func endOfComment(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = bytes[start...].firstIndex(of: 10) ?? bytes.count
    if index < bytes.count { index += 1 }
    while index < bytes.count, Sign.isBlank(bytes[index]) || bytes[index] == 13 { index += 1 }
    return index
  }

  /// The end of what is commented out in another way; nil if nothing is.
  private static func skipped(_ name: String, _ braces: LaTeXBraces, _ index: Int) -> Int? {
    if name == "begin", let environment = braces.group(at: index),
      braces.text(environment) == "comment"
    {
      return end(of: "\\end{comment}", braces.bytes, index)
    }
    return name == "iffalse" ? end(of: "\\fi", braces.bytes, index) : nil
  }

  private static func end(of mark: String, _ bytes: [UInt8], _ start: Int) -> Int {
    let mark = Array(mark.utf8)
    var index = start
    while index + mark.count <= bytes.count {
      if bytes[index] == Sign.backslash, bytes[index..<(index + mark.count)].elementsEqual(mark),
        index + mark.count == bytes.count || !Sign.isLetter(bytes[index + mark.count])
          || mark.last == Sign.closeBrace
      {
        return index + mark.count
      }
      index += 1
    }
    return bytes.count
  }

  private mutating func include(
    _ written: String, isBibliography: Bool, at origin: LaTeXText.Origin
  ) {
    let candidates = Self.candidates(written, isBibliography: isBibliography)
    if candidates.isEmpty {
      findings.append(
        ("\(quoted(written)) is outside the folder of the document, and is not read", nil, origin))
      return
    }
    let paths = candidates.map { folder + $0 }
    guard let file = files.firstIndex(where: { paths.contains($0.path) }) else {
      let hint = "import the document from the folder that holds its files"
      findings.append(("there is no file \(quoted(candidates[0]))", hint, origin))
      return
    }
    if isBibliography {
      if !bibliographies.contains(files[file]) { bibliographies.append(files[file]) }
      return
    }
    if open.contains(file) || open.count >= Self.deepest {
      fault = .endlessInclusion(written)
      return
    }
    if text.count > Self.largest {
      fault = .tooLarge("the document with the files that it includes")
      return
    }
    read(file)
  }
}

/// Why a LaTeX document cannot be read at all.
enum LaTeXFault: Hashable {
  case noClass
  case unknownClass(String)
  case tooLarge(String)
  case tooManyMacros
  case tooDeepMacros(String)
  case endlessInclusion(String)

  var message: String {
    switch self {
    case .noClass: "found no \\documentclass"
    case .unknownClass(let name): "the class \(quoted(name)) is not supported"
    case .tooLarge(let what): "\(what) is larger than \(LaTeXInclusion.largest >> 20) MiB"
    case .tooManyMacros:
      "the macros of the document expand to more than \(LaTeXExpansion.largest >> 20) MiB"
    case .tooDeepMacros(let name): "the macro \\\(name) expands to itself"
    case .endlessInclusion(let path): "\(quoted(path)) includes itself"
    }
  }

  var hint: String? {
    switch self {
    case .noClass, .unknownClass:
      "Awesome-CV (\\documentclass{awesome-cv}) and moderncv (\\documentclass{moderncv}) are read"
    case .tooLarge, .tooManyMacros, .tooDeepMacros, .endlessInclusion: nil
    }
  }
}
