package import CVModel
package import CVHistory
internal import Text

/// The entries of one kind, in the order in which they are listed.
package struct EntryList: Sendable {
  package let kind: Kind
  package let entries: [Entry]

  package init(kind: Kind, entries: [Entry]) {
    (self.kind, self.entries) = (kind, entries)
  }

  /// One entry as a row.
  struct Row {
    let id: String
    let date: String
    let status: String
    let name: String
    let isPrivate: Bool
  }

  var rows: [Row] {
    entries.map { entry in
      let days = kind.days(of: entry)
      let last = days.map { $0.last ?? "present" }
      let date = days.map { $0.first == last ? $0.first : "\($0.first) – \(last ?? "")" }
      let status = kind.statusText(of: entry)
        .map { kind.lifecycle?.step(named: $0)?.label ?? $0 }
      return Row(
        id: entry.key.id, date: date ?? "", status: status ?? "", name: kind.title(of: entry),
        isPrivate: entry.isPrivate(as: kind))
    }
  }
}

/// Lists as tables for a terminal: ID, date, status and name.
package struct EntryListRenderer {
  private let width: Int
  private let isColored: Bool

  package init(width: Int, isColored: Bool) {
    self.width = width
    self.isColored = isColored
  }

  package func render(_ lists: [EntryList]) -> String {
    var page = TextPage(width: width, isColored: isColored)
    for list in lists {
      page.skipLine()
      page.write(
        StyledText(list.kind.heading, .heading) + StyledText("  \(list.entries.count)", .faint))
      let rows = list.rows
      let columns = [\EntryList.Row.id, \.date, \.status].map { column in
        (column, min(rows.map { displayWidth(of: $0[keyPath: column]) }.max() ?? 0, width / 3))
      }.filter { $0.1 > 0 }
      let indent = 2 + columns.map { $0.1 + 2 }.reduce(0, +)
      for row in rows {
        var line = StyledText("")
        for (index, (column, widest)) in columns.enumerated() {
          line += StyledText(
            row[keyPath: column].padded(to: widest) + "  ", index == 0 ? .changed : .faint)
        }
        line += StyledText(row.name + (row.isPrivate ? " (private)" : ""))
        page.write(line, indent: 2, hanging: indent)
      }
    }
    return page.text
  }
}

/// Lists as comma-separated values (RFC 4180), with a header.
package struct EntryListCSVRenderer {
  package init() {}

  package func render(_ lists: [EntryList]) -> String {
    var lines = [["kind", "id", "date", "status", "name", "private"]]
    for list in lists {
      lines += list.rows.map { row in
        [
          list.kind.name, row.id, row.date, row.status, row.name,
          row.isPrivate ? "true" : "false",
        ]
      }
    }
    return lines.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ text: String) -> String {
    // A spreadsheet takes a text that begins so for a formula.
    let text = text.first.map { "=+-@\t".contains($0) } == true ? "'" + text : text
    guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else {
      return text
    }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

/// Lists for other programs: `cvgit-list/1`.
package struct EntryListDocument: Hashable, Sendable, Codable {
  package static let currentFormat = "cvgit-list/1"

  package var format = Self.currentFormat
  package var at: RevisionLabel
  package var entries: [EntryDocument]

  /// One entry, with all its fields as written.
  package struct EntryDocument: Hashable, Sendable, Codable {
    package var kind: String
    package var id: String
    package var date: String?
    package var status: String?
    package var name: String
    package var isPrivate: Bool?
    package var fields: Fields

    private enum CodingKeys: String, CodingKey {
      case kind, id, date, status, name, fields
      case isPrivate = "private"
    }
  }

  package init(_ lists: [EntryList], at label: RevisionLabel) {
    at = label
    entries = lists.flatMap { list in
      zip(list.entries, list.rows).map { entry, row in
        EntryDocument(
          kind: list.kind.name, id: row.id, date: row.date.isEmpty ? nil : row.date,
          status: row.status.isEmpty ? nil : row.status, name: row.name,
          isPrivate: row.isPrivate ? true : nil, fields: entry.fields)
      }
    }
  }
}
