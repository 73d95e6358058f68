internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// The files and folders named on the command line, from the top of the work tree.
struct PathFilter {
  private let prefixes: [String]
  /// As the user wrote them.
  private let asked: [String]

  /// Parses paths relative to the current folder; selects everything if there are none.
  init(_ paths: [String], repository: Repository) throws {
    guard !paths.isEmpty else {
      prefixes = []
      asked = []
      return
    }
    guard let top = try repository.workTree else {
      prefixes = paths.map { Self.normalized($0).joined(separator: "/") }
      asked = paths
      return
    }
    asked = paths
    prefixes = try paths.map { path in
      let absolute = path.hasPrefix("/") ? path : repository.startingFolder + "/" + path
      var parts = Self.normalized(absolute)
      var topParts = Self.normalized(top)
      if !parts.starts(with: topParts) {
        parts = Self.normalized(Self.withoutLinks(absolute))
        topParts = Self.normalized(FileReading.realPath(top))
      }
      guard parts.starts(with: topParts) else {
        throw Failure(
          "\(copyable(path)) is outside the repository", hint: "the repository is \(copyable(top))")
      }
      return parts.dropFirst(topParts.count).joined(separator: "/")
    }
  }

  /// The path with the links of its folder resolved; a link at its end is kept, unless it names a
  /// folder.
  /// Paths and names of kinds and entries, which stand for their files.
  ///
  /// - Parameter files: the files of the CV, from the top of the work tree.
  init(_ names: [String], files: [String], in cv: CVRepository) throws {
    let plain = try PathFilter(names, repository: cv.repository)
    let reader = CVReader(root: cv.root)
    let entryNames = try EntryNames(cv)
    var (prefixes, asked): ([String], [String]) = ([], [])
    for (name, prefix) in zip(names, plain.prefixes) {
      asked.append(name)
      guard !prefix.isEmpty, !files.contains(where: { Self.holds(prefix, $0) }),
        let term = try entryNames.term(name)
      else {
        prefixes.append(prefix)
        continue
      }
      switch term {
      case .kind(let kind): prefixes.append(cv.prefix + kind)
      case .entry(let key):
        prefixes.append(files.first { reader.key(of: $0) == key } ?? prefix)
      }
    }
    (self.prefixes, self.asked) = (prefixes, asked)
  }

  private static func withoutLinks(_ path: String) -> String {
    guard !FileReading.isFolder(path), let slash = path.lastIndex(of: "/"), slash != path.startIndex
    else { return FileReading.realPath(path) }
    return FileReading.realPath(String(path[..<slash])) + path[slash...]
  }

  private static func normalized(_ path: String) -> [Substring] {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts
  }

  /// Rejects a path without a file of the CV: it is probably misspelled.
  func check(_ files: [String], root: String, at revision: String?) throws {
    for (prefix, asked) in zip(prefixes, asked) {
      let isFound = prefix.isEmpty || files.contains { Self.holds(prefix, $0) }
      guard !isFound else { continue }
      let place = revision.map { " at \(copyable($0))" } ?? ""
      let stem = String(prefix.split(separator: "/").last ?? "")
      let names = files.compactMap { file in
        file.split(separator: "/").last.map { (name: String($0), path: file) }
      }
      let near = suggestion(for: stem, among: names.map(\.name))
        .flatMap { name in names.first { $0.name == name }?.path }
      throw Failure(
        "no file of the CV at \(copyable(asked))\(place)",
        hint: near.map { "did you mean \(copyable($0))?" }
          ?? "the CV is in \(copyable(root.isEmpty ? "." : root))")
    }
  }

  private static func holds(_ prefix: String, _ path: String) -> Bool {
    prefix.isEmpty || path == prefix || path.hasPrefix(prefix + "/")
  }

  func selects(_ path: String) -> Bool {
    prefixes.isEmpty
      || prefixes.contains { Self.holds($0, path) }
  }
}
