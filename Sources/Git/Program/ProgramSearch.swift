#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds a program by name.
package enum ProgramSearch {
  /// A path, or the program with that name in the first folder of `PATH` that has one.
  ///
  /// Skips relative folders: which program runs must not depend on the current folder.
  ///
  /// - Parameter path: the variable; nil for the default folders of POSIX shells.
  package static func program(_ name: String, in path: String?) -> String? {
    let folders = (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    let places =
      name.contains("/")
      ? [name] : folders.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
    return places.first {
      access($0, X_OK) == 0 && FileStatus(of: NativePath($0))?.isFolder == false
    }
  }
}
