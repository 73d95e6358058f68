internal import CVFormats
package import CVModel
package import Git

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
    var works = WorkKeys()
    for source in sources.sources.indices {
      let files = try sourceFiles(source, at: version)
      guard !files.isEmpty else { continue }
      var found = try sourceVersion(source, files)
      if let fault = found.fault {
        let id = sources.id(of: fault)
        listing.faults[GitPath(found.path)] = TreeChange.Version(id: id, mode: .file)
        if let last = try lastReadable(source, before: version) { found = last }
      }
      for item in found.items where sources.sources.count == 1 || works.insert(item.content) {
        let path = GitPath(item.path)
        if listing.items[path] == nil { listing.items[path] = .init(id: item.id, mode: .file) }
      }
    }
    if !listing.items.isEmpty {
      for path in try recordPaths(of: version) { listing.items[path] = nil }
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

  /// The files of a source at a version: those at the first of its paths that exists.
  func sourceFiles(
    _ source: Int, at version: CVVersion
  ) throws(GitError) -> [FileEntry] {
    guard let sources else { return [] }
    for path in sources.paths(of: source) {
      let files: [FileEntry] =
        switch version {
        case .commit(let commit): try repository.files(in: commit.tree, under: path)
        case .index: try repository.index(under: path).files
        case .workTree, .empty: []
        }
      if !files.isEmpty { return files.filter { Self.isSourceFile($0.path, of: path) } }
    }
    return []
  }

  /// Whether a file may contain entries: the source itself, or a page in its folder and the files
  /// it needs.
  static func isSourceFile(_ path: GitPath, of source: String) -> Bool {
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
  ) throws(GitError) -> SourceVersion? {
    let tip = version.commit != nil ? version.commit : try repository.headCommit()
    guard let tip else { return nil }
    var line = try repository.firstParents(from: tip.id)
    var last: [FileEntry] = []
    while let commit = try line.next() {
      let files = try sourceFiles(source, at: .commit(commit))
      if files.isEmpty { return nil }
      if files == last { continue }
      last = files
      let found = try sourceVersion(source, files)
      if found.fault == nil { return found }
    }
    return nil
  }

  /// The sources as read at a version, each with its files.
  func sourceVersions(at version: CVVersion) throws(GitError) -> [SourceVersion] {
    guard let sources else { return [] }
    var found: [SourceVersion] = []
    for source in sources.sources.indices {
      if version == .workTree {
        let files = try workTreeSource(source)
        if !files.isEmpty { found.append(sources.version(of: source, files)) }
      } else {
        let files = try sourceFiles(source, at: version)
        if !files.isEmpty { found.append(try sourceVersion(source, files)) }
      }
    }
    return found
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
  func sourceRecords(at version: CVVersion) throws(GitError) -> [SourceFile] {
    var files: [SourceFile] = []
    var works = WorkKeys()
    let versions = try sourceVersions(at: version)
    for source in versions {
      files += source.reports.map { SourceFile(path: $0.path, content: .source($0.report)) }
      for item in source.items where versions.count == 1 || works.insert(item.content) {
        files.append(SourceFile(path: item.path, content: item.content))
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
          "\(quoted(name)) is taken for the owner: \(mentions.count) of \(mentions.of) entries name "
            + "them; \(ProjectFile.path) can say otherwise, as \"name: \"")
      }
    }
    if isPublic, let profile = reading.record(.profile), profile.isForeign {
      let hidden = profile.entry.privateFields.filter { profile.entry[$0] != nil }
      if !hidden.isEmpty {
        notes.append(
          "left out \(hidden.joined(separator: " and ")) of the profile; "
            + "\"show: [\(hidden.joined(separator: ", "))]\" in \(ProjectFile.path) prints them")
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
