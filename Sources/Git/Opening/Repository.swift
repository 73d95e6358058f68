import Clibgit2

/// A git repository, open for reading.
///
/// The one reference type of this target: it keeps libgit2's objects alive. What its methods give
/// back are values. It is not for several threads at once.
package final class Repository {
  let handle: Handle
  let objects: Handle
  /// What was passed in to open it.
  let environment: Environment
  /// The folder that relative paths of the environment start from.
  package let startingFolder: String

  /// The repository's own folder: `.git`, or that of a linked work tree.
  package let gitDirectory: String
  /// The folder that all linked work trees share.
  package let commonDirectory: String
  /// The top of the work tree; nil in a bare repository.
  package let workTree: String?
  /// git's settings as they were when it was opened.
  package let configuration: Configuration
  /// Commits whose parents a shallow clone does not hold; empty in a complete one.
  let shallowBoundary: Set<ObjectID>
  /// What git has listed of the commits; looked for when a walk asks, never in a shallow clone, which it is not of.
  private(set) lazy var commitGraph = Self.commitGraph(
    commonDirectory: commonDirectory,
    isUsed: !isShallow && configuration.string("core.commitGraph") != "false")

  package var isBare: Bool { workTree == nil }
  package var isShallow: Bool { !shallowBoundary.isEmpty }

  init(
    _ handle: consuming Handle, startingFolder: String, environment: Environment,
    configuration: Configuration
  ) throws(GitError) {
    gitDirectory = Self.folder(git_repository_path(handle.pointer)) ?? ""
    commonDirectory = Self.folder(git_repository_commondir(handle.pointer)) ?? gitDirectory
    let folders = try ObjectFolders.all(from: commonDirectory + "/objects")
    for folder in folders { try PackIndexes.check(in: folder) }
    objects = try Handle(
      "open the object database", "git_repository_odb", freedBy: git_odb_free
    ) { [pointer = handle.pointer] in git_repository_odb(&$0, pointer) }
    for folder in folders { try LooseObjects.add(to: objects, folder: folder) }
    workTree = Self.folder(git_repository_workdir(handle.pointer))
    shallowBoundary = try Self.shallowBoundary(commonDirectory: commonDirectory)
    self.handle = handle
    self.startingFolder = startingFolder
    self.environment = environment
    self.configuration = configuration
  }

  /// Whether libgit2 recomputes the hash of everything it reads: on at first.
  ///
  /// It is one switch for the whole process, good once a repository was opened: before that libgit2 is not started. Turn it off for long walks, where it costs more than
  /// all the rest, and on again after.
  package static func setStrictHashes(_ isOn: Bool) throws(GitError) {
    try Library.set(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, to: isOn)
  }

  /// A folder as libgit2 names it, without the slash at its end.
  static func folder(_ path: UnsafePointer<CChar>?) -> String? {
    guard let path else { return nil }
    let text = String(cString: path)
    return text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  private static func shallowBoundary(
    commonDirectory: String
  ) throws(GitError) -> Set<ObjectID> {
    let file = NativePath(commonDirectory + "/shallow")
    guard FileStatus(of: file) != nil else { return [] }
    let lines = try FileBytes.content(of: file, limit: .max).split(separator: UInt8(ascii: "\n"))
    return Set(lines.compactMap { ObjectID(hex: String(decoding: $0, as: UTF8.self)) })
  }
}
