import CVFormats
import CVModel
import Text
import YAML

extension FuzzTarget {
  /// A LaTeX document, with a file that it may include: reading ends, positions lie inside of their
  /// files, keys are valid and differ, and messages are safe.
  static let latex = FuzzTarget("latex") { bytes in
    var input = FuzzInput(bytes)
    let halves = input.halves
    let files = [
      FormatFile(path: "a/cv.tex", bytes: halves.first),
      FormatFile(path: "a/part.tex", bytes: halves.second ?? []),
    ]
    try demandReading(LaTeXReader.read(files), of: files)
    for path in LaTeXReader.includes(of: files[0]) {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      try demand(!path.hasPrefix("/") && !parts.contains(".."), "outside: \(quoted(path))")
    }
    // Most damaged documents have no class: what follows it is read as well.
    for name in ["moderncv", "awesome-cv"] {
      let start = Array("\\documentclass{\(name)}\\begin{document}\\section{Skills}".utf8)
      let file = FormatFile(path: "a/cv.tex", bytes: start + halves.first)
      try demandReading(LaTeXReader.read([file, files[1]]), of: [file, files[1]])
    }
  }

  private static func demandReading(_ reading: SourceReading, of files: [FormatFile]) throws {
    func text(_ path: String) throws -> (SourceText, Int) {
      guard let file = files.first(where: { $0.path == path }) else {
        throw BrokenProperty(description: "there is no file \(quoted(path))")
      }
      return (SourceText(file.bytes), file.bytes.count)
    }
    for finding in reading.findings + [reading.fault].compactMap(\.self) {
      try demandSafe(finding.message, "a message")
      try demandSafe(finding.hint ?? "", "a hint")
      _ = try text(finding.path)
    }
    var keys: Set<EntryKey> = []
    for entry in reading.entries {
      let key = entry.entry.key
      let isFile = key == .profile || key == .document
      try demand(isFile || EntryKey.isValidID(key.id), "invalid id \(quoted(key.id))")
      try demand(keys.insert(key).inserted, "duplicate key \(quoted(key.description))")
      let (_, count) = try text(entry.path)
      // A file that is not UTF-8 becomes longer.
      try demand(
        entry.bytes.lowerBound >= 0 && entry.bytes.upperBound <= 3 * count,
        "the bytes \(entry.bytes) are outside of the file")
    }
  }
}
