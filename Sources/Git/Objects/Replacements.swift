import Clibgit2

/// The replacements of objects and parents that git applies: `refs/replace` and the grafts file.
struct Replacements {
  /// By the replaced object.
  private var objects: [ObjectID: ObjectID] = [:]
  /// By the commit whose parents are replaced.
  private var grafts: [ObjectID: [ObjectID]] = [:]

  /// The maximum chain of replacements, as in git.
  private static let deepest = 5

  /// The object to read for `id`.
  func object(for id: ObjectID) -> ObjectID {
    guard !objects.isEmpty else { return id }
    var id = id
    for _ in 0..<Self.deepest {
      guard let next = objects[id] else { break }
      id = next
    }
    return id
  }

  /// The parents that a graft gives a commit; nil if it has no graft.
  func parents(of id: ObjectID) -> [ObjectID]? { grafts.isEmpty ? nil : grafts[id] }

  /// The replacements of a repository; reads the configuration only if there are any.
  init(
    in repository: borrowing Handle, commonDirectory: String, _ git: GitProgram,
    _ configuration: () throws(GitError) -> Configuration
  ) throws(GitError) {
    grafts = try Self.grafts(commonDirectory: commonDirectory, git)
    guard git.environment["GIT_NO_REPLACE_OBJECTS"] == nil else { return }
    let base = git.environment["GIT_REPLACE_REF_BASE"] ?? "refs/replace/"
    let prefix = base.hasSuffix("/") ? base : base + "/"
    let iterator = try Handle(
      "list the replaced objects", "git_reference_iterator_glob_new",
      freedBy: git_reference_iterator_free
    ) { [pointer = repository.pointer] in
      git_reference_iterator_glob_new(&$0, pointer, prefix + "*")
    }
    while true {
      var reference: OpaquePointer?
      let code = git_reference_next(&reference, iterator.pointer)
      if code == GIT_ITEROVER.rawValue { break }
      guard code >= 0, let reference else {
        throw .latest(code, from: "git_reference_next", to: "list the replaced objects")
      }
      defer { git_reference_free(reference) }
      let name = String(cString: git_reference_name(reference)).dropFirst(prefix.count)
      guard let id = ObjectID(hex: String(name)), let target = git_reference_target(reference)
      else { continue }
      objects[id] = ObjectID(target.pointee)
    }
    if !objects.isEmpty, try configuration().bool("core.useReplaceRefs") == false { objects = [:] }
  }

  /// Parses the grafts file: one commit per line, followed by its parents.
  private static func grafts(
    commonDirectory: String, _ git: GitProgram
  ) throws(GitError) -> [ObjectID: [ObjectID]] {
    let file = NativePath(
      git.environment["GIT_GRAFT_FILE"].map { Repository.absolute($0, from: git.folder) }
        ?? commonDirectory + "/info/grafts")
    guard FileStatus(of: file)?.isRegularFile == true else { return [:] }
    let lines = try FileBytes.content(of: file, limit: 1 << 24).split(separator: UInt8(ascii: "\n"))
    var grafts: [ObjectID: [ObjectID]] = [:]
    for line in lines where line.first != UInt8(ascii: "#") {
      let ids = line.split(separator: UInt8(ascii: " ")).compactMap { ObjectID(hexDigits: $0) }
      if let commit = ids.first { grafts[commit] = Array(ids.dropFirst()) }
    }
    return grafts
  }
}
