package import CVModel
package import Git

/// The CV in a work tree, read without opening the repository.
package struct CVFolder {
  package let tree: PlainWorkTree
  /// The CV's folder from the top of the tree.
  package let root: String

  /// The name in git's configuration that says where the CV is.
  private static let setting = "cvgit"

  /// Nil where git has to be asked: see ``PlainWorkTree``.
  package init?(at directory: String, root: String, environment: Environment) {
    guard
      let tree = PlainWorkTree(
        at: directory, under: root, unless: Self.setting, environment: environment)
    else { return nil }
    self.tree = tree
    self.root = root
  }

  /// All of the CV.
  package func reading() throws(GitError) -> CVReading {
    CVReader(root: root).read(
      try WorkTreeRecords(below: tree.top, root: root).read(tree.files))
  }

  private var prefix: String { CVReader(root: root).prefix }

  /// The files of a theme in the CV's folder by name; none where there is no such theme.
  package func theme(named name: String) throws(GitError) -> [String: [UInt8]] {
    try files(in: "themes/\(name)", limit: CVRepository.sizeLimit)
  }

  /// The files right in a folder of the CV's by name; none where there is no such folder.
  package func files(in folder: String, limit: Int) throws(GitError) -> [String: [UInt8]] {
    let folder = GitPath(prefix + folder)
    var result: [String: [UInt8]] = [:]
    for file in tree.files where file.path.folder == folder && file.mode != .symlink {
      guard let name = file.path.string?.split(separator: "/").last else { continue }
      result[String(name)] = try file.content(below: tree.top, limit: limit)
    }
    return result
  }

  /// The names of the themes in the CV's folder, sorted.
  package var themeNames: [String] {
    let prefix = prefix + "themes/"
    let names = tree.files.compactMap(\.path.string).filter { $0.hasPrefix(prefix) }
      .compactMap { $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init) }
    return Set(names).sorted()
  }
}
