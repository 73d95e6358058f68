import CVHistory
import CVModel
import CVRendering
import Text
import YAML

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file of a CV at the top of a repository.
func source(_ path: String, _ bytes: [UInt8]) -> SourceFile {
  SourceFile(path: path, content: .bytes(bytes))
}

func reading(_ path: String, _ bytes: [UInt8]) -> CVReading {
  CVReader(root: "").read([source(path, bytes)])
}

extension FuzzTarget {
  /// A path and a file: findings are inside it, and everything printed about it is safe.
  static let record = FuzzTarget("record") { bytes in
    var input = FuzzInput(bytes)
    let path = input.line()
    let reading = reading(path, input.bytes)
    let findings = reading.findings
    let text = SourceText(input.bytes)
    for finding in findings {
      if let span = finding.span { try demandInside(span, text, finding.message) }
      try demandSafe(finding.message, "a finding")
    }
    try demand(Set(findings).count == findings.count, "a finding is told twice")
    let told = FindingsTextRenderer(isColored: false).render(
      findings, lines: reading.sourceLines(of: findings))
    try demandSafe(told, "the findings")
    try demandSafe(jsonText(FindingsDocument(findings)), "the findings as JSON")
    let document = CVDocument(.everything(reading.cv))
    try demandSafe(DocumentTextRenderer().render(document), "the CV as text")
    try demandSafe(BibTeXRenderer(.everything(reading.cv)).render(document), "the CV as BibTeX")
    try demand(CVDiff(from: reading.cv, to: reading.cv).isEmpty, "the CV differs from itself")
  }

  /// A path and two versions of a file, or one that is compared with nothing.
  static let diff = FuzzTarget("diff") { bytes in
    var input = FuzzInput(bytes)
    let path = input.line()
    let halves = input.halves
    let old = reading(path, halves.first)
    let new = halves.second.map { reading(path, $0) } ?? CVReader(root: "").read([])
    try demandDifference(old, new)
    try demandDifference(new, old)
  }

  /// The laws of a diff: it can be applied in both directions, survives JSON, and prints safely.
  private static func demandDifference(_ old: CVReading, _ new: CVReading) throws {
    let report = DiffReport(from: old, to: new)
    let document = report.document
    let json = try document.json()
    try demandSafe(json, "the diff as JSON")
    let read = try DiffDocument(json: Data(json.utf8))
    try demand(read == document, "JSON changes the diff: \(quoted(json))")
    if report.diff.unreadable.isEmpty {
      try demand(old.cv.applying(read.changes) == new.cv, "the changes do not lead to the new CV")
      try demand(
        new.cv.applying(read.changes.map(\.inverted)) == old.cv, "the changes do not lead back")
    }
    for least in [Significance.cosmetic, .headline] {
      let outline = DiffOutline(report, least: least, isExplained: true)
      try demandSafe(DiffTextRenderer(width: 80, isColored: false).render(outline), "the diff")
      try demandSafe(
        DiffMarkdownRenderer().render(PublicOutline(.everything(report), least: least)),
        "the diff as Markdown")
    }
  }
}
