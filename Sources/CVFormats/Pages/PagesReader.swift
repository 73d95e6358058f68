internal import CVModel
internal import YAML

/// Reads a folder of pages with front matter, as in HugoBlox, academicpages and Quarto: one page is
/// one entry.
///
/// Source: https://docs.hugoblox.com, https://academicpages.github.io,
/// https://quarto.org/docs/reference
enum PagesReader {
  static func read(_ files: [FormatFile]) -> SourceReading {
    var reading = SourceReading(format: .pages)
    let bibliographies = files.filter { $0.path.hasSuffix(".bib") }
    var ids = EntryIDs()
    for file in files where isPage(file.path) {
      let page = FrontMatter(file)
      guard let root = page.root, case .mapping = root.content else {
        addUnreadable(file, page.findings, to: &reading)
        continue
      }
      reading.findings += page.findings
      guard root["title"] != nil || root["name"] != nil || root["course"] != nil else {
        // A list of pages, or a page about the site.
        continue
      }
      var builder = ReadingBuilder(.pages, file, isJSON: false)
      let kind = PageKind.of(file.path, root)
      var draft = builder.draft(root, as: kind)
      draft.sourceKey = key(of: file.path)
      draft.readPage(body: page.body)
      if let bibliography = bibliographies.first(where: { $0.path == citation(beside: file.path) })
      {
        draft.fill(from: bibliography)
      }
      if kind.name == "publications" { draft.implyPublicationType() }
      builder.add(draft, usesSourceKey: true)
      let whole = builder.finished()
      reading.findings += whole.findings
      for var entry in whole.entries {
        entry.entry.key = ids.claim(
          EntryIDs.key(from: entry.sourceKey ?? "", for: entry.entry.fields, of: kind))
        entry.bytes = 0..<file.bytes.count
        reading.entries.append(entry)
      }
    }
    reading.findings.sort(by: Finding.isShownBefore)
    if reading.entries.isEmpty, reading.unreadable.isEmpty {
      reading.fault = Finding(
        "no page with a title", hint: "a page begins with front matter that has a title",
        rule: "empty", path: files.first?.path ?? "")
    }
    return reading
  }

  /// Whether a file is a page; a README, `_index.md` and similar files describe the folder.
  static func isPage(_ path: String) -> Bool {
    let name = path.split(separator: "/").last?.lowercased() ?? ""
    return [".md", ".qmd", ".markdown"].contains { name.hasSuffix($0) }
      && !name.hasPrefix("_") && !name.hasPrefix("readme.")
  }

  /// The page's key: for `KEY/index.md` the name of its folder, otherwise of the file.
  static func key(of path: String) -> String {
    let parts = path.split(separator: "/")
    let stem = parts.last.map { $0.prefix { $0 != "." } } ?? ""
    // A page in several languages is `index.de.md`.
    return stem == "index" && parts.count > 1 ? String(parts[parts.count - 2]) : String(stem)
  }

  private static func citation(beside path: String) -> String {
    (path.split(separator: "/").dropLast() + ["cite.bib"]).joined(separator: "/")
  }

  private static func addUnreadable(
    _ file: FormatFile, _ findings: [Finding], to reading: inout SourceReading
  ) {
    reading.findings += findings
    guard let finding = findings.last(where: { $0.severity == .error }) else { return }
    guard let kind = Schema.builtIn[PageKind.name(of: file.path) ?? "publications"] else { return }
    reading.unreadable.append(
      UnreadableEntry(
        key: EntryIDs.key(from: key(of: file.path), for: Fields(), of: kind), path: file.path,
        position: finding.span?.start ?? .start, finding: finding))
  }
}

/// The kind of a page, determined by its folder or collection.
enum PageKind {
  static func of(_ path: String, _ root: Node) -> Kind {
    let collection = root["collection"]?.text.flatMap { kinds[$0.lowercased()] }
    let name = collection ?? name(of: path) ?? "publications"
    return Schema.builtIn[name] ?? Kind(name, one: name, many: name, name: ["title"], fields: [])
  }

  /// The kind of the nearest folder with a known name.
  static func name(of path: String) -> String? {
    path.split(separator: "/").dropLast().reversed().lazy
      .compactMap { kinds[$0.lowercased().drop { $0 == "_" }.description] }.first
  }

  private static let kinds = [
    "publication": "publications", "publications": "publications", "papers": "publications",
    "research": "publications", "pubs": "publications",
    "talk": "presentations", "talks": "presentations", "event": "presentations",
    "events": "presentations", "presentations": "presentations",
    "teaching": "teaching", "courses": "teaching", "course": "teaching",
    "project": "projects", "projects": "projects", "portfolio": "projects",
    "software": "software",
  ]
}
