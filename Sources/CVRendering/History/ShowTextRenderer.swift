package import CVHistory
package import CVModel
internal import Text

/// The entries of a kind as a table, or one entry with all its fields.
package struct ShowTextRenderer {
  private let width: Int
  private let isColored: Bool

  package init(width: Int, isColored: Bool) {
    self.width = width
    self.isColored = isColored
  }

  /// One line for each entry: its ID and name, with where, when and its status below.
  package func renderTable(_ shown: ShownEntries, kind: String) -> String {
    var page = TextPage(width: width, isColored: isColored)
    page.write(
      StyledText(shown.kind?.heading ?? kind, .heading)
        + StyledText("  \(count(shown.entries.count, shown.kind))", .faint))
    let widest = min(shown.entries.map { displayWidth(of: $0.key.id) }.max() ?? 0, width / 3)
    for entry in shown.entries {
      let name = StyledText(name(of: entry, shown.kind))
      let id = StyledText(entry.key.id.padded(to: widest), .changed)
      if displayWidth(of: entry.key.id) > widest {
        page.write(id, indent: 2, hanging: 2)
        page.write(name, indent: widest + 4, hanging: widest + 4)
      } else {
        page.write(id + "  " + name, indent: 2, hanging: widest + 4)
      }
      let detail = EntrySummary(entry, kind: shown.kind).text
      if !detail.isEmpty {
        page.write(StyledText(detail, .faint), indent: widest + 4, hanging: widest + 4)
      }
    }
    page.write(shown.unreadable)
    return page.text
  }

  /// All fields, in the order of `fmt`; a list of texts with one item per line.
  package func renderEntry(_ shown: ShownEntries) -> String {
    var page = TextPage(width: width, isColored: isColored)
    for entry in shown.entries {
      page.skipLine()
      page.write(StyledText(name(of: entry, shown.kind), .heading))
      page.write(StyledText(entry.key.description, .faint))
      page.skipLine()
      write(entry, shown.kind, to: &page)
    }
    page.write(shown.unreadable)
    return page.text
  }

  /// Every kind that has entries, with their number.
  package func renderOverview(_ reading: CVReading) -> String {
    var page = TextPage(width: width, isColored: isColored)
    if let profile = reading.cv.profile, let kind = reading.cv.schema[profile.key.kind] {
      page.write(StyledText(name(of: profile, kind), .heading))
    }
    let rows = reading.cv.schema.kinds.compactMap { kind -> (String, String)? in
      if case .file = kind.role { return nil }
      let entries = reading.cv.entries(of: kind.name)
      return entries.isEmpty ? nil : (kind.name, count(entries.count, kind))
    }
    let widest = rows.map { displayWidth(of: $0.0) }.max() ?? 0
    for (name, words) in rows {
      page.write(
        StyledText(name.padded(to: widest), .changed) + StyledText("  " + words), indent: 2,
        hanging: widest + 4)
    }
    page.write(reading.unreadable.map { CVDiff.UnreadableRecord($0, side: .to) })
    return page.text
  }

  private func write(_ entry: Entry, _ kind: Kind?, to page: inout TextPage) {
    let names = entry.fields.sortedNames.sorted {
      (kind?.index(ofField: $0) ?? 0, $0) < (kind?.index(ofField: $1) ?? 0, $1)
    }
    let widest = names.map { displayWidth(of: FieldWords.label($0)) }.max() ?? 0
    let words = FieldWords(kind: kind)
    for name in names {
      guard let value = entry[name] else { continue }
      let mark = entry.privateFields.contains(name) ? " (private)" : ""
      let lines = words.lines(of: value, name)
      for (index, line) in lines.enumerated() {
        let bullet = lines.count > 1 ? "- " : ""
        let text = StyledText("\(bullet)\(line)\(index == lines.count - 1 ? mark : "")")
        let column = widest + 4
        if index == 0 {
          let label = StyledText(FieldWords.label(name).padded(to: widest), .faint)
          page.write(
            label + StyledText("  ") + text, indent: 2, hanging: column + bullet.count)
        } else {
          page.write(text, indent: column, hanging: column + bullet.count)
        }
      }
    }
  }

  private func name(of entry: Entry, _ kind: Kind?) -> String {
    let name = kind?.title(of: entry) ?? entry.key.id
    return entry.isPrivate(as: kind) ? name + " (private)" : name
  }

  private func count(_ count: Int, _ kind: Kind?) -> String {
    let words = (kind?.singular ?? "entry", kind?.plural ?? "entries")
    return "\(count) \(count == 1 ? words.0 : words.1)"
  }
}

extension TextPage {
  /// The records that could not be read, one paragraph each.
  mutating func write(_ unreadable: [CVDiff.UnreadableRecord]) {
    for record in unreadable {
      let words = "\(record.path):\(record.line):\(record.column): \(record.reason)"
      write(
        StyledText("! ", .removed) + StyledText("cannot be read  ") + StyledText(words, .faint),
        indent: 2, hanging: 6)
    }
  }
}
