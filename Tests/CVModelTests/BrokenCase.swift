import CVModel
import CVRendering
import Foundation
import YAML

/// One case of the tables in `Broken/`: the files of a small CV, and its findings as displayed.
///
///     == a misspelled status is reported with the most similar one
///     @@ publications/lux.yaml
///     status: Acepted
///     @@ findings
///     publications/lux.yaml:1:9: error: unknown status "Acepted" [status]
///       1 | status: Acepted
///         |         ^~~~~~~
///       hint: did you mean "Accepted"?
///
/// A path may be followed by `(CRLF)`, `(BOM)`, `(bytes)` (where `<E9>` is a byte), `(symlink)`,
/// `(submodule)` or `(N bytes)`. `profile.yaml`, `interests/chess.yaml` and `cv.yaml` with a
/// section for each folder are added unless the case has its own.
struct BrokenCase {
  var title: String
  var files: [SourceFile] = []
  /// The case as written in the table, without its findings.
  var input: String
  var expected = ""

  var findings: [Finding] { CVReader(root: "").read(files + supplied).findings }

  /// The findings as the terminal shows them, without their count.
  var found: String {
    let text = FindingsTextRenderer(isColored: false).render(findings) { finding in
      let file = files.first { $0.path == finding.path }
      return file?.bytes.flatMap { SourceText($0).line(finding.position?.line ?? 0) }
    }
    return text.split(separator: "\n").dropLast(findings.isEmpty ? 0 : 1).map { $0 + "\n" }.joined()
  }

  /// The default files of every case.
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
  /// The bytes of a regular file.
  var bytes: [UInt8]? {
    if case .bytes(let bytes) = content { bytes } else { nil }
  }
}

extension Finding {
  /// The first line: location, severity, message, rule.
  var described: String {
    let place = span.map { "\(path):\($0.start.line):\($0.start.column)" } ?? path
    return "\(place): \(severity): \(message) [\(rule)]"
  }
}
