/// A work tree whose files are read without git's library, whose start alone costs more than all of this.
///
/// It is only given where it shows what git would: no setting says where the work tree or the CV is, and no rule for
/// ignored files could be about one of these. Whoever gets nil asks git.
package struct PlainWorkTree {
  /// The repository's top.
  package let top: String
  /// The files below the folder that was asked for, sorted by path.
  package let files: [WorkTreeFile]

  /// The files below a folder of the work tree that `directory` is in.
  ///
  /// - Parameters:
  ///   - path: from the work tree's top.
  ///   - setting: a name that no configuration file may hold: what it says would count.
  package init?(
    at directory: String, under path: String, unless setting: String, environment: Environment
  ) {
    guard environment.saysNothing, let start = FileStatus.realPath(directory),
      let top = Self.top(above: start)
    else { return nil }
    let configuration = PlainFile.texts(
      ([top + "/.git/config", environment.systemConfiguration].compactMap(\.self)
        + environment.userConfigurations).map { NativePath($0) })
    let words = [setting, "[include", "worktree"]
    guard let configuration,
      !configuration.contains(where: { text in words.contains { text.mentions($0) } }),
      let shared = Self.ignoreFiles(configuration, top: top, environment)
    else { return nil }
    guard let files = PlainWalk.files(below: top, under: GitPath(path), ignoring: shared) else {
      return nil
    }
    self.top = top
    self.files = files
  }

  /// The texts of the ignore files that stand elsewhere than in the work tree; nil where that cannot be told.
  private static func ignoreFiles(
    _ configuration: [String], top: String, _ environment: Environment
  ) -> [String]? {
    var paths = [top + "/.git/info/exclude"]
    if let folder = environment.userFolder { paths.append(folder + "/ignore") }
    for line in configuration.flatMap(\.settingLines) where line.mentions("excludesfile") {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let path = String(parts[1].drop { $0 == " " || $0 == "\t" })
      guard !path.contains(where: { "#;\"\\\t".contains($0) }), !path.hasSuffix(" "),
        let path = environment.path(ofSetting: path)
      else { return nil }
      paths.append(path)
    }
    return PlainFile.texts(paths.map { NativePath($0) })
  }

  /// The folder above with a repository of its own in it; a link to one elsewhere is git's to follow.
  private static func top(above start: String) -> String? {
    var folder = start
    while true {
      if let status = FileStatus(of: NativePath(folder + "/.git"), followingLinks: false) {
        return status.isFolder ? folder : nil
      }
      guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { return nil }
      folder = String(folder[..<slash])
    }
  }
}

extension Environment {
  /// True where no variable tells git where to look.
  fileprivate var saysNothing: Bool {
    gitDirectory == nil && workTree == nil && indexFile == nil && ceilingDirectories == nil
      && self["GIT_CONFIG_COUNT"] == nil && self["GIT_CONFIG_PARAMETERS"] == nil
  }
}

/// Small files that need not be there.
enum PlainFile {
  /// The texts of those that are there; nil where one is there and cannot be read.
  static func texts(_ paths: [NativePath]) -> [String]? {
    var texts: [String] = []
    for path in paths where FileStatus(of: path) != nil {
      guard let bytes = try? FileBytes.content(of: path, limit: 1 << 20) else { return nil }
      texts.append(String(decoding: bytes, as: UTF8.self))
    }
    return texts
  }
}
