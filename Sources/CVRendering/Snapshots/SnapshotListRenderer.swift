package import CVHistory
internal import CVModel
internal import Text

/// Snapshots as a table for a terminal, one per line.
package struct SnapshotListRenderer {
  private let isColored: Bool

  package init(isColored: Bool) { self.isColored = isColored }

  /// The maximum width of a purpose; a longer one is truncated, and `show` prints it in full.
  private static let widestPurpose = 48

  package func render(_ summaries: [SnapshotSummary]) -> String {
    let hasVariants = summaries.contains { $0.snapshot.manifest.variant != nil }
    let header = ["DATE", "SNAPSHOT", "FOR", "VARIANT", "NEWS", "SINCE THEN"]
    let rows = summaries.map(Self.cells).map { Self.without(3, unless: hasVariants, $0) }
    let table = [Self.without(3, unless: hasVariants, header)] + rows
    let widths = table[0].indices.map { column in
      table.map { displayWidth(of: $0[column]) }.max() ?? 0
    }
    return table.enumerated().map { index, cells in
      let line = zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: width - displayWidth(of: cell))
      }.joined(separator: "  ")
      let end = line.lastIndex { $0 != " " }.map { line[...$0] } ?? ""
      return (index == 0 && isColored ? TextStyle.heading.paint(String(end)) : String(end)) + "\n"
    }.joined()
  }

  private static func without(_ column: Int, unless isKept: Bool, _ cells: [String]) -> [String] {
    cells.enumerated().filter { isKept || $0.offset != column }.map(\.element)
  }

  private static func cells(_ summary: SnapshotSummary) -> [String] {
    let manifest = summary.snapshot.manifest
    return [
      manifest.date.terminalSafe, shortName(summary.snapshot.name).terminalSafe,
      cut(manifest.purpose.terminalSafe), manifest.variant?.terminalSafe ?? "–",
      words(summary.news), words(summary.untilNow),
    ]
  }

  private static func shortName(_ name: String) -> String {
    String(name.dropFirst(SnapshotName.prefix.count))
  }

  private static func words(_ changes: SnapshotSummary.Changes?) -> String {
    guard let changes else { return "–" }
    if changes.count == 0 { return "no changes" }
    return "\(changes.count) change\(changes.count == 1 ? "" : "s")"
  }

  private static func cut(_ text: String) -> String {
    guard displayWidth(of: text) > widestPurpose else { return text }
    var width = 1
    let kept = text.prefix { character in
      width += displayWidth(of: String(character))
      return width <= widestPurpose
    }
    return kept + "…"
  }
}
