internal import CVFormats
package import CVModel
package import Git

/// The sources of a CV, which can be read at any version of the repository.
///
/// Each entry of a source is a virtual record file: it has the path that its record would have, and
/// an ID for its content. Code that compares, follows or reads records therefore works with sources
/// too.
///
/// A class, because it caches entries: the next version of a source shares most of them.
package final class SourceSet {
  let sources: [ProjectFile.Source]
  private let root: String
  /// The fields of a source's profile that are public although the format makes them private.
  private let shownFields: Set<String>
  /// The former paths of each source, once they are known.
  var formerPaths: [Int: [String]] = [:]
  private var caches: [SourceCache]
  private var versions: [VersionKey: SourceVersion] = [:]
  /// The sources in the commits that a walk asked for last.
  var listings: [ObjectID: SourceListing] = [:]
  /// The newest readable version up to a commit, nil if there is none, by source and commit.
  var lastReadable: [Int: [ObjectID: Readable?]] = [:]
  /// The last reading of each source, with its files.
  private var last: [Int: (files: [FormatFile], version: SourceVersion)] = [:]
  private var store = EntryStore()

  /// A version of a source that can be read, and a commit that has it.
  struct Readable {
    let version: SourceVersion
    let commit: Commit
  }

  /// A source at one version, identified by its files.
  private struct VersionKey: Hashable {
    let source: Int
    let files: [FileEntry]
  }

  /// The maximum size of a source file.
  static let sizeLimit = SourceFormat.maximumSize

  /// The number of versions to keep: a walk asks for the last one again.
  static let keptVersions = 16

  /// - Parameters:
  ///   - sources: in order of precedence.
  ///   - root: the folder of the records, with which the paths of entries begin.
  ///   - shownFields: the fields of a source's profile that are public although the format makes
  ///     them private.
  package init(
    _ sources: [ProjectFile.Source], root: String, shownFields: [String] = []
  ) {
    self.sources = sources
    self.root = root
    self.shownFields = Set(shownFields)
    caches = sources.map { _ in SourceCache() }
  }

  /// The listed paths of a source, in order of precedence.
  func paths(of source: Int) -> [String] { sources[source].paths }

  /// The content of an entry's file; `nil` if the ID is not that of an entry.
  func content(of id: ObjectID) -> SourceFile.Content? { store[id] }

  /// The ID for a source's fault.
  func id(of fault: Finding) -> ObjectID { store.id(of: .unreadable(fault)) }

  /// A source at a version in git.
  ///
  /// - Parameters:
  ///   - files: the source's files at that version, sorted by path.
  ///   - content: reads one of them.
  func version(
    of source: Int, files: [FileEntry], content: (FileEntry) throws(GitError) -> [UInt8]
  ) throws(GitError) -> SourceVersion {
    let key = VersionKey(source: source, files: files)
    if let known = versions[key] { return known }
    var read: [FormatFile] = []
    for file in files where file.mode.isRegularFile {
      guard let path = file.path.string else { continue }
      read.append(FormatFile(path: path, bytes: try content(file)))
    }
    let version = self.version(of: source, read)
    if versions.count >= Self.keptVersions { versions.removeAll() }
    versions[key] = version
    return version
  }

  /// A source whose files have this content.
  func version(of source: Int, _ files: [FormatFile]) -> SourceVersion {
    if let last = last[source], last.files == files { return last.version }
    let version = read(source, files)
    last[source] = (files, version)
    return version
  }

  private func read(_ source: Int, _ files: [FormatFile]) -> SourceVersion {
    let format = self.format(of: source, files)
    guard let format else {
      let path = files.first?.path ?? sources[source].paths[0]
      return SourceVersion(fault: .unknownFormat(path), path: path, files: files)
    }
    var reading = format.read(files, reusing: &caches[source])
    reading.showProfileFields(shownFields)
    return SourceVersion(reading, files, root: root, store: &store)
  }

  private func format(of source: Int, _ files: [FormatFile]) -> SourceFormat? {
    if let name = sources[source].format { return SourceFormat(rawValue: name) }
    if files.count == 1, let format = SourceFormat.detect(files[0]), !format.isFolder {
      return format
    }
    return SourceFormat.detect(folder: files)
  }
}

extension SourceReading {
  /// Makes fields of the profile public that its format makes private.
  fileprivate mutating func showProfileFields(_ names: Set<String>) {
    guard !names.isEmpty else { return }
    for index in entries.indices where entries[index].entry.key == .profile {
      let hidden = entries[index].entry["private"]?.items.filter { item in
        item.text.map { !names.contains($0) } ?? true
      }
      entries[index].entry["private"] = hidden.flatMap { $0.isEmpty ? nil : .list($0) }
    }
  }
}

extension Finding {
  /// The finding for a file in an unknown format.
  static func unknownFormat(_ path: String) -> Finding {
    if path.lowercased().hasSuffix(".tex") {
      return Finding(
        "LaTeX is not read where it is", hint: "turn it into records: cvgit import \(path)",
        rule: "format", path: path)
    }
    let formats = SourceFormat.allCases.map(\.rawValue).joined(separator: ", ")
    return Finding(
      "unknown format", hint: "name it in \(ProjectFile.path): \"format: \" and one of \(formats)",
      rule: "format", path: path)
  }
}
