import Clibgit2

/// A git repository, open for reading.
///
/// The only reference type of this target: it keeps libgit2's objects alive and caches git's
/// answers. Its methods return values. It must not be used from several threads at once.
package final class Repository {
  let handle: Handle
  let objects: Handle
  /// Runs git itself.
  let git: GitProgram

  /// The repository's own folder: `.git`, or that of a linked work tree.
  package let gitDirectory: String
  /// The folder that all linked work trees share.
  package let commonDirectory: String
  /// The folders from which objects are read; new ones are written to the first.
  let objectFolders: [String]
  /// Commits whose parents are missing in a shallow clone; empty in a complete one.
  let shallowBoundary: Set<ObjectID>
  /// The replacements of objects and parents; empty in most repositories.
  let replacements: Replacements
  /// git's answers so far.
  var answers = Answers()

  package var isShallow: Bool { !shallowBoundary.isEmpty }
  /// The environment it was opened with.
  var environment: Environment { git.environment }
  /// The folder that relative paths in the environment refer to.
  package var startingFolder: String { git.folder }

  /// The cached answers of git.
  struct Answers {
    var configuration: Configuration?
    var workTree: WorkTreePlace?
    var indexes: [GitPath: Index] = [:]
    var workTrees: [GitPath: [WorkTreeFile]] = [:]
    var hasMailmap: Bool?
    var contacts: [Contact: Contact] = [:]
    var decodedCommits: [ObjectID: DecodedCommit] = [:]
  }

  init(_ handle: consuming Handle, git: GitProgram) throws(GitError) {
    gitDirectory = Self.folder(git_repository_path(handle.pointer)) ?? ""
    commonDirectory = Self.folder(git_repository_commondir(handle.pointer)) ?? gitDirectory
    objectFolders = try ObjectFolders.all(
      ofRepositoryWith: commonDirectory, git.environment, startingFolder: git.folder)
    try Damage.checkPackIndexes(in: objectFolders)
    objects = try Self.openObjects(of: handle, git, ownFolder: commonDirectory + "/objects")
    try Damage.readLooseObjects(of: objects, in: objectFolders)
    shallowBoundary = try Self.shallowBoundary(commonDirectory: commonDirectory)
    replacements = try Replacements(in: handle, commonDirectory: commonDirectory, git) {
      () throws(GitError) in try Configuration(of: git)
    }
    self.handle = handle
    self.git = git
  }

  /// The object database: libgit2's own, or the one that the environment sets, as in a hook that
  /// checks pushed objects.
  private static func openObjects(
    of repository: borrowing Handle, _ git: GitProgram, ownFolder: String
  ) throws(GitError) -> Handle {
    let environment = git.environment
    let more = environment.alternateObjectDirectories.map { absolute($0, from: git.folder) }
    guard environment.objectDirectory != nil || !more.isEmpty else {
      return try Handle(
        "open the object database", "git_repository_odb", freedBy: git_odb_free
      ) { [pointer = repository.pointer] in git_repository_odb(&$0, pointer) }
    }
    let folder = environment.objectDirectory.map { absolute($0, from: git.folder) } ?? ownFolder
    let objects = try Handle(
      "open the object database '\(folder)'", "git_odb_open", freedBy: git_odb_free
    ) { git_odb_open(&$0, folder) }
    for other in more where FileStatus(of: NativePath(other))?.isFolder == true {
      try attempt("open the object database '\(other)'", "git_odb_add_disk_alternate") {
        [pointer = objects.pointer] in git_odb_add_disk_alternate(pointer, other)
      }
    }
    try attempt("use the object database '\(folder)'", "git_repository_set_odb") {
      [pointer = objects.pointer, repository = repository.pointer] in
      git_repository_set_odb(repository, pointer)
    }
    return objects
  }

  /// A folder as libgit2 names it, without the final slash.
  static func folder(_ path: UnsafePointer<CChar>?) -> String? {
    guard let path else { return nil }
    let text = String(cString: path)
    return text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// A path in the environment, resolved against the folder in which git was started.
  static func absolute(_ path: String, from start: String) -> String {
    path.hasPrefix("/") ? path : start + "/" + path
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
