package import CVHistory
internal import CVModel

/// One snapshot for a terminal: its purpose, its source, and its files.
package struct SnapshotTextRenderer {
  private let width: Int
  private let isColored: Bool

  package init(width: Int, isColored: Bool) {
    self.width = width
    self.isColored = isColored
  }

  package func render(_ snapshot: Snapshot) -> String {
    var page = TextPage(width: width, isColored: isColored)
    page.write(StyledText(snapshot.name, .heading))
    for (label, value) in facts(snapshot) {
      let gap = String(repeating: " ", count: max(1, 10 - label.count))
      page.write(StyledText(label + gap, .faint) + StyledText(value), indent: 2, hanging: 12)
    }
    let files = snapshot.manifest.files
    let records = files.filter { $0.path.hasPrefix(SnapshotLayout.records + "/") }
    page.skipLine()
    for file in files where !file.path.hasPrefix(SnapshotLayout.records + "/") {
      page.write(StyledText(Self.line(file)), indent: 2, hanging: 4)
    }
    if !records.isEmpty || snapshot.manifest.sources == nil {
      let noun = records.count == 1 ? "file" : "files"
      page.write(
        StyledText("\(SnapshotLayout.records)/  \(records.count) \(noun)"), indent: 2, hanging: 4)
    }
    return page.text
  }

  private func facts(_ snapshot: Snapshot) -> [(String, String)] {
    let manifest = snapshot.manifest
    var facts = [("for", manifest.purpose), ("date", manifest.date)]
    if let variant = manifest.variant { facts.append(("variant", variant)) }
    if let theme = manifest.theme {
      facts.append(("theme", [theme.name, theme.version ?? ""].joined(separator: " ")))
    }
    facts.append(("commit", manifest.commit))
    if let since = manifest.since {
      facts.append(("since", "\(since.date) (\(since.commit.prefix(7)))"))
    }
    let tools = manifest.tools.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    facts.append(("made by", tools.joined(separator: ", ")))
    if let fonts = manifest.fonts {
      facts.append(("fonts", fonts.keys.sorted().joined(separator: ", ")))
    }
    if let maker = snapshot.maker { facts.append(("tagger", maker)) }
    facts.append(("tag", snapshot.tagID))
    if snapshot.isSigned {
      facts.append(("signed", "yes; 'git tag --verify \(snapshot.name)' checks by whom"))
    }
    return facts
  }

  private static func line(_ file: SnapshotManifest.File) -> String {
    "\(file.path)  \(file.size.map { "\($0) bytes" } ?? "")"
  }
}
