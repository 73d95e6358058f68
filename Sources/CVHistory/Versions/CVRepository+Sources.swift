internal import CVFormats
package import CVModel
package import Git
internal import Text

/// The sources at one version in git, as files of the CV.
struct SourceListing {
  /// The entries by path, with their content.
  var items: [GitPath: TreeChange.Version] = [:]
  /// The sources that cannot be read at this version. Their entries are those of the last readable
  /// version.
  var faults: [GitPath: TreeChange.Version] = [:]
}

extension CVRepository {
  /// The files of the CV at a version in git, sorted by path: records, and the entries of sources.
  ///
  /// - Parameter folder: from the CV's folder; empty for all of it.
  func files(
    at version: CVVersion, under folder: String = ""
  ) throws(GitError) -> [FileEntry] {
    let path = folder.isEmpty ? root : prefix + folder
    let own: [FileEntry] =
      switch version {
      case .commit(let commit): try files(of: commit, under: folder)
      // Ask git once, for the whole CV.
      case .index: try repository.index(under: root).files.filter { $0.path.isUnder(GitPath(path)) }
      case .workTree, .empty: []
      }
    guard sources != nil else { return own }
    let place = GitPath(path)
    let foreign = try listing(of: version).items.lazy.filter { $0.key.isUnder(place) }
      .map { FileEntry(path: $0.key, mode: $0.value.mode, id: $0.value.id) }
    return foreign.isEmpty ? own : (own + foreign).sorted { $0.path < $1.path }
  }

  /// The content of a path of the CV in a commit; `nil` if it does not exist.
  func version(
    of path: GitPath, in commit: Commit
  ) throws(GitError) -> TreeChange.Version? {
    if let entry = try entry(at: path, of: commit), entry.mode != .tree {
      return TreeChange.Version(id: entry.id, mode: entry.mode)
    }
    return sources == nil ? nil : try listing(of: .commit(commit)).items[path]
  }

  /// The changes of records between two versions, with those of sources added.
  func addingSources(
    to changes: [TreeChange], from old: CVVersion, to new: CVVersion
  ) throws(GitError) -> [TreeChange] {
    guard let sources else { return changes }
    if changes.isEmpty {
      // Most commits change neither.
      let indices = sources.sources.indices
      var isSame = true
      for source in indices where isSame {
        isSame = try sourceFiles(source, at: old) == sourceFiles(source, at: new)
      }
      if isSame { return [] }
    }
    let (before, after) = (try listing(of: old), try listing(of: new))
    var result = Dictionary(changes.map { ($0.path, $0) }) { first, _ in first }
    for path in Set(before.items.keys).union(after.items.keys)
    where before.items[path] != after.items[path] {
      result[path] = TreeChange(
        path: path, old: result[path]?.old ?? before.items[path],
        new: result[path]?.new ?? after.items[path])
    }
    for path in Set(before.faults.keys).union(after.faults.keys)
    where before.faults[path] != after.faults[path] {
      result[path] = TreeChange(path: path, old: nil, new: after.faults[path])
    }
    return result.values.filter { $0.old != $0.new }.sorted { $0.path < $1.path }
  }

  /// The sources at a version in git.
  func listing(of version: CVVersion) throws(GitError) -> SourceListing {
    var listing = SourceListing()
    guard let sources, version != .empty, version != .workTree else { return listing }
    if let commit = version.commit, let known = sources.listings[commit.id] { return known }
    var works = WorkKeys()
    for source in sources.sources.indices {
      let files = try sourceFiles(source, at: version)
      guard !files.isEmpty else { continue }
      var found = try sourceVersion(source, files)
      if let fault = found.fault {
        let id = sources.id(of: fault)
        listing.faults[GitPath(found.path)] = TreeChange.Version(id: id, mode: .file)
        if let last = try lastReadable(source, before: version) { found = last.version }
      }
      for item in found.items
      where sources.sources.count == 1 || works.insert(item.content.entry) {
        if listing.items[item.path] == nil {
          listing.items[item.path] = .init(id: item.id, mode: .file)
        }
      }
    }
    if !listing.items.isEmpty {
      for path in try recordPaths(of: version) { listing.items[path] = nil }
    }
    if let commit = version.commit {
      if sources.listings.count >= SourceSet.keptVersions { sources.listings = [:] }
      sources.listings[commit.id] = listing
    }
    return listing
  }

  private func recordPaths(of version: CVVersion) throws(GitError) -> [GitPath] {
    switch version {
    case .commit(let commit): try files(of: commit).map(\.path)
    case .index: try repository.index(under: root).files.map(\.path)
    case .workTree, .empty: []
    }
  }

  /// The files of a source at a version; none if it is not there.
  func sourceFiles(
    _ source: Int, at version: CVVersion
  ) throws(GitError) -> [FileEntry] {
    try sourcePlace(source, at: version)?.files ?? []
  }

  /// The first path of a source that exists at a version, with the files there.
  func sourcePlace(
    _ source: Int, at version: CVVersion
  ) throws(GitError) -> (path: String, files: [FileEntry])? {
    guard let sources else { return nil }
    for path in sources.paths(of: source) {
      let files: [FileEntry] =
        switch version {
        case .commit(let commit): try repository.files(in: commit.tree, under: path)
        case .index: try repository.index(under: path).files
        case .workTree, .empty: []
        }
      if !files.isEmpty { return (path, files.filter { Self.isSourceFile($0.path, of: path) }) }
    }
    guard let commit = version.commit else { return nil }
    for path in try formerPaths(of: source) {
      let files = try repository.files(in: commit.tree, under: path)
      if !files.isEmpty { return (path, files.filter { Self.isSourceFile($0.path, of: path) }) }
    }
    return nil
  }

  /// The former paths of a source; none if several paths are listed, which are then all of them.
  private func formerPaths(of source: Int) throws(GitError) -> [String] {
    guard let sources else { return [] }
    if let known = sources.formerPaths[source] { return known }
    let listed = sources.paths(of: source)
    let found =
      listed.count == 1 ? try FormerPaths(repository: repository).paths(before: listed[0]) : []
    sources.formerPaths[source] = found
    return found
  }

  /// Whether a file may contain entries: the source itself, or a page in its folder and the files
  /// it needs.
  package static func isSourceFile(_ path: GitPath, of source: String) -> Bool {
    guard path != GitPath(source) else { return true }
    let name = path.name.string ?? ""
    return [".md", ".qmd", ".markdown", ".bib"].contains { name.hasSuffix($0) }
  }

  private func sourceVersion(
    _ source: Int, _ files: [FileEntry]
  ) throws(GitError) -> SourceVersion {
    guard let sources else { return SourceVersion(fault: .unknownFormat(""), path: "", files: []) }
    if let link = files.first(where: { !$0.mode.isRegularFile }) {
      return SourceVersion(fault: .notAFile(link.path), path: link.path.recordPath, files: [])
    }
    return try sources.version(of: source, files: files) { file throws(GitError) in
      try repository.blob(file.id, limit: SourceSet.sizeLimit)
    }
  }

  /// The newest readable version of a source before a version, along first parents.
  private func lastReadable(
    _ source: Int, before version: CVVersion
  ) throws(GitError) -> SourceSet.Readable? {
    let tip = version.commit != nil ? version.commit : try repository.headCommit()
    guard let sources, let tip else { return nil }
    var line = try repository.firstParents(from: tip.id)
    var last: [FileEntry] = []
    var found: SourceSet.Readable?
    var passed: [ObjectID] = []
    while let commit = try line.next() {
      if let known = sources.lastReadable[source]?[commit.id] {
        found = known
        break
      }
      passed.append(commit.id)
      let files = try sourceFiles(source, at: .commit(commit))
      if files.isEmpty { break }
      if files == last { continue }
      last = files
      let version = try sourceVersion(source, files)
      if version.fault == nil {
        found = SourceSet.Readable(version: version, commit: commit)
        break
      }
    }
    // All commits up to there have the same one: a walk asks for each of them.
    for id in passed { sources.lastReadable[source, default: [:]][id] = .some(found) }
    return found
  }

  /// The sources as read at a version, each with its files.
  ///
  /// - Parameter isBridging: true to give a source that cannot be read the entries of the last
  ///   version before that can.
  func sourceVersions(
    at version: CVVersion, isBridging: Bool = false
  ) throws(GitError) -> [SourceVersion] {
    guard let sources else { return [] }
    var versions: [SourceVersion] = []
    for source in sources.sources.indices {
      var found: SourceVersion
      if version == .workTree {
        let files = try workTreeSource(source)
        if files.isEmpty { continue }
        found = sources.version(of: source, files)
      } else {
        let files = try sourceFiles(source, at: version)
        if files.isEmpty { continue }
        found = try sourceVersion(source, files)
      }
      if isBridging, found.fault != nil {
        found.items = try lastReadable(source, before: version)?.version.items ?? []
      }
      versions.append(found)
    }
    return versions
  }

  /// Which version stands in for each source that cannot be read at a version.
  func bridgeNotes(_ named: NamedVersion) throws(GitError) -> [String] {
    guard let sources else { return [] }
    var notes: [String] = []
    for version in try sourceVersions(at: named.version) where version.fault != nil {
      let source = sources.sources.indices.first {
        let paths = sources.paths(of: $0) + (sources.formerPaths[$0] ?? [])
        return paths.contains { GitPath(version.path).isUnder(GitPath($0)) }
      }
      guard let source else { continue }
      let last = try lastReadable(source, before: named.version)?.commit
      let path = version.path.terminalSafe
      notes.append(
        last.map { "\(path) of \($0.id.abbreviated) is compared in place of that in \(named.name)" }
          ?? "no version of \(path) before \(named.name) can be read")
    }
    return notes
  }

  private func workTreeSource(_ source: Int) throws(GitError) -> [FormatFile] {
    guard let sources else { return [] }
    for path in sources.paths(of: source) {
      let files = try repository.workTreeFiles(under: path)
        .filter { Self.isSourceFile($0.path, of: path) }
      if files.isEmpty { continue }
      var read: [FormatFile] = []
      for file in files where file.mode.isRegularFile {
        read.append(
          FormatFile(
            path: file.path.recordPath,
            bytes: try repository.workTreeContent(of: file, limit: SourceSet.sizeLimit)))
      }
      return read
    }
    return []
  }

  /// The files of the sources at a version: each source, and its entries as records.
  func sourceRecords(
    at version: CVVersion, isBridging: Bool = false
  ) throws(GitError) -> [SourceFile] {
    var files: [SourceFile] = []
    var works = WorkKeys()
    let versions = try sourceVersions(at: version, isBridging: isBridging)
    for source in versions {
      if isBridging, let fault = source.fault {
        files.append(SourceFile(path: source.path, content: .unreadableEntry(fault)))
      }
      files += source.reports.map { SourceFile(path: $0.path, content: .source($0.report)) }
      for item in source.items where versions.count == 1 || works.insert(item.content.entry) {
        files.append(SourceFile(path: item.path.recordPath, content: item.content.file))
      }
    }
    return files
  }
}

extension CVRepository {
  /// The paths of the CV in the work tree: the folder of its records, and each source.
  package var places: [String] {
    [root] + (sources.map { set in set.sources.indices.flatMap(set.paths) } ?? [])
  }

  /// The CV at a version for a document, with defaults for what a source does not contain.
  ///
  /// - Parameter isPublic: false for a document with private data.
  /// - Returns: the CV, and notes on the defaults.
  package func documentReading(
    of version: CVVersion, isPublic: Bool = true
  ) throws(GitError) -> (reading: CVReading, notes: [String]) {
    var reading = try reading(of: version)
    var notes: [String] = []
    guard sources != nil else { return (reading, []) }
    if reading.cv.profile == nil {
      let defaults = SourceDefaults(reading.cv, name: settings.name, aliases: settings.aliases)
      if let profile = defaults.profile { reading.supply(profile) }
      if let mentions = defaults.mentions, let name = defaults.profile?["name"]?.text {
        notes.append(
          "\(quoted(name)) is assumed to be the owner: \(mentions.count) of \(mentions.of) entries name "
            + "them; to change this, set \"name: \" in \(ProjectFile.path)")
      }
    }
    if isPublic, let profile = reading.record(.profile), profile.isForeign {
      let hidden = profile.entry.privateFields.filter { profile.entry[$0] != nil }
      if !hidden.isEmpty {
        notes.append(
          "left out \(hidden.joined(separator: " and ")) of the profile; "
            + "\"show: [\(hidden.joined(separator: ", "))]\" in \(ProjectFile.path) shows them")
      }
    }
    if reading.cv.document == nil {
      reading.supply(SourceDefaults.document(for: reading.cv))
    }
    return (reading, notes)
  }

  /// A line about a source that was detected rather than named: `reading publications.bib (BibTeX,
  /// 265 entries)`.
  package func sourceNotice() throws(GitError) -> String {
    let version: CVVersion =
      try repository.workTree == nil
      ? try repository.headCommit().map(CVVersion.commit) ?? .empty : .workTree
    let sources = try sourceVersions(at: version).map { source in
      let count = source.items.count
      let format = source.reports.first?.report.format ?? ""
      return
        "\(source.place.terminalSafe) (\(format), \(count) \(count == 1 ? "entry" : "entries"))"
    }
    return "reading " + sources.joined(separator: ", ")
  }
}

extension Finding {
  /// The finding for a source that is not a regular file.
  fileprivate static func notAFile(_ path: GitPath) -> Finding {
    Finding(
      "the source is a symbolic link or a submodule",
      hint: "name the file itself: links are not followed", rule: "symlink", path: path.recordPath)
  }
}
