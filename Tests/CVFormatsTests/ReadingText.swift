import CVFormats
import CVModel
import YAML

/// A reading as text for review: each entry with its fields and their locations, then the findings.
struct ReadingText {
  let reading: SourceReading

  var text: String {
    var lines: [String] = []
    if let fault = reading.fault { lines.append("fault: \(line(fault))") }
    for entry in reading.entries {
      let key = entry.sourceKey.map { " (\($0))" } ?? ""
      let damage = entry.isDamaged ? " damaged" : ""
      lines.append("\(entry.entry.key)\(key)  \(place(entry.position))\(damage)")
      for (name, value) in entry.entry.fields {
        let location = entry.locations.first { $0.field == name }
        let origin = location.map { "  [\($0.name) \(place($0.position))]" } ?? ""
        lines.append("  \(name): \(self.text(value))\(origin)")
      }
      if let origin = entry.statusOrigin { lines.append("  status from \(origin)") }
      lines.append("")
    }
    for entry in reading.unreadable {
      lines.append("unreadable: \(entry.key) \(place(entry.position))")
    }
    for finding in reading.findings { lines.append(line(finding)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func place(_ position: Position) -> String { "\(position.line):\(position.column)" }

  private func line(_ finding: Finding) -> String {
    let position = finding.position.map { "\($0.line):\($0.column): " } ?? ""
    let hint = finding.hint.map { " (\($0))" } ?? ""
    let path = reading.format?.isFolder != false ? finding.path + ":" : ""
    return
      "\(path)\(position)\(finding.severity.rawValue): \(finding.message)\(hint) [\(finding.rule)]"
  }

  private func text(_ value: Plain) -> String {
    switch value {
    case .scalar(let text): text.replacing("\n", with: "⏎")
    case .list(let items): "[" + items.map { self.text($0) }.joined(separator: " | ") + "]"
    case .map(let pairs):
      "{"
        + pairs.sorted { $0.key < $1.key }.map { "\($0.key): \(self.text($0.value))" }
        .joined(separator: ", ") + "}"
    }
  }
}
