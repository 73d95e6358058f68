import CVModel
import Foundation
import YAML

/// One case of the tables under `Broken/`: the files of a small CV, and its findings as a user sees them.
///
///     == a misspelled status is told with the nearest one
///     @@ publications/lux.yaml
///     status: Acepted
///     @@ findings
///     publications/lux.yaml:1:9: error: unknown status "Acepted" [status]
///       1 | status: Acepted
///         |         ^~~~~~~
///       hint: did you mean "Accepted"?
///
/// A path may be followed by `(CRLF)`, `(BOM)`, `(bytes)` (where `<E9>` is a byte), `(symlink)`, `(submodule)`
/// or `(N bytes)`. `profile.yaml`, `interests/chess.yaml` and `cv.yaml` with a section for each folder
/// are added unless the case has its own.
struct BrokenCase {
  var title: String
  var files: [SourceFile] = []
  /// The case as it stands in the table, without its findings.
  var input: String
  var expected = ""

  var findings: [Finding] { CVReader(root: "").read(files + supplied).findings }

  /// The findings as text, one after the other.
  var found: String {
    findings.map { finding in
      finding.shown(in: files.first { $0.path == finding.path }?.bytes)
    }.joined()
  }

  /// The files that every CV has, where the case does not say otherwise.
  private var supplied: [SourceFile] {
    let kinds = Set(files.map { String($0.path.prefix { $0 != "/" }) } + ["interests"])
    let sections = kinds.intersection(entryKinds).sorted().map { "  - kind: \($0)\n" }.joined()
    let standard = [
      SourceFile(path: "cv.yaml", text: "sections:\n" + sections),
      SourceFile(path: "profile.yaml", text: "name: Avik Pal\n"),
      SourceFile(path: "interests/chess.yaml", text: "name: Chess\n"),
    ]
    return standard.filter { file in
      !input.contains("@@ no \(file.path)\n") && !files.contains { $0.path == file.path }
    }
  }

  private var entryKinds: Set<String> {
    let own = files.filter { $0.path.hasPrefix("kinds/") }
    return Set(
      Schema.builtIn.adding(CVReader(root: "").kinds(own)).entryKinds.map(\.name))
  }
}

extension SourceFile {
  /// The bytes of a file that is one.
  var bytes: [UInt8]? {
    if case .bytes(let bytes) = content { bytes } else { nil }
  }
}

extension Finding {
  /// The first line: place, severity, message, rule.
  var described: String {
    let place = span.map { "\(path):\($0.start.line):\($0.start.column)" } ?? path
    return "\(place): \(severity): \(message) [\(rule)]"
  }

  /// With the line at fault and the hint.
  func shown(in bytes: [UInt8]?) -> String {
    var lines = [described]
    if let span, let bytes, let line = SourceText(bytes).line(span.start.line) {
      let number = String(span.start.line)
      let before = String(line.unicodeScalars.prefix(span.start.column - 1))
      let end = span.end.line == span.start.line ? span.end.column : line.unicodeScalars.count + 1
      let marked = line.unicodeScalars.prefix(end - 1).dropFirst(span.start.column - 1)
      let width = max(1, displayWidth(of: String(String.UnicodeScalarView(marked))))
      lines.append("  \(number) | \(line.terminalSafe)".trimmingSuffix)
      lines.append(
        "  " + String(repeating: " ", count: number.count) + " | "
          + String(repeating: " ", count: displayWidth(of: before)) + "^"
          + String(repeating: "~", count: width - 1))
    }
    if let hint { lines.append("  hint: \(hint)") }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension String {
  /// Without white space at the end.
  fileprivate var trimmingSuffix: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
