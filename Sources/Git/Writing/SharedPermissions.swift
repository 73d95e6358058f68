#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `core.sharedRepository`: who else may read and write new files. libgit2 ignores this setting.
struct SharedPermissions {
  /// The permission bits to add, or the exact mode.
  private let bits: mode_t
  private let areExact: Bool

  /// Nil if the modes follow the umask.
  ///
  /// - Throws: a value that git rejects.
  init?(_ configuration: Configuration) throws(GitError) {
    let name = "core.sharedRepository"
    guard let value = configuration.all(name).last else { return nil }
    switch value {
    case "umask": return nil
    case "group": (bits, areExact) = (0o660, false)
    case "all", "world", "everybody": (bits, areExact) = (0o664, false)
    default:
      guard let number = mode_t(value, radix: 8) else {
        guard try configuration.bool(name) == true else { return nil }
        (bits, areExact) = (0o660, false)
        return
      }
      switch number {
      case 0: return nil
      case 1: (bits, areExact) = (0o660, false)
      case 2: (bits, areExact) = (0o664, false)
      case _ where number & 0o600 == 0o600: (bits, areExact) = (number & 0o666, true)
      default:
        throw GitError(
          code: GitError.Code.badSetting,
          message: "problem with \(name) filemode value (0\(value)): "
            + "the owner of files must always have read and write permissions",
          function: "SharedPermissions")
      }
    }
  }

  /// Gives a file or folder of this user the mode that git would give it.
  func apply(to path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_uid == geteuid() else { return }
    let old = status.st_mode & 0o7777
    var added = bits
    if old & S_IWUSR == 0 { added &= ~0o222 }
    if old & S_IXUSR != 0 { added |= (added & 0o444) >> 2 }
    var new = areExact ? (old & ~0o777) | added : old | added
    if status.st_mode & S_IFMT == S_IFDIR {
      new |= (new & 0o444) >> 2
      if new & 0o060 != 0 { new |= S_ISGID }
    }
    if new != old { chmod(path, new) }
  }
}

extension Repository {
  /// Shares an object that was just written, if the repository is shared.
  func share(_ id: ObjectID) throws(GitError) {
    guard let permissions = try SharedPermissions(try configuration),
      let folder = objectFolders.first
    else { return }
    let digits = id.hex
    permissions.apply(to: "\(folder)/\(digits.prefix(2))")
    permissions.apply(to: "\(folder)/\(digits.prefix(2))/\(digits.dropFirst(2))")
  }

  /// Shares a reference that was just written, and the folders that contain it.
  func share(reference name: String) throws(GitError) {
    guard let permissions = try SharedPermissions(try configuration) else { return }
    var path = commonDirectory
    for part in name.split(separator: "/") {
      path += "/" + part
      permissions.apply(to: path)
    }
    permissions.apply(to: commonDirectory + "/packed-refs")
  }
}
